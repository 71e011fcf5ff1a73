import type { SegueMethods } from '../../contract/api/index.ts';
import type { WritableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { recordProblem } from '../../database/outcomes.ts';
import { countPlays, recentPlays } from '../../database/play-history.ts';
import { getTrack } from '../../database/tracks.ts';
import type { QueueKeeper } from '../queue/queue-keeper.ts';
import { known } from './known.ts';

export interface PlaybackContext {
  readonly db: WritableDB;
  readonly keeper: QueueKeeper;
  readonly now: () => number;
  /** Told with every report whether music is playing. */
  readonly onPlaying: (isPlaying: boolean) => void;
}

export type PlaybackMethods = Pick<
  SegueMethods,
  'reportPlayback' | 'getResumePoint' | 'reportFailure' | 'listHistory'
>;

export function playbackMethods({ db, keeper, now, onPlaying }: PlaybackContext): PlaybackMethods {
  return {
    reportPlayback: ({ entryId, positionSeconds, playing }) => {
      onPlaying(playing);
      keeper.report(entryId, positionSeconds, playing);
    },
    getResumePoint: () => keeper.resumePoint(),
    reportFailure: ({ trackId, message }) => {
      const { path } = known(getTrack(db, trackId), 'track');
      recordProblem(db, { path, trackId, outcome: 'failed', code: 'playback-failed', message }, now());
    },
    listHistory: ({ offset, limit }) => {
      const plays = recentPlays(db, limit, offset);
      const tracks = getListedTracks(
        db,
        plays.map(({ trackId }) => trackId),
      );
      const items = plays.map(({ id, trackId: _, ...play }, i) => ({
        playId: id,
        track: tracks[i],
        ...play,
      }));
      return { total: countPlays(db), items };
    },
  };
}
