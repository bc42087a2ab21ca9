// A set of what is at work, and a race for the next free place.
import { all, race } from './combinators.js';

export async function pool(limit, tasks) {
  const answers = [];
  const working = new Set();
  let count = 0;
  for (const task of tasks) {
    const i = count++;
    const work = (async () => {
      answers[i] = await task();
      working.delete(work);
    })();
    working.add(work);
    if (working.size >= limit) await race(working);
  }
  await all(working);
  return answers;
}
