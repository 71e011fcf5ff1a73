import type { Curve, TrackAnalysis } from '../contract/analysis.ts';
import { closingOf, interleave, musicSpan, openingOf, separate } from '../contract/seam.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { dequantise, quantise } from './int16-curve.ts';
import { bytesToDeviations, deviationsToBytes } from './byte-deviations.ts';
import { meanOf } from './migration-functions.ts';
import { copySound, putSound } from './sounds.ts';
import { get, inTransaction, run } from './statement.ts';

export interface StoredCurve {
  readonly curve: Curve;
  /** Standard deviation of each value; null where the model did not tell. */
  readonly uncertainty: Curve | null;
  readonly modelVersion: string;
  readonly computedAtMs: number;
}

/** The curve of a track as it is now, whichever model computed it; undefined where there is none yet. */
export function getCurve(db: ReadableDB, trackId: number): StoredCurve | undefined {
  const row = get<{
    arousal: Uint8Array;
    valence: Uint8Array;
    arousalUncertainty: Uint8Array | null;
    valenceUncertainty: Uint8Array | null;
    modelVersion: string;
    computedAtMs: number;
  }>(
    db,
    `SELECT arousal, valence, arousal_uncertainty AS arousalUncertainty, valence_uncertainty AS valenceUncertainty,
       model_version AS modelVersion, computed_at_ms AS computedAtMs
     FROM curves WHERE track_id = ?`,
    trackId,
  );
  if (row === undefined) return undefined;
  const { arousalUncertainty, valenceUncertainty } = row;
  return {
    curve: { arousal: dequantise(row.arousal), valence: dequantise(row.valence) },
    uncertainty:
      arousalUncertainty === null || valenceUncertainty === null
        ? null
        : { arousal: bytesToDeviations(arousalUncertainty), valence: bytesToDeviations(valenceUncertainty) },
    modelVersion: row.modelVersion,
    computedAtMs: row.computedAtMs,
  };
}

/**
 * Stores what analysis found, in place of an older curve.
 * @param fingerprint of the content that was analysed
 */
export function putAnalysis(
  db: WritableDB,
  trackId: number,
  fingerprint: string,
  analysis: TrackAnalysis,
  nowMs: number,
): void {
  const { curve, uncertainty } = analysis;
  const span = musicSpan(curve.arousal.length, analysis);
  const doubt = uncertainty === null ? null : openingOf(uncertainty, span);
  inTransaction(db, () => {
    run(
      db,
      `UPDATE tracks SET duration_seconds = ?, sample_rate_hz = ?, channels = ?, loudness_lufs = ?, sample_peak = ?,
         leading_silence_seconds = ?, trailing_silence_seconds = ?, fade_in_seconds = ?, fade_out_seconds = ?,
         mean_arousal = ?, mean_valence = ?
       WHERE id = ?`,
      analysis.durationSeconds,
      analysis.sampleRateHz,
      analysis.channels,
      analysis.loudnessLufs,
      analysis.samplePeak,
      analysis.leadingSilenceSeconds,
      analysis.trailingSilenceSeconds,
      analysis.fadeInSeconds,
      analysis.fadeOutSeconds,
      meanOf(curve.arousal),
      meanOf(curve.valence),
      trackId,
    );
    run(
      db,
      `INSERT OR REPLACE INTO curves
         (track_id, fingerprint, model_version, arousal, valence, opening, closing, computed_at_ms,
          arousal_uncertainty, valence_uncertainty, opening_arousal_uncertainty, opening_valence_uncertainty)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      trackId,
      fingerprint,
      analysis.modelVersion,
      quantise(curve.arousal),
      quantise(curve.valence),
      quantise(interleave(openingOf(curve, span))),
      quantise(interleave(closingOf(curve, span))),
      nowMs,
      uncertainty === null ? null : deviationsToBytes(uncertainty.arousal),
      uncertainty === null ? null : deviationsToBytes(uncertainty.valence),
      doubt === null ? null : meanOf(doubt.arousal),
      doubt === null ? null : meanOf(doubt.valence),
    );
    putSound(db, trackId, analysis.sound ?? null);
  });
}

/**
 * Gives a track the curve and measurements of another one with the same content and model, if there is such a one.
 * @returns whether there was
 */
export function takeOverAnalysis(
  db: WritableDB,
  trackId: number,
  fingerprint: string,
  modelVersion: string,
): boolean {
  const twin = get<{ id: number }>(
    db,
    `SELECT track_id AS id FROM curves WHERE fingerprint = ? AND model_version = ? AND track_id <> ?
     ORDER BY track_id LIMIT 1`,
    fingerprint,
    modelVersion,
    trackId,
  );
  if (twin === undefined) return false;
  inTransaction(db, () => {
    run(
      db,
      `INSERT OR REPLACE INTO curves
         (track_id, fingerprint, model_version, arousal, valence, opening, closing, computed_at_ms,
          arousal_uncertainty, valence_uncertainty, opening_arousal_uncertainty, opening_valence_uncertainty)
       SELECT @to, fingerprint, model_version, arousal, valence, opening, closing, computed_at_ms,
         arousal_uncertainty, valence_uncertainty, opening_arousal_uncertainty, opening_valence_uncertainty
       FROM curves WHERE track_id = @from`,
      { from: twin.id, to: trackId },
    );
    // What was measured belongs to the content as well.
    run(
      db,
      `UPDATE tracks SET (duration_seconds, sample_rate_hz, channels, loudness_lufs, sample_peak,
         leading_silence_seconds, trailing_silence_seconds, fade_in_seconds, fade_out_seconds, mean_arousal,
         mean_valence) =
         (SELECT duration_seconds, sample_rate_hz, channels, loudness_lufs, sample_peak,
            leading_silence_seconds, trailing_silence_seconds, fade_in_seconds, fade_out_seconds, mean_arousal,
            mean_valence
          FROM tracks WHERE id = @from)
       WHERE id = @to`,
      { from: twin.id, to: trackId },
    );
    copySound(db, twin.id, trackId);
  });
  return true;
}

/** How a track ends: the last pairs of its music; undefined where it has no curve. */
export function getClosing(db: ReadableDB, trackId: number): Curve | undefined {
  const row = get<{ closing: Uint8Array }>(db, 'SELECT closing FROM curves WHERE track_id = ?', trackId);
  if (row === undefined || row.closing.length === 0) return undefined;
  return separate(dequantise(row.closing));
}

/** Makes the curves of these tracks, and of their copies, count as outdated: they serve on until new ones come. */
export function outdateCurves(db: WritableDB, trackIds: readonly number[]): void {
  inTransaction(db, () => {
    for (const id of trackIds) {
      run(
        db,
        `UPDATE curves SET model_version = 'outdated'
         WHERE fingerprint = (SELECT fingerprint FROM tracks WHERE id = ?)`,
        id,
      );
      run(db, 'DELETE FROM scan_outcomes WHERE track_id = ?', id);
    }
  });
}
