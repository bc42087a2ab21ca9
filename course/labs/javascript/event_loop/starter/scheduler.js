// Reports are long. While one is being made, nobody else is served. So far this changes nothing about that.

/** Runs jobs step by step, at most `slice` steps in one turn of the event loop. */
export function createScheduler(slice) {
  return {
    async run(job) {
      for (;;) {
        const { done, value } = job.next();
        if (done) return value;
        await null; // lets the others have a go?
      }
    },
  };
}
