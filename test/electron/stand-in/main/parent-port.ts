import { EventEmitter } from 'node:events';
import type { UtilityMessage } from './utility-process.ts';

/** A port's end in the utility process. */
class RemotePort extends EventEmitter {
  readonly #id: number;
  readonly #waiting: unknown[] = [];
  #isStarted = false;

  constructor(id: number) {
    super();
    this.#id = id;
  }

  postMessage(data: unknown): void {
    send({ kind: 'port', id: this.#id, data: structuredClone(data) });
  }

  start(): void {
    this.#isStarted = true;
    for (const data of this.#waiting.splice(0)) this.deliver(data);
  }

  close(): void {
    send({ kind: 'port-closed', id: this.#id });
    this.emit('close');
  }

  deliver(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

/** Electron's `process.parentPort`. Its first messages wait until someone listens, as there. */
class ParentPort extends EventEmitter {
  readonly #waiting: unknown[] = [];

  constructor() {
    super();
    this.on('newListener', (name) => {
      if (name === 'message') {
        queueMicrotask(() => {
          for (const event of this.#waiting.splice(0)) this.emit('message', event);
        });
      }
    });
  }

  postMessage(data: unknown): void {
    send({ kind: 'message', data: structuredClone(data), ports: [] });
  }

  deliver(event: unknown): void {
    if (this.listenerCount('message') > 0) this.emit('message', event);
    else this.#waiting.push(event);
  }
}

const ports = new Map<number, RemotePort>();
const parentPort = new ParentPort();
Object.assign(process, { parentPort });

process.on('message', (message: UtilityMessage) => {
  if (message.kind === 'message') {
    const arrived = message.ports.map((id) => {
      const port = new RemotePort(id);
      ports.set(id, port);
      return port;
    });
    parentPort.deliver({ data: message.data, ports: arrived });
  } else if (message.kind === 'port') {
    ports.get(message.id)?.deliver(message.data);
  } else {
    ports.get(message.id)?.emit('close');
    ports.delete(message.id);
  }
});
// A main process that is gone takes its utility processes along.
process.once('disconnect', () => process.exit(0));

function send(message: UtilityMessage): void {
  process.send?.(message);
}
