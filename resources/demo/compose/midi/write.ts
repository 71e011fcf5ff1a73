/** A piece as a Standard MIDI File, format 1: one track for the tempo, one for each part. */
import { ascii, bigEndian, chunk, variableLength } from './bytes.ts';
import { performPart } from '../performance/perform.ts';
import { bpmAt } from '../shape/tempo.ts';
import type { Part, Piece } from '../score.ts';

/** Ticks in a quarter note. */
export const TICKS_PER_BEAT = 960;
const DRUM_CHANNEL = 9;

interface TimedEvent {
  readonly tick: number;
  /** Events of one tick: controls, then note-offs, then note-ons. */
  readonly order: number;
  readonly bytes: readonly number[];
}

const ticks = (beats: number): number => Math.max(0, Math.round(beats * TICKS_PER_BEAT));

function track(events: readonly TimedEvent[]): number[] {
  const sorted = [...events].sort((a, b) => a.tick - b.tick || a.order - b.order);
  const bytes: number[] = [];
  let now = 0;
  for (const event of sorted) {
    bytes.push(...variableLength(event.tick - now), ...event.bytes);
    now = event.tick;
  }
  return chunk('MTrk', [...bytes, 0, 0xff, 0x2f, 0]);
}

function tempoTrack(piece: Piece): number[] {
  const name = ascii(piece.title);
  const tempo = piece.tempo.map((point) => ({
    tick: ticks(point.start),
    order: 1,
    bytes: [0xff, 0x51, 3, ...bigEndian(Math.round(60_000_000 / point.bpm), 3)],
  }));
  return track([{ tick: 0, order: 0, bytes: [0xff, 0x03, name.length, ...name] }, ...tempo]);
}

function partTrack(part: Part, piece: Piece, channel: number, seed: number, endTick: number): number[] {
  const control = (tick: number, controller: number, value: number): TimedEvent => ({
    tick,
    order: 0,
    bytes: [0xb0 | channel, controller, value],
  });
  const pan = Math.round(64 + (part.mix.pan ?? 0) * 63);
  const setup = [
    { tick: 0, order: -1, bytes: [0xc0 | channel, part.program] },
    control(0, 7, part.mix.volume),
    control(0, 10, pan),
    control(0, 91, part.mix.reverb ?? 40),
    control(0, 93, part.mix.chorus ?? 0),
  ];
  const notes = performPart(part, piece, seed).flatMap((n) => [
    { tick: ticks(n.start), order: 2, bytes: [0x90 | channel, n.pitch, n.velocity] },
    {
      tick: Math.max(ticks(n.start) + 1, ticks(n.start + n.length)),
      order: 1,
      bytes: [0x80 | channel, n.pitch, 0],
    },
  ]);
  const controls = (part.controls ?? []).map((c) => control(ticks(c.start), c.controller, c.value));
  // A last harmless event keeps the file running until the room has rung out.
  return track([...setup, ...controls, ...notes, control(endTick, 3, 0)]);
}

/** Beat at which the last note of a score ends. */
export const lastBeat = (piece: Piece): number =>
  Math.max(...piece.parts.flatMap((p) => p.notes.map((n) => n.start + n.length)));

/** Bytes of the MIDI file. The same piece gives the same bytes, always. Throws when more than 15 parts play pitches. */
export function midiFile(piece: Piece): Uint8Array {
  const end = lastBeat(piece);
  const endTick = ticks(end + (piece.sound.tailSeconds * bpmAt(piece.tempo, end)) / 60);
  let nextChannel = 0;
  const tracks = piece.parts.map((part, i) => {
    if (nextChannel === DRUM_CHANNEL) nextChannel++;
    const channel = part.role === 'drums' ? DRUM_CHANNEL : nextChannel++;
    if (channel > 15) throw new RangeError(`${piece.title} has more parts than MIDI has channels.`);
    return partTrack(part, piece, channel, piece.seed * 100 + i, endTick);
  });
  const header = chunk('MThd', [
    ...bigEndian(1, 2),
    ...bigEndian(tracks.length + 1, 2),
    ...bigEndian(TICKS_PER_BEAT, 2),
  ]);
  return Uint8Array.from([...header, ...tempoTrack(piece), ...tracks.flat()]);
}
