import "server-only";

/** At most `most` at once; the others wait their turn. Keeps the memory of pictures within bounds. */
export function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next one, or back.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
