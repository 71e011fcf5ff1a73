import {
  confidenceByte,
  emptySounds,
  type SoundRows,
  TIMBRE_STEPS,
  timbreSteps,
} from '../contract/sound-rows.ts';
import { type Beat, type MusicalKey, type SoundProfile, type Tempo, TIMBRE_SIZE } from '../contract/sound.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { eachPaged, type Paged } from './paged.ts';
import { get, run } from './statement.ts';

/** Stores how a track sounds, in place of what was known before; null: that is not known. */
export function putSound(db: WritableDB, trackId: number, sound: SoundProfile | null): void {
  if (sound === null) {
    run(db, 'DELETE FROM sounds WHERE track_id = ?', trackId);
    return;
  }
  const { tempo, openingBeat, closingBeat, key, timbre } = sound;
  run(
    db,
    `INSERT OR REPLACE INTO sounds (track_id, tempo_bpm, tempo_confidence, opening_beat_seconds, opening_beat_bpm,
       closing_beat_seconds, closing_beat_bpm, key_tonic, key_is_minor, key_confidence, timbre)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    trackId,
    tempo?.beatsPerMinute ?? null,
    tempo?.confidence ?? null,
    openingBeat?.atSeconds ?? null,
    openingBeat?.beatsPerMinute ?? null,
    closingBeat?.atSeconds ?? null,
    closingBeat?.beatsPerMinute ?? null,
    key?.tonic ?? null,
    key === null ? null : Number(key.isMinor),
    key?.confidence ?? null,
    new Uint8Array(timbreSteps(timbre).buffer),
  );
}

/** Gives a track the sound of another one with the same content. */
export function copySound(db: WritableDB, from: number, to: number): void {
  run(
    db,
    `INSERT OR REPLACE INTO sounds
     SELECT @to, tempo_bpm, tempo_confidence, opening_beat_seconds, opening_beat_bpm, closing_beat_seconds,
       closing_beat_bpm, key_tonic, key_is_minor, key_confidence, timbre
     FROM sounds WHERE track_id = @from`,
    { from, to },
  );
}

/** How a track sounds; undefined where that was never listened for. */
export function getSound(db: ReadableDB, trackId: number): SoundProfile | undefined {
  const row = get<{
    tempo: number | null;
    tempoConfidence: number;
    openingBeat: number | null;
    openingBpm: number;
    closingBeat: number | null;
    closingBpm: number;
    tonic: number | null;
    isMinor: number;
    keyConfidence: number;
    timbre: Uint8Array;
  }>(
    db,
    `SELECT tempo_bpm AS tempo, tempo_confidence AS tempoConfidence, opening_beat_seconds AS openingBeat,
       opening_beat_bpm AS openingBpm, closing_beat_seconds AS closingBeat, closing_beat_bpm AS closingBpm,
       key_tonic AS tonic, key_is_minor AS isMinor, key_confidence AS keyConfidence, timbre
     FROM sounds WHERE track_id = ?`,
    trackId,
  );
  if (row === undefined) return undefined;
  const tempo: Tempo | null =
    row.tempo === null ? null : { beatsPerMinute: row.tempo, confidence: row.tempoConfidence };
  const beat = (atSeconds: number | null, beatsPerMinute: number): Beat | null =>
    atSeconds === null ? null : { atSeconds, beatsPerMinute };
  const key: MusicalKey | null =
    row.tonic === null
      ? null
      : { tonic: row.tonic, isMinor: row.isMinor === 1, confidence: row.keyConfidence };
  return {
    tempo,
    openingBeat: beat(row.openingBeat, row.openingBpm),
    closingBeat: beat(row.closingBeat, row.closingBpm),
    key,
    timbre: bytesToTimbre(row.timbre),
  };
}

type SoundRow = [number, number | null, number | null, number | null, number, number | null, Uint8Array];

/** Sounds of tracks, by their ids in ascending order, as openings are loaded. */
export function* readSounds(db: ReadableDB, trackIds: Int32Array): Paged<SoundRows> {
  const sounds = emptySounds(trackIds.length);
  let row = 0;
  yield* eachPaged<SoundRow>(
    db,
    `SELECT track_id, tempo_bpm, tempo_confidence, key_tonic, key_is_minor, key_confidence, timbre
     FROM sounds WHERE track_id > ? ORDER BY track_id LIMIT ?`,
    ([id, tempo, tempoConfidence, tonic, isMinor, keyConfidence, timbre]) => {
      while (row < trackIds.length && trackIds[row] < id) row++;
      if (trackIds[row] !== id) return;
      sounds.tempos[row] = tempo ?? NaN;
      sounds.tempoConfidences[row] = confidenceByte(tempoConfidence);
      sounds.keys[row] = tonic === null ? -1 : tonic + 12 * isMinor;
      sounds.keyConfidences[row] = confidenceByte(keyConfidence);
      if (timbre.length !== TIMBRE_SIZE) return;
      sounds.timbres.set(new Int8Array(timbre.buffer, timbre.byteOffset, TIMBRE_SIZE), row * TIMBRE_SIZE);
      sounds.hasTimbre[row] = 1;
    },
  );
  return sounds;
}

function bytesToTimbre(bytes: Uint8Array): Float32Array {
  return Float32Array.from(
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    (steps) => steps / TIMBRE_STEPS,
  );
}
