import { AsyncLocalStorage } from 'node:async_hooks';

/** A decoder that says this much while it works on one piece is going round in circles. */
const MAX_MESSAGES = 10_000;

const quiet = new AsyncLocalStorage<{ messages: number }>();
const METHODS = ['log', 'info', 'warn', 'error'] as const;
type Say = (...words: unknown[]) => void;
let installed = false;

/** Passes everything on as before, except what is said within {@link quietly}. */
function install(): void {
  installed = true;
  const console = globalThis.console as unknown as Record<(typeof METHODS)[number], Say>;
  for (const method of METHODS) {
    const original = console[method].bind(console);
    console[method] = (...words) => {
      const store = quiet.getStore();
      if (store === undefined) original(...words);
      else if (++store.messages > MAX_MESSAGES)
        throw new Error(`the decoder repeats itself: ${String(words[0])}`);
    };
  }
}

/**
 * Runs a decoder without letting it write to the console: the decoders report each damaged frame there, and standard
 * output belongs to whoever runs the program. Only what this call starts is silenced. Some decoders loop for ever on
 * a damaged stream and report as much on each turn: the report is where such a loop can be ended.
 */
export function quietly<T>(work: () => T): T {
  if (!installed) install();
  return quiet.run({ messages: 0 }, work);
}
