import { SingleBar } from 'cli-progress';

/** Says how far a long stage is. Goes to standard error, as a bar on a terminal and as a line a stage elsewhere. */
export interface Progress {
  /** Begins a stage of `total` steps; ends the one before. */
  stage: (name: string, total: number) => void;
  /** `note` is a few words such as the loss. */
  step: (done: number, note?: string) => void;
  /** A line of its own that stays. */
  say: (line: string) => void;
  end: () => void;
}

export function consoleProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let bar: SingleBar | null = null;
  const end = (): void => {
    bar?.stop();
    bar = null;
  };
  return {
    stage: (name, total) => {
      end();
      if (!stream.isTTY) {
        stream.write(`${name}\n`);
        return;
      }
      bar = new SingleBar({
        format: `${name} {bar} {value}/{total} {note} {duration_formatted}, {eta_formatted} left`,
        stream,
        hideCursor: true,
      });
      bar.start(total, 0, { note: '' });
    },
    step: (done, note) => bar?.update(done, note === undefined ? {} : { note }),
    say: (line) => {
      end();
      stream.write(`${line}\n`);
    },
    end,
  };
}

export const silentProgress: Progress = {
  stage: () => undefined,
  step: () => undefined,
  say: () => undefined,
  end: () => undefined,
};
