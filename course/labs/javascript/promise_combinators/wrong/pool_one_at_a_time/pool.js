import { all } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export async function pool(limit, tasks) {
  const answers = [];
  for (const task of tasks) answers.push(await task());
  return answers;
}

function* numbered(tasks) {
  let i = 0;
  for (const task of tasks) yield [i++, task];
}
