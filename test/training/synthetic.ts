import { HEARD_BANDS, LEVELS_SIZE } from '../../src-core/emotion/hearing/audible-levels.ts';
import type { Curve } from '../../src-core/contract/analysis.ts';
import type { TrainingExcerpt } from '../../src-core/training/clip/training-excerpt.ts';
import { createRandom } from '../../src-core/training/run/random.ts';

/** A slowly wandering curve. */
export function syntheticCurve(length: number, seed: number): Curve {
  const random = createRandom(seed, 'curve');
  const walk = (): Float32Array => {
    let value = random.uniform() - 0.5;
    return Float32Array.from({ length }, () => (value = 0.98 * value + 0.02 * random.normal()));
  };
  return { arousal: walk(), valence: walk() };
}

/** Noise whose unrest tells arousal and whose tilt tells valence, as excerpts of four clips by ten artists. */
export function syntheticExcerpts(count: number, seed: number): TrainingExcerpt[] {
  return Array.from({ length: count }, (_, i): TrainingExcerpt => {
    const random = createRandom(seed, 'excerpt', i);
    const arousal = random.uniform() - 0.5;
    const valence = random.uniform() - 0.5;
    const levels = Int16Array.from({ length: 4 * LEVELS_SIZE }, (_level, at) =>
      Math.round(
        100 *
          (-20 +
            20 * valence * ((at % HEARD_BANDS) / HEARD_BANDS - 0.5) +
            (1.5 + 2 * arousal) * random.normal()),
      ),
    );
    const group = `artist ${i % 10}`;
    return {
      excerpt: {
        dataset: 'musifeast',
        id: String(i),
        file: `${i}.wav`,
        rating: { arousal, valence },
        quadrant: null,
        group,
        fold: (i % 10) % 5,
      },
      clips: 4,
      bands: HEARD_BANDS,
      levels,
      teacher: null,
    };
  });
}
