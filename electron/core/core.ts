import { createBirpc } from 'birpc';
import type { MessagePortMain, ParentPort } from 'electron';
import { portChannel } from '../../src-core/contract/api/channel.ts';
import { toSegueError } from '../../src-core/contract/errors.ts';
import { type Core, openCore } from '../../src-core/service/core/open-core.ts';
import type { MediaSource } from '../../src-core/service/media/media-source.ts';
import type { CoreFailure, CoreMessage } from '../core-message.ts';

const main: ParentPort = process.parentPort;
const [version] = process.argv.slice(2);

// Ports that come while the library is being opened wait: what is posted to them is kept.
const opened = openCore({ version }).catch((error: unknown) => {
  const failure: CoreFailure = { kind: 'cannot-start', message: toSegueError(error).message };
  main.postMessage(failure);
  // The message has to leave before the process does.
  setImmediate(() => process.exit(1));
  return null;
});

main.on('message', ({ data, ports: [port] }) => {
  void opened.then((core) => (core === null ? undefined : receive(core, data as CoreMessage, port)));
});

function receive(core: Core, { kind }: CoreMessage, port: MessagePortMain): void {
  if (kind === 'stop') void core.close().finally(() => process.exit(0));
  else if (kind === 'page') connectPage(core, port);
  else answerMain(core, port);
}

function connectPage(core: Core, port: MessagePortMain): void {
  const player = core.connect(portChannel(port), {
    onInternalError: (error, method) => console.error(method, error),
  });
  port.on('close', () => player.close());
}

function answerMain({ media }: Core, port: MessagePortMain): void {
  const { post, listen: on } = portChannel(port);
  createBirpc<object, MediaSource>({ track: media.track, art: media.art }, { post, on });
}
