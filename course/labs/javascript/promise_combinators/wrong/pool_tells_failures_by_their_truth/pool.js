import { all } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export async function pool(limit, tasks) {
  const answers = [];
  const queue = numbered(tasks);

  let failure;
  async function worker() {
    for (;;) {
      const { value, done } = queue.next();
      if (done || failure) return;
      const [i, task] = value;
      try {
        answers[i] = await task();
      } catch (error) {
        failure = error;
        throw error;
      }
    }
  }

  await all(Array.from({ length: limit }, worker));
  return answers;
}

function* numbered(tasks) {
  let i = 0;
  for (const task of tasks) yield [i++, task];
}
