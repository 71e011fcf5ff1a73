import type { Curve } from '../contract/analysis.ts';
import type { PickEffect, TargetPull } from '../contract/queue.ts';
import { curveLevel } from './curve-level.ts';
import { describeMood } from './describe-mood.ts';
import type { Found } from './plan.ts';

/** Effects below this did not decide and are left to the numbers. */
const WORTH_A_WORD = 0.015;

/** Nearer than this to a point of the plane, nobody feels the difference. */
const ARRIVED = 0.05;

/** The sentence a listener reads under the next track: where the music heads, how this opens, what else counted. */
export function explainPick(found: Found, opening: Curve): string {
  const { standing, pull, chosen, effects, byAlbum } = found;
  if (byAlbum) return 'Next on the album.';
  const wanted = curveLevel(standing.wanted);
  const opened = curveLevel(opening);
  const heading = describeMood(wanted);
  const opens = describeMood(opened);
  const { risk } = chosen.jump;
  // Apart by more than the curves may be wrong by: then it is the truth that this is a turn nobody asked for.
  const isTurn =
    (opened.arousal - wanted.arousal) ** 2 + (opened.valence - wanted.valence) ** 2 >
    risk.arousal + risk.valence;
  const meeting = isTurn
    ? `The nearest there is: the music is heading ${heading}, and this opens ${opens}.`
    : heading === opens
      ? `Carries on: the music is heading ${heading}, and this opens just so.`
      : `Carries on: the music is heading ${heading}, and this opens ${opens}.`;
  return [meeting, pull === null ? '' : explainPull(pull), explainEffects(effects)]
    .filter((part) => part !== '')
    .join(' ');
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
