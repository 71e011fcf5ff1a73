import type { SongRecipe } from '../song/song-recipe.ts';
import type { ClipRecipe } from './clip-recipe.ts';

/** What the networks are and what joins them, in words. @param song null where clips are heard alone */
export function clipArchitecture(clip: ClipRecipe, song: SongRecipe | null): string {
  const layers = `LSTM ${clip.units.join(' - ')} units, ${clip.pooling === 'last' ? 'last step' : 'mean over the 44 steps'}`;
  if (song === null) return `${layers}, linear layer to 2${averaged(clip.members)}`;
  const { bandPairs, floorDb, newestShare } = song;
  return (
    `In each clip: ${layers}${averaged(clip.members)}. ` +
    `These states and ${3 * bandPairs} statistics of the clip (mean, standard deviation and mean absolute change of ` +
    `${bandPairs} pairs of bands, nothing below ${floorDb} dB), all standardised, are one step of a second network ` +
    `over the clips of the song, in the folder song: LSTM ${song.units.join(' - ')} units, linear layer to ` +
    `2${averaged(song.members)}. Its values are averaged over time, the newest with a share of ${newestShare} ` +
    '(the first ones evenly)'
  );
}

function averaged(members: number): string {
  return members > 1 ? `, ${members} such networks side by side in one` : '';
}
