/** Runs jobs step by step, at most `slice` steps in one turn of the event loop. */
export function createScheduler(slice) {
  const queue = [];
  let awake = false;
  let current;

  function turn() {
    try {
      for (let steps = 0; steps < slice && queue.length > 0; steps++) {
        current = queue.shift();
        step(current);
      }
      awake = queue.length > 0;
      if (awake) setImmediate(turn);
    } catch (error) {
      current.reject(error);
    }
  }

  function step(waiting) {
    const { done, value } = waiting.job.next();
    if (done) waiting.resolve(value);
    else queue.push(waiting);
  }

  return {
    run(job) {
      const { promise, resolve, reject } = Promise.withResolvers();
      queue.push({ job, resolve, reject });
      if (!awake) {
        awake = true;
        setImmediate(turn);
      }
      return promise;
    },
  };
}
