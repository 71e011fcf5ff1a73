/** All pieces of the demo library, in the order of their albums. */
import { adagio } from './adagio.ts';
import { bossa } from './bossa.ts';
import { chiptune } from './chiptune.ts';
import { darksynth } from './darksynth.ts';
import { funk } from './funk.ts';
import { jazz } from './jazz.ts';
import { jig } from './jig.ts';
import { lullaby } from './lullaby.ts';
import { march } from './march.ts';
import { metal } from './metal.ts';
import { nocturne } from './nocturne.ts';
import { seaglass } from './seaglass.ts';
import { suspense } from './suspense.ts';
import { thaw } from './thaw.ts';
import { undertow } from './undertow.ts';
import { weather } from './weather.ts';
import type { Piece } from '../score.ts';

/** The demo library. */
export const PIECES: readonly Piece[] = [
  nocturne,
  lullaby,
  seaglass,
  undertow,
  adagio,
  suspense,
  thaw,
  march,
  jig,
  weather,
  funk,
  bossa,
  jazz,
  chiptune,
  darksynth,
  metal,
];
