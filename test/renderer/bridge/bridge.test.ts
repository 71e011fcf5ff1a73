import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  serveApi,
  type Channel,
  type ConnectedPlayer,
  type SegueApi,
} from '../../../src-core/contract/api/index.ts';
import { channelPair } from '../../support/channel-pair.ts';
import { createBridge, type Bridge, type BridgeStatus } from '../../../renderer/bridge/bridge.ts';

/** A bridge whose line the test opens and breaks, to cores that answer with a volume of their own. */
function rig() {
  let line: { opened: (channel: Channel) => void; lost: () => void } | undefined;
  const bridge: Bridge = createBridge((given) => (line = given), { mediaBase: 'media/', shell: null });
  const statuses: BridgeStatus[] = [];
  bridge.onStatus((status) => statuses.push(status));
  const open = (volume: number): ConnectedPlayer => {
    const [page, core] = channelPair();
    const api = { getSettings: () => Promise.resolve({ ...DEFAULT_SETTINGS, volume }) };
    const player = serveApi(api as Partial<SegueApi> as SegueApi, core);
    line!.opened(page);
    return player;
  };
  return { bridge, statuses, open, lose: () => line!.lost() };
}

describe('the bridge', () => {
  it('refuses calls with a typed error until there is a core', async () => {
    const { bridge } = rig();
    expect(bridge.status).toBe('connecting');
    await expect(bridge.api.getSettings()).rejects.toMatchObject({ code: 'disconnected' });
  });

  it('calls the core, and calls the next one after the first is gone', async () => {
    const { bridge, statuses, open, lose } = rig();
    open(0.25);
    expect((await bridge.api.getSettings()).volume).toBe(0.25);
    lose();
    await expect(bridge.api.getSettings()).rejects.toMatchObject({ code: 'disconnected' });
    open(0.75);
    expect((await bridge.api.getSettings()).volume).toBe(0.75);
    expect(statuses).toEqual(['connected', 'lost', 'connected']);
  });

  it('says so when a new core takes over without a break between', () => {
    const { statuses, open } = rig();
    open(0.25);
    open(0.5);
    expect(statuses).toEqual(['connected', 'lost', 'connected']);
  });

  it('rejects what still waits for an answer when the line breaks', async () => {
    const { bridge, open, lose } = rig();
    open(0.25);
    const waiting = bridge.api.getSettings();
    lose();
    await expect(waiting).rejects.toMatchObject({ code: 'disconnected' });
  });

  it('passes events on from whichever core there is, until the listener has left', async () => {
    const { bridge, open } = rig();
    const heard: string[] = [];
    const leave = bridge.on('notice', ({ message }) => heard.push(message));
    open(0.25).tell('notice', { level: 'info', message: 'first' });
    await expect.poll(() => heard).toEqual(['first']);
    const second = open(0.5);
    second.tell('notice', { level: 'info', message: 'second' });
    await expect.poll(() => heard).toEqual(['first', 'second']);
    leave();
    second.tell('notice', { level: 'info', message: 'third' });
    // An answer that comes after the event shows that the event has been there.
    await bridge.api.getSettings();
    expect(heard).toEqual(['first', 'second']);
  });
});
