import { all } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export async function pool(limit, tasks) {
  const answers = [];
  const queue = numbered(tasks);

  async function worker() {
    // All workers take from the one queue; a failure leaves this loop, which closes it for everybody.
    for (const [i, task] of queue) {
      const given = task();
      answers[i] = given instanceof Promise ? await given : given;
    }
  }

  await all(Array.from({ length: limit }, worker));
  return answers;
}

function* numbered(tasks) {
  let i = 0;
  for (const task of tasks) yield [i++, task];
}
