import { createBirpc } from 'birpc';
import { SegueError } from '../errors.ts';
import type { Channel } from './channel.ts';
import { isEventName } from './events.ts';
import { readFrame, type WireReply } from './frame.ts';
import { METHODS, type MethodName } from './methods.ts';
import type { SegueApi, SegueEvents } from './segue-api.ts';

/** The core at the other end of a channel. */
export interface CoreConnection {
  readonly api: SegueApi;
  /** Call when the channel is lost: what still waits for an answer is rejected with 'disconnected'. */
  readonly close: () => void;
}

/** No call takes this long: whatever does runs in the background and tells of itself by events. */
const ANSWER_TIMEOUT_MS = 30_000;

/** Connects a player to the core. Errors come out as the SegueError that they were on the other side. */
export function connectApi(channel: Channel, events: SegueEvents): CoreConnection {
  const rpc = createBirpc<Record<string, (...parameters: unknown[]) => WireReply>>(
    {},
    {
      post: (message) => channel.post(message),
      on: (receive) =>
        channel.listen((message) => {
          const frame = readFrame(message);
          if (frame !== null) receive(frame);
        }),
      resolver: (name) =>
        isEventName(name) ? (payload) => (events[name] as (payload: unknown) => void)(payload) : undefined,
      timeout: ANSWER_TIMEOUT_MS,
      onTimeoutError: () => {
        throw disconnected();
      },
    },
  );
  const call = async (name: MethodName, parameters: unknown[]): Promise<unknown> => {
    if (rpc.$closed) throw disconnected();
    const reply = await rpc.$call(name, ...parameters);
    if (reply.ok) return reply.result;
    const { code, message, path } = reply.error;
    throw new SegueError(code, message, { path });
  };
  const methods = Object.keys(METHODS).map((name) => [
    name,
    (...parameters: unknown[]) => call(name as MethodName, parameters),
  ]);
  return {
    api: Object.fromEntries(methods) as SegueApi,
    close: () => rpc.$close(disconnected()),
  };
}

function disconnected(): SegueError {
  return new SegueError('disconnected', 'The core of Segue is out of reach at the moment.');
}
