import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { CoreState } from '../../src-core/contract/shell.ts';
import type { CoreFailure, CoreMessage } from '../core-message.ts';
import { restartDelayMs } from './restart-delay.ts';

const RESTARTING = 'The part of Segue that keeps the library stopped unexpectedly and is starting again.';
const FAILED =
  'The part of Segue that keeps the library stopped several times in a row. What plays goes on; start it again, or restart Segue.';
/** A core that has not ended by itself by then is ended: SQLite's log keeps the library whole. */
const STOP_LIMIT_MS = 4_000;

export interface CoreProcessOptions {
  /** The built core's entry. */
  readonly modulePath: string;
  /** Segue's own. */
  readonly version: string;
  /** Told of every change of state; after 'running' ports to the new process can be had. */
  readonly onState: (state: CoreState) => void;
}

/** The process that holds the library, started again when it dies. */
export class CoreProcess {
  readonly #options: CoreProcessOptions;
  #child: UtilityProcess | null = null;
  #state: CoreState = { status: 'restarting', message: RESTARTING };
  #crashTimesMs: number[] = [];
  #restart: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(options: CoreProcessOptions) {
    this.#options = options;
  }

  get state(): CoreState {
    return this.#state;
  }

  /** Starts it; also after it was given up, with the crashes so far forgotten. Does nothing while it runs. */
  start(): void {
    if (this.#child !== null || this.#isStopping) return;
    clearTimeout(this.#restart);
    if (this.#state.status === 'failed') this.#crashTimesMs = [];
    const child = utilityProcess.fork(this.#options.modulePath, [this.#options.version], {
      serviceName: 'Segue Core',
    });
    this.#child = child;
    let failure: CoreFailure | null = null;
    child.on('message', (message: CoreFailure) => (failure = message));
    child.once('exit', () => this.#ended(failure));
    this.#change({ status: 'running' });
  }

  /** A new port to the core, to be handed on to who will use it, or null while there is no core. */
  openPort(kind: 'page' | 'main'): MessagePortMain | null {
    if (this.#child === null) return null;
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage({ kind } satisfies CoreMessage, [port1]);
    return port2;
  }

  /** Lets it finish what it writes and end. Resolves once it has. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === null) return;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const limit = setTimeout(() => child.kill(), STOP_LIMIT_MS);
    child.postMessage({ kind: 'stop' } satisfies CoreMessage);
    await exited;
    clearTimeout(limit);
  }

  #ended(failure: CoreFailure | null): void {
    this.#child = null;
    if (this.#isStopping) return;
    if (failure !== null) {
      this.#change({ status: 'failed', message: failure.message });
      return;
    }
    this.#crashTimesMs.push(performance.now());
    const delayMs = restartDelayMs(this.#crashTimesMs);
    if (delayMs === null) {
      this.#change({ status: 'failed', message: FAILED });
    } else {
      this.#change({ status: 'restarting', message: RESTARTING });
      this.#restart = setTimeout(() => this.start(), delayMs);
    }
  }

  #change(state: CoreState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
