/** The shell's code for a program that was ended by Ctrl-C. */
export const EXIT_INTERRUPTED = 130;

/** Aborted by the first Ctrl-C or a polite request to end, so that work can be wound up; the second ends at once. */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED);
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return controller.signal;
}
