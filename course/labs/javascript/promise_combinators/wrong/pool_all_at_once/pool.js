import { all } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export async function pool(limit, tasks) {
  return all(Array.from(tasks, (task) => task()));
}

function* numbered(tasks) {
  let i = 0;
  for (const task of tasks) yield [i++, task];
}
