import { AsyncLocalStorage } from 'node:async_hooks';
import globalConsole from 'node:console';

/** A decoder that says this much while it works on one piece is going round in circles. */
const MAX_MESSAGES = 10_000;

const quiet = new AsyncLocalStorage<{ messages: number }>();
const METHODS = ['log', 'info', 'warn', 'error'] as const;
let installed = false;

/** Passes everything on as before, except what is said within {@link quietly}. */
function install(): void {
  installed = true;
  for (const method of METHODS) {
    const original = globalConsole[method].bind(globalConsole);
    globalConsole[method] = (...words: unknown[]) => {
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
