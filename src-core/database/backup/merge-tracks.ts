import { putAnalysis } from '../curves.ts';
import { bytesToDeviations } from '../byte-deviations.ts';
import type { WritableDB } from '../handle.ts';
import { dequantise } from '../int16-curve.ts';
import { findByFingerprint, findKnownFile, getKnownFile, setMissing } from '../scan-lookup.ts';
import { run } from '../statement.ts';
import { insertTrack } from '../tracks.ts';
import { fromBase64 } from './bytes.ts';
import type { RecordOf } from './records.ts';

/** Its file has yet to be looked at; a scan that meets it reads it, whatever its date. */
const NEVER_SEEN_MS = 0;

/**
 * Finds a track by its content, else by its path. One that is not there is written down as missing: when a scan meets
 * its file, at that path or, by its content, at any other, the two are one.
 * @param claimed tracks that others of the backup are already; two copies of a file are two tracks
 */
export function mergeTrack(
  db: WritableDB,
  record: RecordOf<'track'>,
  nowMs: number,
  claimed: ReadonlySet<number>,
): { readonly id: number; readonly isNew: boolean } {
  const { path, addedAtMs, lovedAtMs, neverAtMs } = record;
  const free = findByFingerprint(db, record.fingerprint).filter(({ id }) => !claimed.has(id));
  const known =
    free.find((track) => track.path === path) ??
    free.find((track) => nameOf(track.path) === nameOf(path)) ??
    free.find((track) => track.missingSinceMs === null) ??
    free.at(0) ??
    findKnownFile(db, path);
  if (known !== undefined) {
    run(db, 'UPDATE tracks SET added_at_ms = min(added_at_ms, ?) WHERE id = ?', addedAtMs, known.id);
    mergeMarks(db, known.id, lovedAtMs, neverAtMs);
    return { id: known.id, isNew: false };
  }
  const { kind: _, id: _id, addedAtMs: _added, lovedAtMs: _loved, neverAtMs: _never, ...content } = record;
  const id = insertTrack(db, { ...content, mtimeMs: NEVER_SEEN_MS, artId: null }, addedAtMs);
  mergeMarks(db, id, lovedAtMs, neverAtMs);
  setMissing(db, id, nowMs);
  return { id, isNew: true };
}

function mergeMarks(db: WritableDB, id: number, lovedAtMs: number | null, neverAtMs: number | null): void {
  const sql = `UPDATE tracks SET loved_at_ms = coalesce(loved_at_ms, ?), never_at_ms = coalesce(never_at_ms, ?)
    WHERE id = ?`;
  run(db, sql, lovedAtMs, neverAtMs, id);
}

/** Of a file of this or another system. */
function nameOf(path: string): string {
  return path.slice(path.search(/[^\\/]*$/));
}

/** Gives a track a curve where it has none of its own content. @returns whether it did */
export function mergeCurve(db: WritableDB, trackId: number, record: RecordOf<'curve'>): boolean {
  const known = getKnownFile(db, trackId);
  if (known?.fingerprint !== record.fingerprint || known.curveModelVersion !== null) return false;
  const { kind: _, track: _track, fingerprint, computedAtMs, ...rest } = record;
  const { arousal, valence, arousalUncertainty, valenceUncertainty, ...analysis } = rest;
  const curve = { arousal: dequantise(fromBase64(arousal)), valence: dequantise(fromBase64(valence)) };
  const uncertainty =
    arousalUncertainty === null || valenceUncertainty === null
      ? null
      : {
          arousal: bytesToDeviations(fromBase64(arousalUncertainty)),
          valence: bytesToDeviations(fromBase64(valenceUncertainty)),
        };
  putAnalysis(db, trackId, fingerprint, { ...analysis, curve, uncertainty }, computedAtMs);
  return true;
}
