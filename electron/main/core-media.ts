import { createBirpc, type BirpcReturn } from 'birpc';
import type { MessagePortMain } from 'electron';
import { portChannel } from '../../src-core/contract/api/channel.ts';
import { SegueError } from '../../src-core/contract/errors.ts';
import type { MediaSource, TrackLocation } from '../../src-core/service/media/media-source.ts';

/** A core that starts again is back well before. */
const WAIT_MS = 10_000;
/** Tracks whose place is remembered: what plays goes on while the core is away. */
const REMEMBERED = 32;

type Core = BirpcReturn<MediaSource>;

/** Asks the core where tracks and covers lie. While the core is away, questions wait for it. */
export class CoreMedia implements MediaSource {
  #core = Promise.withResolvers<Core>();
  #isAttached = false;
  readonly #tracks = new Map<number, TrackLocation>();

  /** A port to a core that has started. */
  attach(port: MessagePortMain): void {
    const { post, listen: on } = portChannel(port);
    const core = createBirpc<MediaSource>({}, { post, on, timeout: WAIT_MS });
    const { resolve } = this.#core;
    this.#isAttached = true;
    port.on('close', () => {
      this.#isAttached = false;
      this.#core = Promise.withResolvers();
      core.$close();
    });
    resolve(core);
  }

  async track(id: number): Promise<TrackLocation | undefined> {
    const remembered = this.#tracks.get(id);
    if (remembered !== undefined && !this.#isAttached) return remembered;
    const found = await this.#ask((core) => core.track(id));
    if (found !== undefined) this.#remember(id, found);
    return found;
  }

  art(id: number): ReturnType<MediaSource['art']> {
    return this.#ask((core) => core.art(id));
  }

  async #ask<T>(question: (core: Core) => Promise<T>): Promise<T> {
    const core = await within(WAIT_MS, this.#core.promise);
    try {
      return await question(core);
    } catch (error) {
      // It died over the question; the next core is asked once more.
      if (!core.$closed) throw error;
      return question(await within(WAIT_MS, this.#core.promise));
    }
  }

  #remember(id: number, found: TrackLocation): void {
    this.#tracks.set(id, found);
    const [oldest] = this.#tracks.keys();
    if (this.#tracks.size > REMEMBERED) this.#tracks.delete(oldest);
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new SegueError('disconnected', 'The core of Segue is out of reach at the moment.')),
      ms,
    );
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
