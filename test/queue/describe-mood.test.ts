import { describe, expect, it } from 'vitest';
import { describeMood } from '../../src-core/queue/describe-mood.ts';

describe('describeMood', () => {
  it.each([
    [0, 0, 'neutral'],
    [0.5, 0.5, 'very joyful'],
    [0.3, 0.3, 'joyful'],
    [0.1, 0.1, 'slightly joyful'],
    [0.5, 0, 'energetic'],
    [0.35, -0.35, 'tense'],
    [0, -0.5, 'bitter'],
    [-0.3, -0.3, 'sad'],
    [-0.5, 0, 'still'],
    [-0.3, 0.3, 'calm'],
    [0, 0.5, 'content'],
  ])('names arousal %d, valence %d "%s"', (arousal, valence, words) => {
    expect(describeMood({ arousal, valence })).toBe(words);
  });
});
