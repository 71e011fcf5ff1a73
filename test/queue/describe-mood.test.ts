import { describe, expect, it } from 'vitest';
import { describeMood } from '../../src-core/queue/describe-mood.ts';

describe('describeMood', () => {
  it.each([
    [0, 0, 'even'],
    [0.1, 0.05, 'even'],
    [0.5, 0.5, 'very excited'],
    [0.3, 0.3, 'excited'],
    [0.1, 0.1, 'slightly excited'],
    [0.5, 0, 'tense'],
    [0.35, -0.35, 'angry'],
    [0, -0.5, 'upset'],
    [-0.3, -0.3, 'weary'],
    [-0.5, 0, 'sleepy'],
    [-0.3, 0.3, 'calm'],
    [0, 0.5, 'content'],
  ])('names arousal %d, valence %d "%s"', (arousal, valence, words) => {
    expect(describeMood({ arousal, valence })).toBe(words);
  });
});
