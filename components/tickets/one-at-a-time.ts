/** Runs jobs one after the other. What went wrong with one keeps none of the next from running. */
export function oneAtATime() {
  let last: Promise<void> = Promise.resolve();
  return {
    run(job: () => Promise<void>): Promise<void> {
      last = last.then(job, job);
      return last;
    },
    /** Until all are done, or that long. */
    async done({ withinMs }: { withinMs: number }): Promise<void> {
      await Promise.race([last.catch(() => {}), new Promise((resolve) => setTimeout(resolve, withinMs))]);
    },
  };
}
