/** Calls between two worlds of a page, which share its DOM but no objects. Values are cloned, functions stand for themselves. */
export interface Bridge {
  readonly share: (value: unknown) => unknown;
  readonly restore: (value: unknown) => unknown;
}

interface Call {
  readonly functionId: string;
  readonly callId: string;
  readonly args: unknown[];
}
interface Answer {
  readonly callId: string;
  readonly outcome: Outcome;
}
type Outcome = { readonly value: unknown } | { readonly error: string } | { readonly promise: true };

/**
 * @param world the name of this world
 * @param other the name of the other
 */
export function createBridge(world: string, other: string): Bridge {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const outcomes = new Map<string, Outcome>();
  const promises = new Map<string, (outcome: Outcome) => void>();
  let counter = 0;

  listen(`${world}:call`, (call) => {
    const { functionId, callId, args } = call as Call;
    const outcome = attempt(() => functions.get(functionId)!(...args.map(restore)));
    const value = 'value' in outcome ? outcome.value : null;
    if (!(value instanceof Promise)) {
      tell(`${other}:return`, { callId, outcome: shared(outcome) });
      return;
    }
    tell(`${other}:return`, { callId, outcome: { promise: true } });
    value.then(
      (settled) => tell(`${other}:settle`, { callId, outcome: { value: share(settled) } }),
      (error: unknown) => tell(`${other}:settle`, { callId, outcome: { error: messageOf(error) } }),
    );
  });
  listen(`${world}:return`, (answer) => {
    const { callId, outcome } = answer as Answer;
    outcomes.set(callId, outcome);
  });
  listen(`${world}:settle`, (answer) => {
    const { callId, outcome } = answer as Answer;
    promises.get(callId)?.(outcome);
    promises.delete(callId);
  });

  function share(value: unknown): unknown {
    if (typeof value === 'function') {
      const id = `${world}-${++counter}`;
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { 'stand-in:function': id };
    }
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, share(item)]));
  }

  function restore(value: unknown): unknown {
    if (!isPlain(value)) return value;
    const id = value['stand-in:function'];
    if (typeof id === 'string') return (...args: unknown[]) => call(id, args);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restore(item)]));
  }

  function call(functionId: string, args: unknown[]): unknown {
    const callId = `${world}-${++counter}`;
    tell(`${other}:call`, { functionId, callId, args: args.map(share) });
    const outcome = outcomes.get(callId);
    outcomes.delete(callId);
    if (outcome === undefined) throw new Error('The other world did not answer.');
    if (!('promise' in outcome)) return result(outcome);
    return new Promise((resolve, reject) => {
      promises.set(callId, (settled) => {
        try {
          resolve(result(settled));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  function result(outcome: Outcome): unknown {
    if ('error' in outcome) throw new Error(outcome.error);
    return 'value' in outcome ? restore(outcome.value) : undefined;
  }

  const shared = (outcome: Outcome): Outcome =>
    'value' in outcome ? { value: share(outcome.value) } : outcome;
  return { share, restore };
}

export function tell(name: string, detail: unknown): void {
  window.dispatchEvent(new CustomEvent(`stand-in:${name}`, { detail }));
}

export function listen(name: string, listener: (detail: unknown) => void): void {
  window.addEventListener(`stand-in:${name}`, (event) => listener((event as CustomEvent<unknown>).detail));
}

function attempt(run: () => unknown): Outcome {
  try {
    return { value: run() };
  } catch (error) {
    return { error: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
