import { createBirpc } from 'birpc';
import * as v from 'valibot';
import { SegueError, toSegueError } from '../errors.ts';
import type { Channel } from './channel.ts';
import { readFrame, type WireReply } from './frame.ts';
import { isMethodName, METHODS } from './methods.ts';
import type { Broadcast, SegueMethods } from './segue-api.ts';

/** A player that is connected. */
export interface ConnectedPlayer {
  readonly tell: Broadcast;
  readonly close: () => void;
}

export interface ServeOptions {
  /** Told of a message that is none; the sender is broken or hostile and should be let go. */
  readonly onMalformed?: (error: SegueError) => void;
  /** Told of failures that are the program's own, for the log. */
  readonly onInternalError?: ((error: unknown, method: string) => void) | undefined;
}

/** Lets the player at the other end of a channel call the API. Arguments are checked; errors cross in their plain form. */
export function serveApi(api: SegueMethods, channel: Channel, options: ServeOptions = {}): ConnectedPlayer {
  const rpc = createBirpc<Record<string, (payload: unknown) => void>>(
    {},
    {
      post: (message) => channel.post(message),
      on: (receive) =>
        channel.listen((message) => {
          const frame = readFrame(message);
          if (frame?.t === 'q') receive(frame);
          else options.onMalformed?.(new SegueError('invalid-request', 'A message could not be understood.'));
        }),
      resolver:
        (name) =>
        (...parameters) =>
          answer(api, name, parameters, options),
      // A channel that is closed while something is being told has lost nothing that its player would miss.
      onGeneralError: () => true,
    },
  );
  return {
    tell: (name, payload) => void rpc.$callEvent(name, payload).catch(() => undefined),
    close: () => rpc.$close(),
  };
}

async function answer(
  api: SegueMethods,
  name: string,
  parameters: unknown[],
  { onInternalError }: ServeOptions,
): Promise<WireReply> {
  try {
    if (!isMethodName(name)) throw new SegueError('invalid-request', `There is no method "${name}".`);
    const checked = checkedParameters(name, parameters);
    const method = api[name] as (...checked: unknown[]) => unknown;
    return { ok: true, result: await method(...checked) };
  } catch (error) {
    const typed = toSegueError(error);
    if (typed.code === 'internal') onInternalError?.(error, name);
    return { ok: false, error: typed.toReport() };
  }
}

function checkedParameters(name: keyof typeof METHODS, parameters: unknown[]): unknown[] {
  // One reason is enough: a message that is wrong a million times must not become a million reasons.
  const checked = v.safeParse(METHODS[name].parameters, parameters, { abortEarly: true });
  if (checked.success) return checked.output;
  const [{ message, path }] = checked.issues;
  const where = (path ?? []).map(({ key }) => String(key)).join('.');
  throw new SegueError(
    'invalid-request',
    `"${name}" cannot be asked like this: ${message} (at ${where || 'arguments'}).`,
  );
}
