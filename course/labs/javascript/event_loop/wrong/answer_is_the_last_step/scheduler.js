/** Runs jobs step by step, at most `slice` steps in one turn of the event loop. */
export function createScheduler(slice) {
  const queue = [];
  let awake = false;

  function turn() {
    for (let steps = 0; steps < slice && queue.length > 0; steps++) {
      step(queue.shift());
    }
    awake = queue.length > 0;
    if (awake) setImmediate(turn);
  }

  function step(waiting) {
    try {
      const { done, value } = waiting.job.next();
      if (done) {
        waiting.resolve(waiting.last);
        return;
      }
      waiting.last = value;
      queue.push(waiting);
    } catch (error) {
      waiting.reject(error);
    }
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
