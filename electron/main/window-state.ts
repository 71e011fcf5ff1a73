import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const size = v.pipe(pixels, v.minValue(1));

const WindowStateSchema = v.object({
  bounds: v.object({ x: pixels, y: pixels, width: size, height: size }),
  isMaximized: v.boolean(),
});

/** Where the window was; `bounds` are those it has when not maximised. */
export type WindowState = v.InferOutput<typeof WindowStateSchema>;

/** The kept state, or null where there is none or it cannot be understood: a window's place is not worth an error. */
export function readWindowState(path: string): WindowState | null {
  try {
    return v.parse(WindowStateSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps the state; where that is not possible the window opens in its usual place next time. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    // Nothing that the listener could do about it.
  }
}
