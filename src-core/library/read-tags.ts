import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseBlob, parseFile, selectCover, type IAudioMetadata } from 'music-metadata';
import type { Art } from '../database/art.ts';
import type { TrackTags } from '../database/tracks.ts';
import { cleanInteger, cleanPositive, cleanText } from './clean-text.ts';

/** Covers above this are left out: they are scans or mistakes. */
const ART_LIMIT_BYTES = 16 * 1024 * 1024;
const DAY_SECONDS = 86_400;

export interface ReadTags {
  readonly tags: TrackTags;
  readonly art: Art | null;
}

/**
 * A file's tags and cover. Never fails: where the tags cannot be read, or say nothing, the title is the file's name
 * and the rest is null. Whether a file holds sound is for the decoder to say.
 */
export async function readTags(path: string): Promise<ReadTags> {
  let metadata;
  try {
    metadata = await parse(path);
  } catch {
    return { tags: tagsFromName(path), art: null };
  }
  return { tags: toTags(metadata, path), art: toArt(metadata) };
}

/** What is known of a file without its tags. */
export function tagsFromName(path: string): TrackTags {
  return {
    title: cleanText(basename(path, extname(path))) ?? '?',
    artist: null,
    album: null,
    albumArtist: null,
    genre: null,
    trackNo: null,
    discNo: null,
    year: null,
    durationSeconds: null,
    sampleRateHz: null,
    channels: null,
  };
}

/** By the name's ending first, which is quicker; by content where the name lies. */
async function parse(path: string): Promise<IAudioMetadata> {
  try {
    return await parseFile(path);
  } catch {
    return await parseBlob(await openAsBlob(path));
  }
}

function toTags({ common, format }: IAudioMetadata, path: string): TrackTags {
  return {
    title: cleanText(common.title) ?? tagsFromName(path).title,
    artist: cleanText(common.artist) ?? cleanText(common.artists?.join(', ')),
    album: cleanText(common.album),
    albumArtist: cleanText(common.albumartist),
    genre: cleanText(common.genre?.join(', ')),
    trackNo: cleanInteger(common.track.no, 1, 99_999),
    discNo: cleanInteger(common.disk.no, 1, 9999),
    year: cleanInteger(common.year, 1000, 9999),
    durationSeconds: cleanPositive(format.duration, 100 * DAY_SECONDS),
    sampleRateHz: cleanInteger(format.sampleRate, 1, 10_000_000),
    channels: cleanInteger(format.numberOfChannels, 1, 255),
  };
}

function toArt({ common }: IAudioMetadata): Art | null {
  const cover = selectCover(common.picture);
  if (cover === null || cover.data.length === 0 || cover.data.length > ART_LIMIT_BYTES) return null;
  const mimeType = imageType(cover.data);
  if (mimeType === null) return null;
  // A copy of its own: the parser's view may lie in a far larger buffer.
  const bytes = Uint8Array.from(cover.data);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), mimeType, bytes };
}

/** What the bytes are, since tags often name the wrong type; null for what a player need not show. */
function imageType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  return start.startsWith('BM') ? 'image/bmp' : null;
}
