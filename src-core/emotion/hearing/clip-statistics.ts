import { HEARD_BANDS, meanLevel } from './audible-levels.ts';
import { CHANGE_BANDS, LEVEL_STATISTICS_SIZE, writeLevelStatistics } from './level-statistics.ts';
import { createModulationMeter, MODULATION_SIZE } from './modulation-meter.ts';
import { SPECTRAL_CONTRAST_SIZE, writeSpectralContrast } from './spectral-contrast.ts';

/** Numbers that a clip's statistics hold. */
export const CLIP_STATISTICS_SIZE = LEVEL_STATISTICS_SIZE + SPECTRAL_CONTRAST_SIZE + MODULATION_SIZE;

/** Sizes of their parts: mean levels, deviations, changes, spectral contrast, modulation. */
export const CLIP_STATISTICS_PARTS = [
  HEARD_BANDS,
  HEARD_BANDS,
  CHANGE_BANDS,
  SPECTRAL_CONTRAST_SIZE,
  MODULATION_SIZE,
] as const;

/**
 * A function for the clips of one track, in order: writes a clip's level statistics (mean levels relative to the mean
 * over all bands, so that a gain changes nothing), spectral contrast and modulation, and returns that mean, dB.
 * @returns `(levels [44, 51] dB, target, offset) => mean level`
 */
export function createClipStatistics(): (
  levels: Float32Array,
  target: Float32Array,
  offset: number,
) => number {
  const modulation = createModulationMeter();
  return (levels, target, offset) => {
    writeLevelStatistics(levels, target, offset);
    const level = meanLevel(levels);
    for (let band = 0; band < HEARD_BANDS; band++) target[offset + band] -= level;
    writeSpectralContrast(levels, target, offset + LEVEL_STATISTICS_SIZE);
    modulation.write(levels, target, offset + LEVEL_STATISTICS_SIZE + SPECTRAL_CONTRAST_SIZE);
    return level;
  };
}
