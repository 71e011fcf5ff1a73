import { EventEmitter } from 'node:events';
import { parse, stringify } from 'devalue';
import type { PageMessage } from '../channel.ts';
import { chromium, mainCalls } from './chromium-calls.ts';
import { ipcMain } from './ipc-main.ts';
import { type MessagePortMain, TransferredPorts } from './message-port.ts';
import { isPrevented } from './preventable.ts';
import { toApp, toLoopback } from './scheme-server.ts';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

const all = new Map<number, WebContents>();

/** What a window shows. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: { origin: string; url: string; parent: null };
  openHandler: OpenHandler | null = null;
  webRtcPolicy = 'default';
  #hasLoaded = false;
  #ports = new TransferredPorts();

  constructor(id: number) {
    super();
    this.id = id;
    this.mainFrame = { origin: 'null', url: 'about:blank', parent: null };
    all.set(id, this);
  }

  static byId(id: number): WebContents | undefined {
    return all.get(id);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  getURL(): string {
    return this.#hasLoaded ? this.mainFrame.url : '';
  }

  load(url: string): Promise<void> {
    this.#hasLoaded = true;
    this.#shows(url);
    return chromium.loadUrl(this.id, toLoopback(url));
  }

  send(channel: string, ...args: unknown[]): void {
    this.#post({ kind: 'ipc', channel, args: structuredClone(args), ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = transfer.map((port) =>
      this.#ports.add(port, (id, sent) =>
        this.#post(sent === 'closed' ? { kind: 'port-closed', id } : { kind: 'port', id, data: sent.data }),
      ),
    );
    this.#post({ kind: 'ipc', channel, args: [structuredClone(message)], ports });
  }

  navigationStarted(): void {
    this.#ports.closeAll();
    this.#ports = new TransferredPorts();
    this.emit('did-start-navigation', { url: this.mainFrame.url, isMainFrame: true, isSameDocument: false });
  }

  processGone(): void {
    this.#ports.closeAll();
    this.#ports = new TransferredPorts();
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
  }

  destroyed(): void {
    this.#ports.closeAll();
    all.delete(this.id);
  }

  async receive(message: PageMessage): Promise<void> {
    if (message.kind === 'port') this.#ports.receive(message.id, { data: message.data });
    if (message.kind === 'port-closed') this.#ports.receive(message.id, 'closed');
    if (message.kind !== 'invoke') return;
    const event = { sender: this, senderFrame: this.mainFrame, frameId: 1, processId: 1 };
    try {
      const value = await ipcMain.invoke(message.channel, event, message.args);
      this.#post({ kind: 'settled', id: message.id, value: structuredClone(value) });
    } catch (error) {
      const text = `Error invoking remote method '${message.channel}': ${String(error)}`;
      this.#post({ kind: 'settled', id: message.id, error: text });
    }
  }

  #shows(url: string): void {
    this.mainFrame.url = url;
    this.mainFrame.origin =
      new URL(url).origin === 'null' ? url.split('/', 3).join('/') : new URL(url).origin;
  }

  #post(message: PageMessage): void {
    void chromium.toPage.asEvent(this.id, stringify(message));
  }
}

mainCalls.fromPage = (pageId, message) => void all.get(pageId)?.receive(parse(message) as PageMessage);
mainCalls.navigationStarted = (pageId) => all.get(pageId)?.navigationStarted();
mainCalls.processGone = (pageId) => all.get(pageId)?.processGone();
mainCalls.mayNavigate = (pageId, url, isMainFrame) => {
  const contents = all.get(pageId);
  return (
    contents !== undefined && !isPrevented(contents, 'will-frame-navigate', { url: toApp(url), isMainFrame })
  );
};
mainCalls.windowOpened = (pageId, url) => {
  all.get(pageId)?.openHandler?.({ url: toApp(url) });
};
