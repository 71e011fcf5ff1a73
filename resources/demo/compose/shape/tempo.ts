/** The pulse: steady, slowing, quickening, or breathing with the phrase. */
import type { TempoPoint } from '../score.ts';

/** Beats between the small steps that make up a change of tempo. */
const STEP_BEATS = 0.5;

/** A change from one tempo to another between two beats, smooth to the ear. */
export function tempoChange(
  startBeat: number,
  endBeat: number,
  fromBpm: number,
  toBpm: number,
): TempoPoint[] {
  const steps = Math.max(1, Math.round((endBeat - startBeat) / STEP_BEATS));
  return Array.from({ length: steps + 1 }, (_, i) => ({
    start: startBeat + ((endBeat - startBeat) * i) / steps,
    bpm: fromBpm * (toBpm / fromBpm) ** (i / steps),
  }));
}

/**
 * Rubato: over each phrase the pulse leans forward in the middle and holds back at the end. `depth` is
 * the share of the tempo that is lent and given back (0.08 is a discreet romantic).
 */
export function rubato(
  startBeat: number,
  endBeat: number,
  bpm: number,
  phraseBeats: number,
  depth: number,
): TempoPoint[] {
  const points: TempoPoint[] = [];
  for (let beat = startBeat; beat < endBeat; beat += STEP_BEATS) {
    const phase = ((beat - startBeat) % phraseBeats) / phraseBeats;
    points.push({ start: beat, bpm: bpm * (1 + depth * (Math.sin(Math.PI * phase * 1.5) - 0.3)) });
  }
  return points;
}

/** Seconds from the start of the piece to a beat. */
export function secondsAt(tempo: readonly TempoPoint[], beat: number): number {
  let seconds = 0;
  for (let i = 0; i < tempo.length; i++) {
    const from = tempo[i];
    if (from.start >= beat) break;
    const end = Math.min(beat, tempo[i + 1]?.start ?? beat);
    seconds += ((end - from.start) * 60) / from.bpm;
  }
  return seconds;
}

/** Beats per minute at a beat. */
export const bpmAt = (tempo: readonly TempoPoint[], beat: number): number =>
  (tempo.findLast((p) => p.start <= beat + 1e-6) ?? tempo[0]).bpm;
