// A class that knows how many outcomes are still to come.
class Outcomes {
  #list = [];
  #missing = 0;
  #complete;

  constructor(complete) {
    this.#complete = complete;
  }

  /** Watches every item; `watch` is given its promise and a function that enters its outcome. */
  static of(items, watch, complete) {
    const outcomes = new Outcomes(complete);
    const all = Array.from(items);
    outcomes.#missing = all.length;
    if (all.length === 0) complete([]);
    all.forEach((item, place) => {
      watch(Promise.resolve(item), (outcome) => outcomes.#enter(place, outcome));
    });
  }

  #enter(place, outcome) {
    this.#list[place] = outcome;
    if (--this.#missing === 0) this.#complete(this.#list);
  }
}

function promising(work) {
  const { promise, resolve, reject } = Promise.withResolvers();
  try {
    work(resolve, reject);
  } catch (error) {
    reject(error);
  }
  return promise;
}

export function all(items) {
  return promising((resolve, reject) => {
    Outcomes.of(items, (promise, enter) => promise.then(enter, reject), resolve);
  });
}

export function allSettled(items) {
  return promising((resolve) => {
    const watch = (promise, enter) => {
      promise
        .then((value) => ({ status: 'fulfilled', value }))
        .catch((reason) => ({ status: 'rejected', reason }))
        .then(enter);
    };
    Outcomes.of(items, watch, resolve);
  });
}

export function race(items) {
  return promising((resolve, reject) => {
    for (const item of items) Promise.resolve(item).then(resolve, reject);
  });
}

export function any(items) {
  return promising((resolve, reject) => {
    Outcomes.of(
      items,
      (promise, enter) => promise.then(resolve, enter),
      (reasons) => reject(new AggregateError(reasons, 'all were rejected')),
    );
  });
}
