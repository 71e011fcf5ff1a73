import { expect, test } from 'vitest';
import { judgeSeam } from '../../src-core/queue/judge-seam.ts';
import { reasonOf } from '../../src-core/queue/reason.ts';
import { type PlainTrack, planLibraryOf } from './plan-library-of.ts';

/** What is said of the second track after the first; forecasts are wrong by 0.2, so their band reaches 0.207 to either side. */
function sentenceOf(first: PlainTrack, second: PlainTrack): string {
  const library = planLibraryOf([first, second]);
  return reasonOf(library.openings, judgeSeam(library, 0, 1, [])).sentence;
}

const calm = { arousal: -0.3, valence: 0.4 };

test.each([
  [
    'as foretold',
    { arousal: -0.3, valence: 0.25 },
    'Carries on: the music is heading calm, and this opens just so.',
  ],
  [
    'another word, yet within the band',
    { arousal: -0.2, valence: 0.5 },
    'Carries on: the music is heading calm, and this opens content.',
  ],
  [
    'livelier',
    { arousal: 0.1, valence: 0.3 },
    'A step up from here: livelier than foretold. The music is heading calm, and this opens joyful.',
  ],
  [
    'calmer',
    { arousal: -0.62, valence: 0.44 },
    'A step down from here: calmer than foretold. The music is heading calm, and this opens very calm.',
  ],
  [
    'darker',
    { arousal: -0.4, valence: -0.2 },
    'A turn from here: darker than foretold. The music is heading calm, and this opens weary.',
  ],
  [
    'livelier and darker',
    { arousal: 0.5, valence: -0.3 },
    'A step up from here: livelier and darker than foretold. The music is heading calm, and this opens angry.',
  ],
])('says plainly whether a track opens as foretold: %s', (_, second, sentence) => {
  expect(sentenceOf(calm, second)).toBe(sentence);
});
