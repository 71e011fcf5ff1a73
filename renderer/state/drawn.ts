let next: Promise<void> | null = null;

/** Once what has changed by now can be seen: for what the words on screen are not to wait for. */
export function drawn(): Promise<void> {
  next ??= new Promise((resolve) =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        next = null;
        resolve();
      }),
    ),
  );
  return next;
}
