import { HOP_SECONDS, type TrackAnalysis } from '../../../src-core/contract/analysis.ts';
import type { Art } from '../../../src-core/database/art.ts';
import type { TrackTags } from '../../../src-core/database/tracks.ts';
import { drawCover } from './cover.ts';
import { drawArtist, drawGenre, drawTitle } from './names.ts';
import type { Random } from '../../support/random.ts';
import { drawMood, drawMovement, placeCurve } from './synthetic-curve.ts';

export interface SyntheticTrack {
  /** `Artist/Album/01 Title` */
  readonly name: string;
  readonly tags: TrackTags;
  /** Null where no curve has been computed yet. */
  readonly analysis: TrackAnalysis | null;
}

export interface SyntheticAlbum {
  readonly cover: Art | null;
  readonly tracks: readonly SyntheticTrack[];
}

const USUAL_SECONDS = 220;
const MOST_ALBUMS_PER_ARTIST = 7;
const MOST_TRACKS = 20;
const FEWEST_TRACKS = 4;
/** Movements that all tracks share, each as long as the longest track. */
const MOVEMENTS = 256;
const LONGEST_PAIRS = 1800;
const WITH_COVER = 0.9;
const WITH_CURVE = 0.998;
/** Shares of the spread between tracks that lie between artists and between albums of one. */
const ARTIST_SHARE = 0.35;
const ALBUM_SHARE = 0.15;

/**
 * Albums without end, artist by artist, under one model's version.
 * @param usualSeconds of a track: they last from a quarter of it to four times as long
 */
export function* drawAlbums(
  random: Random,
  modelVersion: string,
  usualSeconds = USUAL_SECONDS,
): Generator<SyntheticAlbum, never> {
  const movements = Array.from({ length: MOVEMENTS }, () => drawMovement(random, 2 * LONGEST_PAIRS));
  for (let number = 0; ; number++) {
    const artist = drawArtist(random, number);
    const genre = drawGenre(random);
    const artistMood = drawMood(random, ARTIST_SHARE);
    const albums = 1 + random.below(MOST_ALBUMS_PER_ARTIST);
    for (let i = 0; i < albums; i++) {
      const album = drawTitle(random);
      const year = 1955 + random.below(70);
      const albumMood = drawMood(random, ALBUM_SHARE);
      const trackCount = FEWEST_TRACKS + random.below(MOST_TRACKS - FEWEST_TRACKS);
      const tracks = Array.from({ length: trackCount }, (_, at): SyntheticTrack => {
        const title = drawTitle(random);
        const own = drawMood(random, 1 - ARTIST_SHARE - ALBUM_SHARE);
        const pairs = drawPairs(random, usualSeconds);
        const durationSeconds = pairs * HOP_SECONDS + random.uniform() * 0.2;
        const { curve, uncertainty } = placeCurve(
          random,
          random.pick(movements),
          random.below(LONGEST_PAIRS),
          pairs,
          {
            arousal: artistMood.arousal + albumMood.arousal + own.arousal,
            valence: artistMood.valence + albumMood.valence + own.valence,
          },
        );
        const signal = { durationSeconds, sampleRateHz: 44_100, channels: 2 };
        return {
          name: `${artist}/${album}/${String(at + 1).padStart(2, '0')} ${title}`,
          tags: {
            ...{ title, artist, album, albumArtist: artist, genre, trackNo: at + 1, discNo: 1, year },
            ...signal,
          },
          analysis:
            random.uniform() > WITH_CURVE
              ? null
              : {
                  ...{ ...signal, curve, uncertainty, modelVersion },
                  loudnessLufs: -15.3 + 3.5 * random.normal(),
                  samplePeak: 0.75 + 0.25 * random.uniform(),
                  leadingSilenceSeconds: Math.max(0, 0.3 * random.normal()),
                  trailingSilenceSeconds: Math.max(0, 1 + 0.8 * random.normal()),
                  fadeInSeconds: 0,
                  fadeOutSeconds: Math.max(0, 3 + 2 * random.normal()),
                },
        };
      });
      yield { cover: random.uniform() < WITH_COVER ? drawCover(random) : null, tracks };
    }
  }
}

/** Half seconds of a track. */
function drawPairs(random: Random, usualSeconds: number): number {
  const usual = usualSeconds / HOP_SECONDS;
  const drawn = Math.round(usual * Math.exp(0.35 * random.normal()));
  return Math.min(LONGEST_PAIRS, 4 * usual, Math.max(usual / 4, drawn));
}
