import { CLIP_FRAMES, HOP_SAMPLES, ANALYSIS_RATE_HZ } from '../../audio/constants.ts';
import { HEARD_BANDS } from './audible-levels.ts';

/** Twelve groups of four bands; the three highest bands are left over. */
const GROUPS = 12;
const GROUP_BANDS = 4;
/** Corners of the low-passes whose differences are the modulation bands: above 16 Hz, 8 to 16 Hz, ... 0.5 to 1 Hz. */
const CORNERS_HZ = [16, 8, 4, 2, 1, 0.5];
const SHARES = CORNERS_HZ.map((hz) => 1 - Math.exp((-2 * Math.PI * hz * HOP_SAMPLES) / ANALYSIS_RATE_HZ));

/** Numbers that a {@link ModulationMeter} writes. */
export const MODULATION_SIZE = CORNERS_HZ.length * GROUPS;

/** Measures how levels sway, from tremolo down to the slow pulse of a song, clip after clip of one track. */
export interface ModulationMeter {
  /**
   * Takes the next clip and writes, for each modulation band and group of mel bands, the root mean square of what sways
   * in it, dB: `[6, 12]`.
   * @param levels audible levels, `[44, 51]` dB
   */
  write(levels: Float32Array, target: Float32Array, offset: number): void;
}

/** A meter for one track: one-pole low-passes that go on from clip to clip, settled at the track's first frame. */
export function createModulationMeter(): ModulationMeter {
  const lows = new Float64Array(MODULATION_SIZE);
  const energies = new Float64Array(MODULATION_SIZE);
  let started = false;
  return {
    write(levels, target, offset) {
      energies.fill(0);
      for (let frame = 0; frame < CLIP_FRAMES; frame++) {
        for (let group = 0; group < GROUPS; group++) {
          const first = frame * HEARD_BANDS + group * GROUP_BANDS;
          const level =
            (levels[first] + levels[first + 1] + levels[first + 2] + levels[first + 3]) / GROUP_BANDS;
          if (!started) for (let i = group; i < MODULATION_SIZE; i += GROUPS) lows[i] = level;
          let wider = level;
          for (let corner = 0; corner < CORNERS_HZ.length; corner++) {
            const i = corner * GROUPS + group;
            const low = lows[i] + SHARES[corner] * (level - lows[i]);
            const swaying = wider - low;
            energies[i] += swaying * swaying;
            lows[i] = low;
            wider = low;
          }
        }
        started = true;
      }
      for (let i = 0; i < MODULATION_SIZE; i++) target[offset + i] = Math.sqrt(energies[i] / CLIP_FRAMES);
    },
  };
}
