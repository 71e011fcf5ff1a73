import { DEFAULT_QUEUE_OPTIONS } from '../../../src-core/contract/api/steering.ts';
import type { Queue, QueueEntry, Track } from '../../../src-core/contract/api/index.ts';
import type { Cue } from '../../../renderer/playback/cue.ts';

/** A track of three minutes about which everything is known and nothing is special. */
export function track(id: number, change: Partial<Track> = {}): Track {
  return {
    id,
    title: `Track ${id}`,
    artist: 'Somebody',
    album: null,
    albumId: null,
    albumArtist: null,
    genre: null,
    year: null,
    trackNo: null,
    discNo: null,
    durationSeconds: 180,
    artId: null,
    mediaFormat: 'mp3',
    loudnessLufs: -12,
    samplePeak: 0.9,
    leadingSilenceSeconds: 0,
    trailingSilenceSeconds: 0,
    hasCurve: true,
    missing: false,
    loved: false,
    never: false,
    meanMood: { arousal: 0, valence: 0 },
    ...change,
  };
}

export function entry(entryId: number, change: Partial<Track> = {}): QueueEntry {
  return {
    entryId,
    track: track(entryId + 1000, change),
    origin: 'flow',
    pinned: false,
    seamDistance: null,
    reason: null,
  };
}

export function queue(revision: number, current: QueueEntry | null, upcoming: QueueEntry[] = []): Queue {
  return {
    revision,
    history: [],
    current,
    upcoming,
    context: { kind: 'library' },
    mode: 'flow',
    repeat: 'off',
    steering: { course: { kind: 'flow' }, journey: null, options: DEFAULT_QUEUE_OPTIONS },
    shortage: null,
    seed: 1,
    undo: null,
  };
}

export function cue(entryId: number, change: Partial<Cue> = {}): Cue {
  return {
    entryId,
    trackId: entryId + 1000,
    address: `media/track/${entryId + 1000}`,
    startSeconds: 0,
    endSeconds: 180,
    durationSeconds: 180,
    gain: 0.5,
    samplePeak: 0.9,
    leadingSilenceSeconds: 0,
    trailingSilenceSeconds: 0,
    openingArousal: 0,
    meanArousal: 0,
    seam: null,
    beats: null,
    albumId: null,
    discNo: null,
    trackNo: null,
    ...change,
  };
}
