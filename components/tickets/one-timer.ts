const LONGEST_RETRY_MS = 60_000;

/** One thing to do after a pause: set again it begins anew. */
export function oneTimer(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function cancel(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  /** @param pause in milliseconds */
  function set(pause: number): void {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  }

  return {
    cancel,
    isSet: () => timer !== undefined,
    set,
    /** After a failure, with growing pauses. @param tries so far */
    setAgain: (tries: number) => set(Math.min(LONGEST_RETRY_MS, 1000 * 2 ** tries)),
  };
}
