/** Runs jobs step by step, at most `slice` steps in one turn of the event loop. */
export function createScheduler(slice) {
  const queue = [];
  let awake = false;
  let number = 0;

  let round = [];
  function turn() {
    for (let steps = 0; steps < slice && round.length + queue.length > 0; steps++) {
      if (round.length === 0) round = queue.splice(0).sort((a, b) => a.number - b.number);
      step(round.shift());
    }
    awake = round.length + queue.length > 0;
    if (awake) setImmediate(turn);
  }

  function step(waiting) {
    try {
      const { done, value } = waiting.job.next();
      if (done) waiting.resolve(value);
      else queue.push(waiting);
    } catch (error) {
      waiting.reject(error);
    }
  }

  return {
    run(job) {
      const { promise, resolve, reject } = Promise.withResolvers();
      queue.push({ job, resolve, reject, number: ++number });
      if (!awake) {
        awake = true;
        setImmediate(turn);
      }
      return promise;
    },
  };
}
