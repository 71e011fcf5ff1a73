import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type MessagePortMain, TransferredPorts } from './message-port.ts';
import { requireReady } from './readiness.ts';

const PARENT_PORT = fileURLToPath(new URL('./parent-port.ts', import.meta.url));

/** Between main and a utility process. */
export type UtilityMessage =
  | { kind: 'message'; data: unknown; ports: number[] }
  | { kind: 'port'; id: number; data: unknown }
  | { kind: 'port-closed'; id: number };

class UtilityProcess extends EventEmitter {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #ports = new TransferredPorts();

  constructor(
    modulePath: string,
    args: string[],
    options: { serviceName?: string; env?: NodeJS.ProcessEnv },
  ) {
    super();
    this.name = options.serviceName ?? 'Node Utility Process';
    this.#child = fork(modulePath, args, {
      execArgv: ['--import', PARENT_PORT],
      serialization: 'advanced',
      env: options.env ?? process.env,
    });
    this.#child.on('message', (message) => this.#receive(message as UtilityMessage));
    this.#child.once('spawn', () => this.emit('spawn'));
    this.#child.once('exit', (code) => {
      this.#ports.closeAll();
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = transfer.map((port) =>
      this.#ports.add(port, (id, message) =>
        this.#send(
          message === 'closed' ? { kind: 'port-closed', id } : { kind: 'port', id, data: message.data },
        ),
      ),
    );
    this.#send({ kind: 'message', data, ports });
  }

  kill(): boolean {
    return this.#child.kill();
  }

  #send(message: UtilityMessage): void {
    // What is sent to a process that is just dying is lost, as in Electron.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: UtilityMessage): void {
    if (message.kind === 'message') this.emit('message', message.data);
    else if (message.kind === 'port') this.#ports.receive(message.id, { data: message.data });
    else this.#ports.receive(message.id, 'closed');
  }
}

export const utilityProcess = {
  /** The running ones, for tests that end one. */
  running: new Set<UtilityProcess>(),

  fork(modulePath: string, args: string[] = [], options: { serviceName?: string } = {}): UtilityProcess {
    requireReady('utilityProcess.fork');
    const child = new UtilityProcess(modulePath, args, options);
    utilityProcess.running.add(child);
    child.once('exit', () => utilityProcess.running.delete(child));
    return child;
  },
};
