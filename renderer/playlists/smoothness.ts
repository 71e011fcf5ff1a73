import type { SegueApi } from '../../src-core/contract/api/index.ts';
import type { Session } from '../state/session.svelte.ts';
import { changeTracks } from './playlist-commands.ts';

/** How well the tracks of a list carry on from each other. */
export interface Smoothness {
  /** Root mean square distance on the mood plane where two tracks meet, averaged over those that could be compared. */
  readonly meanDistance: number;
  readonly words: string;
}

/** Longer ones are not measured: whoever looks at them looks at a library. */
const MOST_MEASURED = 1_500;

/** Null where there is nothing to compare. */
export async function smoothnessOf(
  api: Pick<SegueApi, 'seamDistances'>,
  trackIds: readonly number[],
): Promise<Smoothness | null> {
  if (trackIds.length < 2 || trackIds.length > MOST_MEASURED) return null;
  const distances = (await api.seamDistances([...trackIds])).filter((distance) => distance !== null);
  if (distances.length === 0) return null;
  const meanDistance = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  return { meanDistance, words: `${meanDistance.toFixed(2)} from track to track` };
}

/** Puts a playlist in the order with the least jolt, says what that changed, and offers to take it back. */
export async function smoothPlaylist(session: Session, playlistId: number): Promise<void> {
  const { api, toasts } = session;
  await session.attempt(async () => {
    const before = await api.getPlaylistTrackIds(playlistId);
    const after = await api.smoothTracks(before);
    if (after.every((id, i) => id === before[i])) {
      toasts.show('It is as smooth as Segue can make it already.');
      return;
    }
    const [rough, smooth] = await Promise.all([smoothnessOf(api, before), smoothnessOf(api, after)]);
    const gain =
      rough && smooth
        ? `Smoothed: ${rough.meanDistance.toFixed(2)} from track to track became ${smooth.meanDistance.toFixed(2)}.`
        : 'Smoothed.';
    await changeTracks(session, playlistId, () => after, gain);
  });
}
