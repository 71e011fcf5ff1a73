import { EventEmitter } from 'node:events';

type Target = (message: { data: unknown } | 'closed') => void;

/** Electron's MessagePortMain: clones what is posted, waits for `start`, can be handed to another process once. */
export class MessagePortMain extends EventEmitter {
  peer: MessagePortMain | null = null;
  #waiting: unknown[] = [];
  #isStarted = false;
  #isClosed = false;
  #target: Target | null = null;

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new TypeError('Only ports can be transferred, and none over a port here.');
    if (this.#target !== null) throw new Error('The port was transferred.');
    if (this.#isClosed) return;
    this.peer?.deliver(structuredClone(data));
  }

  start(): void {
    this.#isStarted = true;
    for (const data of this.#waiting.splice(0)) this.deliver(data);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { peer } = this;
    queueMicrotask(() => {
      this.emit('close');
      peer?.peerClosed();
    });
  }

  /** What the other end posted arrives. */
  deliver(data: unknown): void {
    if (this.#target !== null) this.#target({ data });
    else if (this.#isStarted) queueMicrotask(() => this.emit('message', { data, ports: [] }));
    else this.#waiting.push(data);
  }

  peerClosed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#target !== null) this.#target('closed');
    else this.emit('close');
  }

  /** The port leaves this process: from now on what arrives goes to `target`. */
  transfer(target: Target): void {
    if (this.#target !== null || this.#isStarted) throw new Error('The port cannot be transferred any more.');
    this.#target = target;
    for (const data of this.#waiting.splice(0)) target({ data });
  }

  /** What its new owner posts, and that its new owner is gone. */
  fromOwner(message: { data: unknown } | 'closed'): void {
    if (this.#isClosed) return;
    if (message === 'closed') {
      this.#isClosed = true;
      this.peer?.peerClosed();
    } else {
      this.peer?.deliver(message.data);
    }
  }
}

/** Two entangled ports. */
export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

/** The ports that were handed to one other process, by number. */
export class TransferredPorts {
  readonly #ports = new Map<number, MessagePortMain>();
  #nextId = 1;

  /** @param send how a message reaches the port's new owner */
  add(port: MessagePortMain, send: (id: number, message: { data: unknown } | 'closed') => void): number {
    const id = this.#nextId++;
    this.#ports.set(id, port);
    port.transfer((message) => send(id, message));
    return id;
  }

  receive(id: number, message: { data: unknown } | 'closed'): void {
    this.#ports.get(id)?.fromOwner(message);
    if (message === 'closed') this.#ports.delete(id);
  }

  closeAll(): void {
    for (const id of [...this.#ports.keys()]) this.receive(id, 'closed');
  }
}
