import { socketChannel } from '../../../src-core/contract/api/index.ts';
import { readFrame } from '../../../src-core/contract/api/frame.ts';
import { hostileText, mutate } from '../mutate.ts';
import { promise, type Target } from '../target.ts';

/** Whatever arrives at a WebSocket is a frame of the right form, or none. */
export const readSocketText: Target = (it) => {
  const whole = JSON.stringify({
    t: 'q',
    i: '1',
    m: 'listTracks',
    a: [{ offset: 0, limit: 5, search: hostileText(it) }],
  });
  const text = mutate(Buffer.from(whole), it).toString(it.pick(['utf8', 'latin1']));
  const data: unknown = it.pick([
    text,
    Buffer.from(text),
    new ArrayBuffer(8),
    text.repeat(3),
    '['.repeat(20_000),
  ]);
  let deliver: (event: { data: unknown }) => void = () => undefined;
  const channel = socketChannel({
    send: () => undefined,
    addEventListener: (_, listener) => (deliver = listener),
  });
  channel.listen((message) => {
    const frame = readFrame(message);
    if (frame === null) return;
    promise(
      frame.t === 's' || (typeof frame.m === 'string' && Array.isArray(frame.a)),
      'a frame of the wrong form',
    );
  });
  deliver({ data });
  return Promise.resolve();
};
