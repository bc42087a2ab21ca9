/** Fulfilled with all values, in the order of `items`; rejected with the first rejection. */
export function all(items) {
  return new Promise((resolve, reject) => {
    collect(items, (promise, keep) => promise.then(keep, reject), resolve);
  });
}

/** Fulfilled with what became of each, in the order of `items`. */
export function allSettled(items) {
  return all(
    Array.from(items, (item) =>
      Promise.resolve(item).then(
        (value) => ({ status: 'fulfilled', value }),
        (reason) => ({ status: 'rejected', reason }),
      ),
    ),
  );
}

/** Settled as the first that is settled. */
export function race(items) {
  return new Promise((resolve, reject) => {
    for (const item of items) Promise.resolve(item).then(resolve, reject);
  });
}

/** Fulfilled with the first value; when all are rejected, rejected with all reasons. */
export function any(items) {
  return new Promise((resolve, reject) => {
    const follow = (promise, keep) => promise.then(resolve, keep);
    collect(items, follow, (reasons) => reject(new AggregateError(reasons)));
  });
}

/** Has `follow` keep one thing of each promise, and hands them to `finish` in the order of `items`. */
function collect(items, follow, finish) {
  const promises = Array.from(items, (item) => Promise.resolve(item));
  const kept = [];
  let open = promises.length;
  if (open === 0) finish(kept);
  for (const [i, promise] of promises.entries()) {
    follow(promise, (outcome) => {
      kept[i] = outcome;
      open--;
      if (open === 0) finish(kept);
    });
  }
}
