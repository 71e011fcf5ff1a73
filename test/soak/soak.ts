import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeDatabase } from '../../src-core/database/handle.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { loadClipModel, shippedModel } from '../../src-core/emotion/models.ts';
import { openCore } from '../../src-core/service/core/open-core.ts';
import { readStatus } from '../../src-core/service/read-library.ts';
import { writeLibrary } from '../bench/library/write-library.ts';
import { type Memory, measureMemory } from './memory.ts';
import { newMusic } from './new-music.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { SimulatedPlayer } from './simulated-player.ts';

export interface SoakRequest {
  readonly seams: number;
  /** Of the library at the beginning. */
  readonly tracks: number;
  /** A new track is put into the library's folder each so many seams, and indexed while the music plays. */
  readonly seamsPerNewTrack: number;
  readonly seed: number;
  readonly onProgress?: (seams: number) => void;
}

export interface SoakResult {
  readonly seams: number;
  readonly simulatedHours: number;
  readonly indexed: number;
  readonly longestGapMs: number;
  /** That were passed without being heard, or that the core does not know to have been played to the end. */
  readonly missedTracks: number;
  readonly mostSoundsAlive: number;
  /** After a fifth of the seams, and at the end. */
  readonly memory: readonly [early: Memory, late: Memory];
}

const USUAL_TRACK_SECONDS = 11;
const START_MS = Date.UTC(2026, 5, 1);
const TONE = fileURLToPath(new URL('../fixtures/audio/s16.wav', import.meta.url));

/**
 * Plays a library of short tracks from seam to seam in simulated time: the real player and the real core with its
 * database, indexer and planner, and sounds that only know how long they are.
 */
export async function soak(request: SoakRequest): Promise<SoakResult> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'segue-soak-')));
  try {
    return await soakIn(scratch, request);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function soakIn(
  scratch: string,
  { seams, tracks, seamsPerNewTrack, seed, onProgress }: SoakRequest,
): Promise<SoakResult> {
  const dbPath = join(scratch, 'segue.db');
  const music = join(scratch, 'music');
  await makeLibrary(dbPath, music, tracks, seed);
  const known = readStatus(dbPath).withCurve;
  const clock = new SimulatedClock();
  const core = await openCore({
    dbPath,
    version: 'soak',
    seed,
    now: () => START_MS + Math.floor(clock.nowMs),
  });
  const simulated = new SimulatedPlayer(core, clock, seed);
  const { player, listener } = simulated;
  const addTrack = newMusic(music);
  try {
    player.playQueue(await simulated.until(simulated.api.playContext({ kind: 'library' })));
    let passed = 0;
    let unheard = 0;
    let early: Memory | null = null;
    let current = simulated.currentEntry!;
    while (passed < seams) {
      await simulated.step();
      const now = simulated.currentEntry;
      if (now === null || now.entryId === current.entryId) continue;
      if (!listener.takeHeard(current.trackId)) unheard++;
      current = now;
      passed++;
      onProgress?.(passed);
      if (passed === Math.ceil(seams / 5)) {
        await core.whenIndexed();
        early = measureMemory();
      }
      if (passed % seamsPerNewTrack !== 0) continue;
      addTrack();
      await core.methods.startIndexing(null);
    }
    const simulatedHours = clock.nowMs / 3_600_000;
    await core.whenIndexed();
    const late = measureMemory();
    const finished = await countFinished(simulated, passed);
    return {
      ...{ seams: passed, simulatedHours, longestGapMs: listener.longestGapMs },
      indexed: readStatus(dbPath).withCurve - known,
      missedTracks: unheard + (passed - finished),
      mostSoundsAlive: simulated.sounds.mostAlive,
      memory: [early!, late],
    };
  } finally {
    player.dispose();
    await core.close();
  }
}

async function makeLibrary(dbPath: string, music: string, tracks: number, seed: number): Promise<void> {
  mkdirSync(music);
  const { version: modelVersion } = await loadClipModel(shippedModel('clip'));
  const { db } = openDatabase(dbPath);
  writeLibrary(db, {
    ...{ tracks, modelVersion, seed, folder: music, sound: TONE },
    usualSeconds: USUAL_TRACK_SECONDS,
  });
  closeDatabase(db);
}

const PAGE = 500;

/** How many of the latest plays went to the end, leaving out the one underway. */
async function countFinished(simulated: SimulatedPlayer, plays: number): Promise<number> {
  let finished = 0;
  for (let offset = 1; offset <= plays; offset += PAGE) {
    const limit = Math.min(PAGE, plays + 1 - offset);
    const { items } = await simulated.until(simulated.api.listHistory({ offset, limit }));
    finished += items.filter(({ finishedAtMs }) => finishedAtMs !== null).length;
  }
  return finished;
}
