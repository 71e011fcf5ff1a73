import { expect, it } from 'vitest';
import { countOf } from '../../../renderer/format/count.ts';
import { clockTime, longTime, spokenTime } from '../../../renderer/format/duration.ts';
import { moodWord } from '../../../renderer/format/mood-word.ts';

it('writes times as clocks do', () => {
  expect([0, 7.9, 187, 3729].map(clockTime)).toEqual(['0:00', '0:07', '3:07', '1:02:09']);
});

it('writes long times in words', () => {
  expect([20, 3100, 7200, 12_000].map(longTime)).toEqual(['1 min', '52 min', '2 h', '3 h 20 min']);
});

it('says times aloud', () => {
  expect([1, 42, 61, 187].map(spokenTime)).toEqual([
    '1 second',
    '42 seconds',
    '1 minute 1 second',
    '3 minutes 7 seconds',
  ]);
});

it('counts', () => {
  expect(countOf(1, 'track')).toBe('1 track');
  expect(countOf(100_000, 'track')).toBe('100,000 tracks');
});

it('finds a word for every direction of the mood plane, and one for its middle', () => {
  expect(moodWord({ arousal: 0.3, valence: 0.6 })).toBe('joyful');
  expect(moodWord({ arousal: 0.6, valence: 0.5 })).toBe('excited');
  expect(moodWord({ arousal: 0.6, valence: -0.1 })).toBe('tense');
  expect(moodWord({ arousal: 0.6, valence: -0.6 })).toBe('angry');
  expect(moodWord({ arousal: -0.3, valence: -0.6 })).toBe('sad');
  expect(moodWord({ arousal: -0.6, valence: 0.6 })).toBe('calm');
  expect(moodWord({ arousal: 0, valence: -0.9 })).toBe('upset');
  expect(moodWord({ arousal: 0.05, valence: -0.05 })).toBe('even');
});
