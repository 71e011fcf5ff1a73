import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import { NEUTRAL_WORD } from '../contract/mood-word.ts';
import type { PickEffect, TargetPull } from '../contract/queue.ts';
import { curveLevel } from './curve-level.ts';
import { describeMood } from './describe-mood.ts';
import type { Continuation } from './expected-jump.ts';
import { departureFrom } from './foretold.ts';
import type { Found } from './plan.ts';

/** Effects below this did not decide and are left to the numbers. */
const WORTH_A_WORD = 0.015;

/** Nearer than this to a point of the plane, nobody feels the difference. */
const ARRIVED = 0.05;

/** The sentence a listener reads under the next track: where the music heads, how this opens, what else counted. */
export function explainPick(found: Found, opening: Curve): string {
  const { standing, pull, effects, byAlbum } = found;
  if (byAlbum) return 'Next on the album.';
  return [
    explainMeeting(standing.continuation, curveLevel(opening)),
    pull === null ? '' : explainPull(pull),
    explainEffects(effects),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Says whether this goes on as foretold, as the picture of the seam shows it and its mark judges it. */
function explainMeeting(continuation: Continuation, opened: MoodPoint): string {
  const level = curveLevel(continuation);
  const [heading, opens] = [describeMood(level), describeMood(opened)];
  const { arousal, valence } = departureFrom(level, opened, continuation.variance);
  if (arousal === 0 && valence === 0) {
    return `Carries on: the music ${heads(heading)}, and this opens ${heading === opens ? 'just so' : opens}.`;
  }
  const way = arousal === 0 ? 'A turn' : arousal > 0 ? 'A step up' : 'A step down';
  const words = [
    arousal === 0 ? [] : arousal > 0 ? 'livelier' : 'calmer',
    valence === 0 ? [] : valence > 0 ? 'brighter' : 'darker',
  ];
  const moods = heading === opens ? '' : ` The music ${heads(heading)}, and this opens ${opens}.`;
  return `${way} from here: ${words.flat().join(' and ')} than foretold.${moods}`;
}

function heads(mood: string): string {
  return mood === NEUTRAL_WORD ? 'keeps even' : `is heading ${mood}`;
}

function explainPull({ target, remaining }: TargetPull): string {
  const wish = describeMood(target);
  return remaining < ARRIVED ? `Stays with your wish, ${wish}.` : `A step toward your wish, ${wish}.`;
}

function explainEffects(effects: readonly PickEffect[]): string {
  const words = effects.flatMap(({ kind, cost }) =>
    Math.abs(cost) < WORTH_A_WORD ? [] : wordsFor(kind, cost),
  );
  return words.length === 0 ? '' : `${capitalise(words.join(', '))}.`;
}

function wordsFor(kind: PickEffect['kind'], cost: number): string[] {
  switch (kind) {
    case 'genre':
      return ['of the same genre'];
    case 'heard-lately':
      return ['though heard lately'];
    case 'skipped-here':
      return ['though skipped in this mood before'];
    case 'loved':
      return ['one you love'];
    case 'discovery':
      return [
        cost < 0 ? 'as rarely or often played as you asked for' : 'though not what you asked to discover',
      ];
    case 'loudness':
    case 'tempo':
    case 'key':
    case 'timbre':
    case 'era':
    case 'course':
    case 'chance':
      return [];
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
