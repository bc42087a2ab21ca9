// Two at a time: what can be said of two promises is said of many by recursion.

const both = (first, second) =>
  new Promise((resolve, reject) => {
    let values = 0;
    const pair = [];
    const enter = (i) => (value) => {
      pair[i] = value;
      values += 1;
      if (values === 2) resolve(pair);
    };
    first.then(enter(0), reject);
    second.then(enter(1), reject);
  });

const swap = (promise) =>
  new Promise((resolve, reject) => {
    promise.then(reject, resolve);
  });

const together = ([first, ...others]) =>
  first === undefined ? Promise.resolve([]) : both(first, together(others)).then(([value, values]) => [value, ...values]);

const promises = (items, change = (promise) => promise) =>
  Promise.try(() => [...items].map((item) => ({ promise: change(Promise.resolve(item)) })));

const unpacked = (boxes) => boxes.map((box) => box.promise);

export const all = (items) => promises(items).then((boxes) => together(unpacked(boxes)));

export const allSettled = (items) =>
  promises(items, (promise) =>
    promise.then(
      (value) => ({ status: 'fulfilled', value }),
      (reason) => ({ status: 'rejected', reason }),
    ),
  ).then((boxes) => together(unpacked(boxes)));

export const any = (items) =>
  promises(items, swap).then((boxes) => swap(together(unpacked(boxes)).then((reasons) => new AggregateError(reasons))));

export const race = (items) =>
  promises(items).then(
    (boxes) => new Promise((resolve, reject) => boxes.forEach(({ promise }) => promise.then(resolve, reject))),
  );
