import type { Random } from '../../support/random.ts';

const FIRST =
  'Amber Aurora Blue Broken Café Copper Crystal Distant Electric Empty Evening Fading Forgotten Gentle Golden Grey Hidden Hollow Ivory Last Little Lost Midnight Morning Northern Ölberg Paper Quiet Red Restless Sacred Scarlet Secret Silent Silver Sleepless Slow Southern Steel Summer Sunken Velvet Violet Wandering White Wild Winter Yellow Åsa Über'.split(
    ' ',
  );
const SECOND =
  'Anthem Avenue Bird Boat Bridge Carnival Cathedral Chance City Cloud Coast Dance Dawn Desert Door Dream Echo Engine Field Fire Flame Flight Forest Garden Ghost Harbour Heart Hill Home Hotel Island Journey Kingdom Lake Lantern Letter Light Machine Market Memory Mirror Moon Mountain Ocean Orchard Parade Planet Rain River Road Room Sea Shadow Signal Sky Sonata Star Station Stone Storm Street Summer Sun Symphony Tide Tower Town Train Valley Voyage Waltz Water Wave Window Wing Winter Wire Wood World'.split(
    ' ',
  );
const PEOPLE =
  'Adams Álvarez Bach Becker Brown Chen Cole Costa Dvořák Evans Fischer Garcia Hansen Ito Jensen Kowalski Larsen Lee Marín Moreau Nakamura Novák O’Brien Okafor Park Petrov Quinn Rossi Sørensen Silva Singh Smith Tanaka Torres Ueda Vega Wang Weber Young Zhang'.split(
    ' ',
  );
const GIVEN =
  'Ada Bela Björn Carla Chloé Dan Elif Emil Fatou Gus Hana Igor Jürgen Kofi Lena Mia Nils Olga Paul Rosa Sam Tove Uma Vera Will Yuki Zoë'.split(
    ' ',
  );

/** The first ones most often, as in people's libraries. */
const GENRES =
  'Rock Pop Electronic Classical Jazz Soundtrack Metal Folk Hip-Hop Indie Ambient Blues Soul Punk Reggae Country Techno Latin World Experimental Funk Opera Chanson Dub'.split(
    ' ',
  );

export function drawTitle(random: Random): string {
  const kind = random.uniform();
  if (kind < 0.15) return random.pick(SECOND);
  if (kind < 0.6) return `${random.pick(FIRST)} ${random.pick(SECOND)}`;
  if (kind < 0.8) return `${random.pick(SECOND)} of the ${random.pick(FIRST)} ${random.pick(SECOND)}`;
  if (kind < 0.95) return `The ${random.pick(SECOND)} and the ${random.pick(SECOND)}`;
  return `${random.pick(FIRST)} ${random.pick(SECOND)} No. ${1 + random.below(24)} (Live)`;
}

/** A person or a band; the number keeps apart those that chance gives one name. */
export function drawArtist(random: Random, number: number): string {
  if (random.uniform() < 0.5) return `${random.pick(GIVEN)} ${random.pick(PEOPLE)} ${toLetters(number)}`;
  return `The ${random.pick(FIRST)} ${random.pick(SECOND)}s ${toLetters(number)}`;
}

export function drawGenre(random: Random): string {
  return GENRES[Math.floor(random.uniform() ** 2 * GENRES.length)];
}

function toLetters(number: number): string {
  const rest = Math.floor(number / 26);
  const letter = String.fromCharCode(65 + (number % 26));
  return rest === 0 ? letter : toLetters(rest - 1) + letter;
}
