import { writeSync } from 'node:fs';
import { connectApi, type SegueApi } from '../../../src-core/contract/api/index.ts';
import { NO_EVENTS } from '../../support/no-events.ts';
import { channelPair } from '../../support/channel-pair.ts';
import { toSegueError } from '../../../src-core/contract/errors.ts';
import { openCore } from '../../../src-core/service/core/open-core.ts';
import { createRandom } from '../../support/random.ts';

/**
 * A core, and a listener who never rests: `core.ts DATABASE SEED`. Before each thing that the listener does a line says
 * what it should come to, after it that it was done, or the code of the failure.
 */
const [dbPath, seed] = process.argv.slice(2);
const { below, pick } = createRandom(Number(seed));
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

/** Each play begins at another time, and now and then the clock is set. */
let clockMs = Date.UTC(2026, 10, 30);
const now = (): number =>
  (clockMs += below(50) === 0 ? (below(2) === 0 ? -1 : 1) * below(9) * 31_557_600_000 : 1 + below(1000));

const core = await openCore({ dbPath, version: 'torture', seed: 7, now });
const [here, there] = channelPair();
core.connect(there);
const { api } = connectApi(here, NO_EVENTS);
const trackIds = (await api.listTracks({ offset: 0, limit: 500 })).items.map(({ id }) => id);
const someTracks = (): number[] => Array.from({ length: below(40) }, () => pick(trackIds));
say({ ready: true });

/** What is done, and what the library must say afterwards. */
type Deed = readonly [expectation: object, act: (api: SegueApi) => Promise<unknown>];

async function nextDeed(): Promise<Deed> {
  const playlists = await api.listPlaylists();
  switch (below(playlists.length === 0 ? 1 : 8)) {
    case 0: {
      const [name, tracks] = [`Playlist ${below(1_000_000)}`, someTracks()];
      return [{ playlist: name, tracks }, () => api.createPlaylist(name, tracks)];
    }
    case 1: {
      const [{ id, name }, tracks] = [pick(playlists), someTracks()];
      return [{ playlist: name, tracks }, () => api.setPlaylistItems(id, tracks)];
    }
    case 2: {
      const sleepMinutes = 1 + below(600);
      return [{ setting: 'sleepMinutes', value: sleepMinutes }, () => api.setSettings({ sleepMinutes })];
    }
    case 3: {
      const [trackId, isLoved] = [pick(trackIds), below(2) === 0];
      return [{ loved: trackId, value: isLoved }, () => api.setLoved([trackId], isLoved)];
    }
    case 4:
      return [{ plays: 'more' }, playOne];
    default: {
      const track = pick(trackIds);
      return [{ current: track }, () => api.playTrack(track, { kind: 'library' })];
    }
  }
}

async function playOne(): Promise<unknown> {
  const { current } = await api.getQueue();
  if (current === null) return;
  await api.reportPlayback({ entryId: current.entryId, positionSeconds: below(100), playing: true });
  return api.advance({
    entryId: current.entryId,
    reason: below(2) === 0 ? 'finished' : 'skipped',
    atSeconds: 5,
  });
}

for (;;) {
  const [expectation, act] = await nextDeed();
  say({ begins: expectation });
  try {
    await act(api);
    const { total } = await api.listHistory({ offset: 0, limit: 1 });
    say({ done: true, plays: total });
  } catch (error) {
    say({ failed: toSegueError(error).code });
  }
}
