import { describe, expect, it } from 'vitest';
import { CLIP_STATISTICS_SIZE } from '../../src-core/emotion/hearing/clip-statistics.ts';
import { createRandom } from '../../src-core/training/run/random.ts';
import { kernelTargets } from '../../src-core/training/song/kernel-targets.ts';
import type { SongExcerpt } from '../../src-core/training/song/song-excerpt.ts';
import { songScales } from '../../src-core/training/song/song-scales.ts';

const CLIPS = 3;

/** Excerpts whose statistics all rise with what they are rated; the last of every five has no rating. */
function excerpts(count: number): SongExcerpt[] {
  const random = createRandom(3, 'kernel');
  return Array.from({ length: count }, (_, i): SongExcerpt => {
    const arousal = random.normal();
    return {
      excerpt: {
        dataset: i % 5 === 4 ? '4q' : 'musifeast',
        id: String(i),
        file: `${i}.opus`,
        group: String(i),
        fold: i % 4,
        rating: i % 5 === 4 ? null : { arousal, valence: 0 },
        quadrant: i % 5 === 4 ? (arousal > 0 ? 'Q1' : 'Q3') : null,
        genre: '',
      } as unknown as SongExcerpt['excerpt'],
      clips: CLIPS,
      inputs: CLIP_STATISTICS_SIZE,
      descriptions: Float32Array.from(
        { length: CLIPS * CLIP_STATISTICS_SIZE },
        () => arousal + 0.3 * random.normal(),
      ),
      levels: new Float32Array(CLIPS),
      teacher: null,
      hint: null,
    };
  });
}

describe('what kernel regression says of arousal', () => {
  it('comes near to ratings that it was not fitted on, and to quadrants', () => {
    const all = excerpts(60);
    const scales = songScales(all);
    const targets = kernelTargets(all, scales, 0.04);
    expect(targets.size).toBe(all.length);
    const { mean, standardDeviation } = scales.ratings.get('musifeast')!;
    for (const item of all) {
      const { rating, quadrant } = item.excerpt;
      const said = targets.get(item)!;
      if (rating !== null) {
        const truth = (rating.arousal - mean[0]) / standardDeviation[0];
        if (Math.abs(truth) > 0.5) expect(Math.sign(said)).toBe(Math.sign(truth));
      }
      if (quadrant !== null) expect(Number.isFinite(said)).toBe(true);
    }
  });

  it('does not know what an excerpt of the same fold is rated', () => {
    const all = excerpts(40);
    const changed = all.map((item) =>
      item.excerpt.fold === 2 && item.excerpt.rating !== null
        ? { ...item, excerpt: { ...item.excerpt, rating: { arousal: -1, valence: 0 } } }
        : item,
    );
    const scales = songScales(all);
    const before = kernelTargets(all, scales, 0.04);
    const after = kernelTargets(changed, scales, 0.04);
    all.forEach((item, i) => {
      if (item.excerpt.fold === 2) expect(after.get(changed[i])).toBeCloseTo(before.get(item)!, 9);
    });
  });
});
