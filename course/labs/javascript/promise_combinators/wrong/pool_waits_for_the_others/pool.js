import { allSettled } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export async function pool(limit, tasks) {
  const answers = [];
  const queue = numbered(tasks);

  async function worker() {
    // All workers take from the one queue; a failure leaves this loop, which closes it for everybody.
    for (const [i, task] of queue) answers[i] = await task();
  }

  const outcomes = await allSettled(Array.from({ length: limit }, worker));
  const failed = outcomes.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return answers;
}

function* numbered(tasks) {
  let i = 0;
  for (const task of tasks) yield [i++, task];
}
