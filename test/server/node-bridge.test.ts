import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sendWebResponse } from '../../src-core/server/node-bridge.ts';

/** A body without end, and what becomes of it. */
function endlessBody(): { body: ReadableStream<Uint8Array>; cancelled: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1024)),
    cancel: () => resolve(undefined),
  });
  return { body, cancelled: promise };
}

describe('sending a response to someone who leaves', () => {
  it.each(['before it is sent', 'while it is sent'])('lets go of its body, %s', async (when) => {
    const { body, cancelled } = endlessBody();
    const server = createServer((_, outgoing) => {
      const send = (): void => void sendWebResponse(new Response(body), outgoing, {}).catch(() => undefined);
      if (when.startsWith('before')) outgoing.on('close', send);
      else send();
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    request.on('error', () => undefined);
    if (when.startsWith('before')) server.once('request', () => request.destroy());
    else request.on('response', (response) => response.once('data', () => request.destroy()));
    await expect(cancelled).resolves.toBeUndefined();
  });
});
