import { expect, test } from 'vitest';
import { seamTerms, TERM_WEIGHTS } from '../../src-core/queue/seam-terms.ts';
import { SEAM_TERMS, type SeamTerm } from '../../src-core/contract/queue.ts';
import { unknownFacts } from '../../src-core/queue/track-facts.ts';

/** Two tracks of which everything is known: alike unless told otherwise. */
function facts() {
  const known = unknownFacts(2);
  known.loudnessLufs.fill(-14);
  known.years.fill(1990);
  known.sounds.tempos.fill(120);
  known.sounds.tempoConfidences.fill(255);
  known.sounds.keys.fill(0);
  known.sounds.keyConfidences.fill(255);
  known.sounds.hasTimbre.fill(1);
  return known;
}

function costs(of: ReturnType<typeof facts>, leftOut: readonly SeamTerm[] = []) {
  const found: Partial<Record<SeamTerm, number>> = {};
  seamTerms(of, 0, 1, leftOut, (term, cost) => (found[term] = cost));
  return found;
}

test('two tracks alike, or of which nothing is known, cost nothing', () => {
  expect(costs(facts())).toEqual({});
  expect(costs(unknownFacts(2))).toEqual({});
});

test('a tempo counts by how far it is from the same, half or double', () => {
  const library = facts();
  library.sounds.tempos[1] = 60;
  expect(costs(library)).toEqual({});
  library.sounds.tempos[1] = 120 * 2 ** 0.25;
  expect(costs(library).tempo).toBeCloseTo(TERM_WEIGHTS.tempo / 2);
  library.sounds.tempos[1] = 240 * Math.SQRT2;
  expect(costs(library).tempo).toBeCloseTo(TERM_WEIGHTS.tempo);
  library.sounds.tempoConfidences[1] = 64;
  expect(costs(library).tempo).toBeCloseTo(TERM_WEIGHTS.tempo / 2);
});

test('a key counts by steps on the wheel of keys', () => {
  const library = facts();
  library.sounds.keys[1] = 12 + 9;
  expect(costs(library).key).toBeCloseTo(TERM_WEIGHTS.key / 7);
  library.sounds.keys[1] = 12 + 3;
  expect(costs(library).key).toBeCloseTo(TERM_WEIGHTS.key);
});

test('loudness, timbre and era count up to their weights', () => {
  const library = facts();
  library.loudnessLufs[1] = -40;
  library.years[1] = 1890;
  library.sounds.timbres.fill(100, 8);
  const { loudness, era, timbre } = costs(library);
  expect([loudness, era, timbre]).toEqual([TERM_WEIGHTS.loudness, TERM_WEIGHTS.era, TERM_WEIGHTS.timbre]);
});

test('each can be left out', () => {
  const library = facts();
  library.loudnessLufs[1] = -40;
  library.years[1] = 1890;
  library.sounds.timbres.fill(100, 8);
  library.sounds.tempos[1] = 160;
  library.sounds.keys[1] = 6;
  const all = Object.keys(costs(library)).sort();
  expect(all).toEqual(['era', 'key', 'loudness', 'tempo', 'timbre']);
  for (const term of SEAM_TERMS) {
    expect(Object.keys(costs(library, [term])).sort()).toEqual(all.filter((other) => other !== term));
  }
});
