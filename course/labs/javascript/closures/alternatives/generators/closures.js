// A generator is a function that stops in the middle and keeps its scope: a closure with a place in it.

function* numbers(start, step) {
  for (let n = start; ; n += step) yield n;
}

export function counter(start = 0, step = 1) {
  let source;
  let seen;
  const next = () => (seen = source.next().value);
  const reset = () => {
    source = numbers(start, step);
    next();
  };
  reset();
  return { next, value: () => seen, reset };
}

export function once(fn) {
  const kept = [];
  return function (...args) {
    if (kept.length === 0) kept.push(fn.call(this, ...args));
    return kept[0];
  };
}

export function buttons(labels, onPress) {
  function* each() {
    let position = 0;
    for (const label of [...labels]) {
      const here = position++;
      yield () => onPress(label, here);
    }
  }
  return [...each()];
}

export function memoize(fn) {
  let known = null; // a chain of calls, the newest first
  function* chain() {
    for (let call = known; call !== null; call = call.before) yield call;
  }
  return function (...args) {
    for (const { list, answer } of chain()) {
      if (list.length === args.length && !list.some((value, i) => !Object.is(value, args[i]))) {
        return answer;
      }
    }
    const answer = fn.call(this, ...args);
    known = { list: args, answer, before: known };
    return answer;
  };
}

export function rateWindow(limit, span, now = () => Date.now()) {
  const permissions = new Set();
  return () => {
    const time = now();
    for (const permission of permissions) {
      if (permission.at <= time - span) permissions.delete(permission);
    }
    const free = permissions.size < limit;
    if (free) permissions.add({ at: time });
    return free;
  };
}
