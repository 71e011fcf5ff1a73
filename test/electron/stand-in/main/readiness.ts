let ready = false;

export function isReady(): boolean {
  return ready;
}

export function setReady(): void {
  ready = true;
}

/** Electron refuses many calls before, and some after, `app` is ready. */
export function requireReady(call: string): void {
  if (!ready) throw new Error(`${call} cannot be called before app is ready`);
}

export function requireNotReady(call: string): void {
  if (ready) throw new Error(`${call} can only be called before app is ready`);
}
