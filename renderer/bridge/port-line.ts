import { portChannel } from '../../src-core/contract/api/channel.ts';
import { CORE_PORT_MESSAGE, type SegueShell } from '../../src-core/contract/shell.ts';
import type { OpenLine } from './bridge.ts';

/** The ports that the desktop shell sends: one now, and a new one each time the core starts again. */
export function portLine(shell: SegueShell): OpenLine {
  return ({ opened, lost }) => {
    let current: MessagePort | null = null;
    window.addEventListener('message', ({ source, data, ports }) => {
      const port = ports.at(0);
      if (source !== window || data !== CORE_PORT_MESSAGE || !port) return;
      current = port;
      port.addEventListener('close', () => {
        if (current === port) lost();
      });
      opened(portChannel(port));
    });
    shell.onCoreState(({ status }) => {
      if (status !== 'running') lost();
    });
    shell.connect();
  };
}
