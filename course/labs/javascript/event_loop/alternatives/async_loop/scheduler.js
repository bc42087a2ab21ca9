// One async function goes round as long as there are jobs. A pause is a promise of the next immediate.
import { setImmediate as nextTurn } from 'node:timers/promises';

export function createScheduler(slice) {
  const jobs = new Map(); // in the order of the queue
  let number = 0;
  let working = false;

  async function work() {
    working = true;
    while (jobs.size > 0) {
      await nextTurn();
      for (let left = slice; left > 0 && jobs.size > 0; left--) oneStep();
    }
    working = false;
  }

  function oneStep() {
    const [[key, { job, done }]] = jobs;
    jobs.delete(key);
    try {
      const step = job.next();
      if (step.done) done(undefined, step.value);
      else jobs.set(++number, { job, done });
    } catch (error) {
      done([error]);
    }
  }

  function run(job) {
    return new Promise((resolve, reject) => {
      const done = (failure, value) => (failure ? reject(failure[0]) : resolve(value));
      jobs.set(++number, { job, done });
      if (!working) work();
    });
  }

  return { run };
}
