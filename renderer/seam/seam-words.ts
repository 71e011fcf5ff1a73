import type { SeamView } from '../../src-core/contract/api/index.ts';
import { mean } from '../curve/mean-mood.ts';
import { moodWord } from '../format/mood-word.ts';

type EffectKind = SeamView['effects'][number]['kind'];

/** What spoke for or against a track, for the listener. */
const EFFECT_WORDS: Readonly<Record<EffectKind, string>> = {
  genre: 'The same kind of music',
  'heard-lately': 'Heard lately',
  'skipped-here': 'Skipped in such a place before',
  loved: 'You love it',
  loudness: 'Difference in loudness',
  tempo: 'Another tempo',
  key: 'A key further off',
  timbre: 'Another colour of sound',
  era: 'Another time',
  discovery: 'How often it is played',
  course: 'Where you want to go',
  chance: 'A little chance',
};

export function effectWords(kind: EffectKind): string {
  return EFFECT_WORDS[kind];
}

/** For those who cannot see the picture. */
export function seamInWords({ arriving, forecast, opening, distance }: SeamView): string {
  const mood = (curve: SeamView['closing']): string =>
    moodWord({ arousal: mean(curve.arousal), valence: mean(curve.valence) });
  return (
    `Where the two tracks meet: the music is heading ${mood(forecast)}, and “${arriving.title}” opens ` +
    `${mood(opening)}. On average they are ${distance.toFixed(2)} apart.`
  );
}

/** `+0.012`, `−0.030`: costs count against a track, the lower the better. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
