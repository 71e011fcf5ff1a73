import { MessageChannel } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import {
  connectApi,
  portChannel,
  serveApi,
  type Channel,
  type SegueApi,
} from '../../../src-core/contract/api/index.ts';
import { NO_EVENTS } from '../../support/no-events.ts';
import { channelPair } from '../../support/channel-pair.ts';
import { SegueError } from '../../../src-core/contract/errors.ts';

/** An API of which only the given methods are called. */
function apiOf(methods: Partial<SegueApi>): SegueApi {
  return methods as SegueApi;
}

test('a call crosses, and so does its answer', async () => {
  const [here, there] = channelPair();
  serveApi(apiOf({ getCurve: () => Promise.resolve(null) }), there);
  await expect(connectApi(here, NO_EVENTS).api.getCurve(3)).resolves.toBeNull();
});

test('an error crosses with its code, sentence and path', async () => {
  const [here, there] = channelPair();
  const failure = new SegueError('permission-denied', 'You may not.', { path: '/music' });
  serveApi(apiOf({ addFolder: () => Promise.reject(failure) }), there);
  const error: unknown = await connectApi(here, NO_EVENTS)
    .api.addFolder('/music')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SegueError);
  expect((error as SegueError).toReport()).toEqual(failure.toReport());
});

test.each([
  ['an id that is none', 'getTrack', ['3']],
  ['an argument too many', 'getQueue', [1]],
  ['a missing argument', 'setMode', []],
  ['a field nobody knows', 'listTracks', [{ offset: 0, limit: 10, where: '1=1' }]],
  ['a page too large', 'listTracks', [{ offset: 0, limit: 1e9 }]],
  ['a method nobody knows', 'dropEverything', []],
  ['a method of every object', 'constructor', []],
])('refuses %s with a typed error', async (_, method, parameters) => {
  const [here, there] = channelPair();
  const called = vi.fn();
  serveApi(apiOf({ getTrack: called, getQueue: called, setMode: called, listTracks: called }), there);
  const { api } = connectApi(here, NO_EVENTS);
  const calls = { ...api, ...unknownMethods(here) } as Record<
    string,
    (...all: unknown[]) => Promise<unknown>
  >;
  await expect(calls[method](...parameters)).rejects.toMatchObject({ code: 'invalid-request' });
  expect(called).not.toHaveBeenCalled();
});

test('stops at the first of 900 000 things that are wrong', async () => {
  let looks = 0;
  const wrong = new Proxy(new Array<number>(900_000).fill(-1), {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key) as unknown;
    },
  });
  // A channel that hands over the message itself, where others make a copy of it.
  const answered = new Promise((resolve) => {
    const channel: Channel = {
      post: resolve,
      listen: (receive) => receive({ t: 'q', i: 'x', m: 'getTracks', a: [wrong] }),
    };
    serveApi(apiOf({}), channel);
  });
  await expect(answered).resolves.toMatchObject({ r: { ok: false, error: { code: 'invalid-request' } } });
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(10);
});

/** Methods that the table does not have, sent by hand. */
function unknownMethods(channel: Channel): Record<string, () => Promise<never>> {
  const send = (name: string) => () =>
    new Promise<never>((_, reject) => {
      channel.listen((answer) => {
        const { r } = answer as { r: { error: { code: string } } };
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(r.error);
      });
      channel.post({ t: 'q', i: 'x', m: name, a: [] });
    });
  return { dropEverything: send('dropEverything'), constructor: send('constructor') };
}

test.each([
  null,
  undefined,
  'text',
  7,
  [],
  {},
  { t: 'q' },
  { t: 'q', m: 'getQueue', a: 'x' },
  { t: 's', i: 'x' },
])('a message that is none (%j) is reported and harms nothing', async (message) => {
  const [here, there] = channelPair();
  const onMalformed = vi.fn();
  serveApi(apiOf({ getCurve: () => Promise.resolve(null) }), there, { onMalformed });
  here.post(message);
  await expect(connectApi(here, NO_EVENTS).api.getCurve(1)).resolves.toBeNull();
  expect(onMalformed).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'invalid-request' }));
});

test('events reach the player over a message port', async () => {
  const { port1, port2 } = new MessageChannel();
  const told = new Promise((resolve) => {
    connectApi(portChannel(port1), { ...NO_EVENTS, libraryChanged: resolve });
  });
  serveApi(apiOf({}), portChannel(port2)).tell('libraryChanged', { revision: 4 });
  await expect(told).resolves.toEqual({ revision: 4 });
  port1.close();
});

test('what waits for an answer is rejected when the line is lost', async () => {
  const [here] = channelPair();
  const connection = connectApi(here, NO_EVENTS);
  const waiting = connection.api.getQueue();
  connection.close();
  await expect(waiting).rejects.toMatchObject({ code: 'disconnected' });
  await expect(connection.api.getQueue()).rejects.toMatchObject({ code: 'disconnected' });
});
