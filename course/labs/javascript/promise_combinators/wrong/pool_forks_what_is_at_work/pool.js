import { all, race } from './combinators.js';

/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export async function pool(limit, tasks) {
  const started = [];
  const working = new Set();
  for (const task of tasks) {
    const work = Promise.try(task);
    started.push(work);
    working.add(work);
    work.finally(() => working.delete(work));
    if (working.size >= limit) await race(working);
  }
  return all(started);
}
