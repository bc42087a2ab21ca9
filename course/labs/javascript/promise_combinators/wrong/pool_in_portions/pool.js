import { all } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export async function pool(limit, tasks) {
  const answers = [];
  let portion = [];
  for (const task of tasks) {
    portion.push(Promise.try(task));
    if (portion.length === limit) {
      answers.push(...(await all(portion)));
      portion = [];
    }
  }
  return [...answers, ...(await all(portion))];
}

function* numbered(tasks) {
  let i = 0;
  for (const task of tasks) yield [i++, task];
}
