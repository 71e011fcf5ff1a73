import type { MusicalKey } from '../../contract/sound.ts';
import { circleDistance } from './key-distance.ts';

/** How often the notes of a scale sound, from its tonic up by semitones (Albrecht & Shanahan 2013). */
const MAJOR = [0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.08, 0.008, 0.081] as const;
const MINOR = [0.22, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052] as const;

/** Partials of a tone above its octaves: the twelfth lies on the fifth, the fifth partial on the major third. */
const PARTIALS = [
  { semitones: 0, weight: 1 },
  { semitones: 7, weight: 0.2 },
  { semitones: 4, weight: 0.08 },
] as const;

/** Lead over the next best unrelated key at which there is no doubt. */
const CERTAIN_LEAD = 0.3;

const TEMPLATES = [MAJOR, MINOR].map(withPartials);

/**
 * The key whose notes the pitch classes resemble most (Krumhansl 1990). Relative keys share their notes and are
 * told apart least surely; what is said to be sure is only that the others are worse.
 *
 * @param chroma strength of each pitch class from C up
 * @returns null where nothing sounds
 */
export function findKey(chroma: Float64Array): MusicalKey | null {
  if (!chroma.some((value) => value > 0)) return null;
  const fits = Array.from({ length: 24 }, (_, i) => ({
    tonic: i % 12,
    isMinor: i >= 12,
    fit: correlation(chroma, TEMPLATES[i >= 12 ? 1 : 0], i % 12),
  })).sort((a, b) => b.fit - a.fit || a.tonic - b.tonic);
  const [best] = fits;
  const rival = fits.find((other) => circleDistance(best, other) > 1) ?? best;
  const confidence = Math.max(0, Math.min(1, (best.fit - rival.fit) / CERTAIN_LEAD));
  return { tonic: best.tonic, isMinor: best.isMinor, confidence };
}

function withPartials(profile: readonly number[]): Float64Array {
  const out = new Float64Array(12);
  profile.forEach((often, note) => {
    for (const { semitones, weight } of PARTIALS) out[(note + semitones) % 12] += often * weight;
  });
  return out;
}

function correlation(chroma: Float64Array, template: Float64Array, tonic: number): number {
  const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / 12;
  const [a, b] = [meanOf(chroma), meanOf(template)];
  let [product, power, other] = [0, 0, 0];
  for (let note = 0; note < 12; note++) {
    const x = chroma[(note + tonic) % 12] - a;
    const y = template[note] - b;
    product += x * y;
    power += x * x;
    other += y * y;
  }
  return power === 0 ? 0 : product / Math.sqrt(power * other);
}
