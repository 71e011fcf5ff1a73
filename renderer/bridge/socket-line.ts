import { socketChannel } from '../../src-core/contract/api/channel.ts';
import type { OpenLine } from './bridge.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 4_000;

/** A WebSocket that is opened again, soon at first and then less often, whenever it closes. */
export function socketLine(address: string): OpenLine {
  return ({ opened, lost }) => {
    let retryMs = FIRST_RETRY_MS;
    const connect = (): void => {
      const socket = new WebSocket(address);
      socket.addEventListener('open', () => {
        retryMs = FIRST_RETRY_MS;
        opened(socketChannel(socket));
      });
      socket.addEventListener('close', () => {
        lost();
        setTimeout(connect, retryMs);
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      });
    };
    connect();
  };
}
