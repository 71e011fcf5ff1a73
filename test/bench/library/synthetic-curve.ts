import type { Curve } from '../../../src-core/contract/analysis.ts';
import type { Random } from '../../support/random.ts';

/** How one axis runs through a track. */
interface Axis {
  /** Mean and spread of tracks. */
  readonly mean: number;
  readonly between: number;
  /** Spread of sections about their track. */
  readonly sections: number;
  /** Spread of half seconds about their section, and how much of it the next one keeps. */
  readonly flutter: number;
  readonly flutterKept: number;
  /** How far the first sound lies from what follows. */
  readonly opening: number;
  readonly uncertainty: number;
  readonly uncertaintySpread: number;
}

/** As the shipped models hear 57 pieces of game and demo music. */
const AROUSAL: Axis = {
  ...{ mean: -0.08, between: 0.2, sections: 0.18, flutter: 0.014, flutterKept: 0.7, opening: -0.2 },
  ...{ uncertainty: 0.197, uncertaintySpread: 0.025 },
};
const VALENCE: Axis = {
  ...{ mean: 0.2, between: 0.11, sections: 0.08, flutter: 0.006, flutterKept: 0.7, opening: -0.07 },
  ...{ uncertainty: 0.172, uncertaintySpread: 0.028 },
};

/** Half seconds of a section. */
const SHORTEST_SECTION = 4;
const LONGEST_SECTION = 36;
/** Share of the way to a new section's level that each half second goes. */
const APPROACH = 0.25;
/** Share of an opening's distance that is left after each half second. */
const OPENING_KEPT = 0.9;

/** Where an artist, an album and a track lie on the plane, beside the one before: parts of the spread between tracks. */
export function drawMood(random: Random, share: number): { arousal: number; valence: number } {
  return {
    arousal: random.normal() * AROUSAL.between * Math.sqrt(share),
    valence: random.normal() * VALENCE.between * Math.sqrt(share),
  };
}

/** How a piece moves about its mean. Many tracks share few of these, which cost more than all else of a track. */
export function drawMovement(random: Random, pairs: number): Curve {
  return { arousal: movement(random, AROUSAL, pairs), valence: movement(random, VALENCE, pairs) };
}

/** A movement at a place on the plane, with how sure a model is of it. */
export function placeCurve(
  random: Random,
  shape: Curve,
  from: number,
  pairs: number,
  at: { readonly arousal: number; readonly valence: number },
): { curve: Curve; uncertainty: Curve } {
  const place = (axis: Axis, values: Float32Array, offset: number): Float32Array => {
    const placed = values.slice(from, from + pairs);
    let kept = axis.opening * (1 + random.normal() * 0.7);
    for (let i = 0; i < pairs; i++) {
      placed[i] = Math.max(-1, Math.min(1, placed[i] + axis.mean + offset + kept));
      kept *= OPENING_KEPT;
    }
    return placed;
  };
  const doubt = (axis: Axis): Float32Array =>
    new Float32Array(pairs).fill(axis.uncertainty + random.normal() * axis.uncertaintySpread);
  return {
    curve: {
      arousal: place(AROUSAL, shape.arousal, at.arousal),
      valence: place(VALENCE, shape.valence, at.valence),
    },
    uncertainty: { arousal: doubt(AROUSAL), valence: doubt(VALENCE) },
  };
}

function movement(random: Random, axis: Axis, pairs: number): Float32Array {
  const values = new Float32Array(pairs);
  let level = random.normal() * axis.sections;
  let wanted = level;
  let left = 0;
  let flutter = 0;
  const fresh = axis.flutter * Math.sqrt(1 - axis.flutterKept ** 2);
  for (let i = 0; i < pairs; i++) {
    if (left-- === 0) {
      left = SHORTEST_SECTION + random.below(LONGEST_SECTION - SHORTEST_SECTION);
      wanted = random.normal() * axis.sections;
    }
    level += APPROACH * (wanted - level);
    flutter = flutter * axis.flutterKept + random.normal() * fresh;
    values[i] = level + flutter;
  }
  return values;
}
