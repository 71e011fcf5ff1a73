import { LEVEL_STATISTICS_SIZE, writeLevelStatistics } from './level-statistics.ts';
import { createModulationMeter, MODULATION_SIZE } from './modulation-meter.ts';
import { SPECTRAL_CONTRAST_SIZE, writeSpectralContrast } from './spectral-contrast.ts';

/** Numbers that a clip's statistics hold. */
export const CLIP_STATISTICS_SIZE = LEVEL_STATISTICS_SIZE + SPECTRAL_CONTRAST_SIZE + MODULATION_SIZE;

/** How many of them, from the first on, are mean levels, which a gain shifts. */
export { HEARD_BANDS as MEAN_LEVELS } from './audible-levels.ts';

/**
 * A function for the clips of one track, in order: writes a clip's level statistics, spectral contrast and modulation.
 * @returns `(levels [44, 51] dB, target, offset)`
 */
export function createClipStatistics(): (levels: Float32Array, target: Float32Array, offset: number) => void {
  const modulation = createModulationMeter();
  return (levels, target, offset) => {
    writeLevelStatistics(levels, target, offset);
    writeSpectralContrast(levels, target, offset + LEVEL_STATISTICS_SIZE);
    modulation.write(levels, target, offset + LEVEL_STATISTICS_SIZE + SPECTRAL_CONTRAST_SIZE);
  };
}
