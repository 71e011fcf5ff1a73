import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import {
  connectApi,
  type EventName,
  EVENTS,
  METHODS,
  type MethodName,
  type SegueApi,
  type SegueEvents,
} from '../../../src-core/contract/api/index.ts';
import { channelPair } from '../../support/channel-pair.ts';
import { closeDatabase, type WritableDB } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { putAnalysis } from '../../../src-core/database/curves.ts';
import { type Core, type CoreOptions, openCore } from '../../../src-core/service/core/open-core.ts';
import { addTrack, analysis, databasePath } from '../../database/open-library.ts';

export interface ConnectedCore {
  readonly core: Core;
  readonly api: SegueApi;
  readonly dbPath: string;
  /** Everything that was told, in order. */
  readonly told: { readonly name: EventName; readonly payload: unknown }[];
}

/** A core and a player within one process; every answer and event is checked against the contract. */
export async function connectCore(options: Partial<CoreOptions> = {}): Promise<ConnectedCore> {
  const dbPath = options.dbPath ?? databasePath();
  const core = await openCore({ version: '1.2.3', seed: 7, ...options, dbPath });
  onTestFinished(() => core.close());
  const [here, there] = channelPair();
  core.connect(there, {
    onInternalError: (error) => {
      throw error;
    },
  });
  const told: ConnectedCore['told'] = [];
  const events = Object.fromEntries(
    Object.entries(EVENTS).map(([name, schema]) => [
      name,
      (payload: unknown) => told.push({ name: name as EventName, payload: v.parse(schema, payload) }),
    ]),
  ) as unknown as SegueEvents;
  const { api } = connectApi(here, events);
  const checked = Object.entries(api).map(([name, call]) => [
    name,
    async (...parameters: never[]) => {
      const result: unknown = await (call as (...all: never[]) => Promise<unknown>)(...parameters);
      return v.parse(METHODS[name as MethodName].result, result);
    },
  ]);
  return { core, api: Object.fromEntries(checked) as SegueApi, dbPath, told };
}

/** A library of so many tracks in albums of five, all but the last `withoutCurve` of which have curves that differ. */
export function libraryOf(tracks: number, withoutCurve = 0): string {
  const path = databasePath();
  const { db } = openDatabase(path);
  for (let n = 1; n <= tracks; n++) addNumbered(db, n, n <= tracks - withoutCurve);
  closeDatabase(db);
  return path;
}

/** Adds the track of a number, and says how it feels where it has been listened to. */
export function addNumbered(db: WritableDB, n: number, hasCurve: boolean): void {
  const path = `/music/${n}.mp3`;
  const album = `Album ${Math.ceil(n / 5)}`;
  const id = addTrack(db, path, {
    title: `Track ${n}`,
    artist: `Artist ${n % 7}`,
    album,
    albumArtist: 'All',
    trackNo: n,
  });
  if (!hasCurve) return;
  const level = Math.sin(n) * 0.8;
  const curve = {
    arousal: Float32Array.from({ length: 40 }, (_, i) => level + i / 400),
    valence: Float32Array.from({ length: 40 }, () => Math.cos(n * 2) * 0.5),
  };
  putAnalysis(db, id, `print of ${path}`, analysis(40, { curve }), 1);
}
