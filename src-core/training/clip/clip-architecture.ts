import { CLIP_STATISTICS_SIZE } from '../../emotion/hearing/clip-statistics.ts';
import type { SongRecipes } from '../song/train-song.ts';
import type { ClipRecipe } from './clip-recipe.ts';

/** What the networks are and what joins them, in words. @param song null where clips are heard alone */
export function clipArchitecture(clip: ClipRecipe, songRecipes: SongRecipes | null): string {
  const layers = `LSTM ${clip.units.join(' - ')} units, ${clip.pooling === 'last' ? 'last step' : 'mean over the 44 steps'}`;
  if (songRecipes === null) return `${layers}, linear layer to 2${averaged(clip.members)}`;
  const { recipe: song, landmarks } = songRecipes;
  return (
    `In each clip: ${layers}${averaged(clip.members)}. ` +
    `These states and ${CLIP_STATISTICS_SIZE} statistics of the clip's audible levels (mean, standard deviation and mean ` +
    'absolute change of each band, spectral contrast, modulation from 0.5 Hz up), all standardised, are one step of two ' +
    'further networks over the clips of the song, one from the first clip on (song/forward), one from the last one ' +
    `back (song/backward): LSTM ${song.units} units, linear layer to 4 (arousal, valence, logarithms of their ` +
    `variances)${averaged(song.members)}; what both say is added. They read windows of 100 clips, of which 60 at most ` +
    `are answered. A fourth network (song/landmarks) reads means and deviations of the statistics over the ` +
    `${landmarks.clips} clips around and answers by Gaussian kernels at ${landmarks.landmarks} excerpts of the training set ` +
    `(kernel ridge regression by the Nyström method); its answer is ${Math.round(100 * landmarks.share)} % of the curve. To ` +
    `arousal comes its share of how loud the clip is, which no network hears. Values are averaged with ${song.smoothingReach} neighbours to either side, in triangular weights`
  );
}

function averaged(members: number): string {
  return members > 1 ? `, ${members} such networks side by side in one` : '';
}
