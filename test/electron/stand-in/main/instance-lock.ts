import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

const CALL = /^instance-\d+\.json$/;

/** One instance for each folder of user data: the first keeps a file there, later ones leave it a message. */
export class InstanceLock {
  #watcher: FSWatcher | null = null;
  #path = '';

  /** True for the first instance, whose `onSecond` is then told what later ones say. */
  take(folder: string, additionalData: unknown, onSecond: (additionalData: unknown) => void): boolean {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, 'instance.pid');
    if (isHeld(this.#path)) {
      const call = join(folder, `instance-${process.pid}.json`);
      writeFileSync(`${call}.new`, JSON.stringify(additionalData));
      renameSync(`${call}.new`, call);
      return false;
    }
    writeFileSync(this.#path, String(process.pid));
    this.#watcher = watch(folder, (_event, name) => {
      if (name === null || !CALL.test(name)) return;
      const call = join(folder, name);
      try {
        const text = readFileSync(call, 'utf8');
        rmSync(call);
        onSecond(JSON.parse(text));
      } catch {
        // The same file is reported more than once.
      }
    });
    return true;
  }

  release(): void {
    if (this.#watcher === null) return;
    this.#watcher.close();
    rmSync(this.#path, { force: true });
  }
}

function isHeld(path: string): boolean {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
