import type { SongPart } from '../models.ts';

/**
 * A song is answered a block at a time, each block within a window that reaches further back and further ahead, so that
 * memory stays flat however long it is. Both networks start at their window's end afresh.
 */
const BLOCK_CLIPS = 60;
const CONTEXT_CLIPS = 40;
const WINDOW_CLIPS = BLOCK_CLIPS + CONTEXT_CLIPS;
/** Windows that run together: fewer leave the kernel's rows of four unused. */
const BATCH_WINDOWS = 8;
/** Clips that wait before a batch of windows runs. */
const BATCH_CLIPS = BATCH_WINDOWS * BLOCK_CLIPS;

/** Reads descriptions of clips in order and answers for each. */
export interface SongReader {
  /** Takes the next clips, `[clips, inputs]`. @returns answers that are ready, `[any number, outputs]`, in order. */
  push(rows: Float32Array, clips: number): Float32Array;
  /** The answers that are left. The reader is used up. */
  finish(): Float32Array;
}

/**
 * A reader for one song: what came before is read by one LSTM, what comes after by another (Schuster & Paliwal 1997);
 * the answer is the sum of what both say.
 */
export function createSongReader({ forward, backward }: Pick<SongPart, 'forward' | 'backward'>): SongReader {
  const { inputs } = forward.network;
  /** Descriptions from clip `kept` on. */
  let buffer = new Float32Array(0);
  let kept = 0;
  let heard = 0;
  let answered = 0;

  const windowAt = (first: number, length: number): Float32Array =>
    buffer.subarray((first - kept) * inputs, (first - kept + length) * inputs);

  /** Answers the blocks from `answered` up to `end`. */
  const answer = (end: number): Float32Array => {
    const length = Math.min(WINDOW_CLIPS, heard);
    const latest = heard - length;
    const blocks = length === heard ? [0] : blocksBetween(answered, end);
    const before = new Float32Array(blocks.length * length * inputs);
    const after = new Float32Array(before.length);
    const starts = blocks.map((block) => ({
      before: Math.min(latest, Math.max(0, block - CONTEXT_CLIPS)),
      after: Math.min(latest, block),
    }));
    starts.forEach((start, i) => {
      before.set(windowAt(start.before, length), i * length * inputs);
      after.set(reversed(windowAt(start.after, length), inputs), i * length * inputs);
    });
    const early = forward.run(before, blocks.length, length);
    const late = backward.run(after, blocks.length, length);
    const outputs = early.length / blocks.length / length;
    const answers = new Float32Array((end - answered) * outputs);
    for (let clip = answered; clip < end; clip++) {
      const i = length === heard ? 0 : Math.floor((clip - answered) / BLOCK_CLIPS);
      const fromEarly = (i * length + clip - starts[i].before) * outputs;
      const fromLate = (i * length + (length - 1 - (clip - starts[i].after))) * outputs;
      for (let output = 0; output < outputs; output++) {
        answers[(clip - answered) * outputs + output] = early[fromEarly + output] + late[fromLate + output];
      }
    }
    answered = end;
    return answers;
  };

  return {
    push(rows, clips) {
      const oldest = Math.max(0, answered - CONTEXT_CLIPS);
      const left = buffer.subarray((oldest - kept) * inputs);
      const joined = new Float32Array(left.length + rows.length);
      joined.set(left);
      joined.set(rows, left.length);
      buffer = joined;
      kept = oldest;
      heard += clips;
      if (heard - answered < BATCH_CLIPS + CONTEXT_CLIPS) return new Float32Array();
      return answer(answered + BATCH_CLIPS);
    },
    finish() {
      return heard === answered ? new Float32Array() : answer(heard);
    },
  };
}

function blocksBetween(first: number, end: number): number[] {
  return Array.from({ length: Math.ceil((end - first) / BLOCK_CLIPS) }, (_, i) => first + i * BLOCK_CLIPS);
}

/** Rows of `width` numbers in opposite order. */
function reversed(rows: Float32Array, width: number): Float32Array {
  const turned = new Float32Array(rows.length);
  for (let from = 0; from < rows.length; from += width) {
    turned.set(rows.subarray(from, from + width), rows.length - from - width);
  }
  return turned;
}
