import { expect, it } from 'vitest';
import type { Course, JourneyProgress, Queue } from '../../../src-core/contract/api/index.ts';
import { courseSentence } from '../../../renderer/format/course-sentence.ts';
import { moodInWords, moodPhrase } from '../../../renderer/format/mood-phrase.ts';
import { entry, queue } from '../support/cues.ts';

const CALM = { arousal: -0.4, valence: 0.4 };
const LIVELY = { arousal: 0.5, valence: 0.3 };

function steered(
  course: Course,
  moods = [LIVELY, LIVELY, CALM],
  journey: JourneyProgress | null = null,
): Queue {
  const [current, ...upcoming] = moods.map((meanMood, i) => entry(i + 1, { meanMood }));
  const plain = queue(1, current, upcoming);
  return { ...plain, steering: { ...plain.steering, course, journey } };
}

it('says a mood by its two axes', () => {
  expect(moodPhrase(CALM)).toBe('calm and pleasant');
  expect(moodPhrase({ arousal: 0.5, valence: 0 })).toBe('excited');
  expect(moodPhrase({ arousal: 0, valence: -0.5 })).toBe('unpleasant');
  expect(moodPhrase({ arousal: 0.01, valence: 0 })).toBe('even');
  expect(moodInWords(CALM)).toBe('calm and pleasant');
  expect(moodInWords({ arousal: 0.2, valence: 0.5 })).toBe('joyful, excited and pleasant');
});

it('says where the queue walks, and how far that is', () => {
  const toCalm: Course = { kind: 'target', point: CALM, pull: 0.5 };
  expect(courseSentence(steered(toCalm))).toBe('Walking toward calm and pleasant, about 2 tracks to go');
  expect(courseSentence(steered(toCalm, [LIVELY, CALM]))).toMatch(/about 1 track to go$/);
  expect(courseSentence(steered(toCalm, [LIVELY, LIVELY]))).toBe('Walking toward calm and pleasant');
  expect(courseSentence(steered(toCalm, [CALM]))).toBe('Staying calm and pleasant');
  expect(courseSentence(steered({ kind: 'around', point: LIVELY, radius: 0.2 }))).toBe(
    'Staying around excited and pleasant',
  );
  expect(courseSentence(steered({ kind: 'flow' }))).toBe('Going where the music is heading');
});

it('says how far a journey has come', () => {
  const points = [LIVELY, CALM].map((point) => ({ point, after: { tracks: 2 } }));
  const at = (reached: number, tracksLeft: number[]): string =>
    courseSentence(steered({ kind: 'journey', points }, undefined, { start: CALM, reached, tracksLeft }));
  expect(at(0, [2, 4])).toBe('On the way to excited and pleasant, stop 1 of 2, about 2 tracks to go');
  expect(at(1, [1])).toBe('On the way to calm and pleasant, stop 2 of 2, about 1 track to go');
  expect(at(2, [])).toBe('Arrived: staying calm and pleasant');
});

it('says when chance or a list decides', () => {
  expect(courseSentence({ ...steered({ kind: 'flow' }), mode: 'shuffle' })).toBe('Playing by chance');
  expect(courseSentence({ ...steered({ kind: 'flow' }), mode: 'order' })).toMatch(/order of the list$/);
});
