/** Calls `fn` the first time and gives that answer ever after; an error is no answer. */
export function once(fn) {
  let done = false;
  let answer;
  return function (...args) {
    if (!done) {
      answer = fn.apply(this, args);
      done = true;
    }
    return answer;
  };
}

/** Gives `next`, `value` and `reset` for a number that nobody else can reach. */
export function counter(start = 0, step = 1) {
  let n = start;
  return {
    next: () => (n += step),
    value: () => n,
    reset: () => {
      n = start;
    },
  };
}

/** Gives one function per label, which tells `onPress` its label and its position. */
export function buttons(labels, onPress) {
  const made = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    made.push(() => onPress(label, i));
  }
  return made;
}

/** Calls `fn` once for each different list of arguments; an error is no answer. */
export function memoize(fn) {
  const answers = new Map();
  const ids = new Map();
  const idOf = (value) => ids.get(value) ?? ids.set(value, ids.size).get(value);
  const textOf = (value) => {
    if (Object.is(value, -0)) return 'number:-0';
    if (value !== null && (typeof value === 'object' || typeof value === 'function')) return `object:${idOf(value)}`;
    return `${typeof value}:${typeof value === 'symbol' ? idOf(value) : value}`;
  };
  return function (...args) {
    const key = args.map(textOf).join('|');
    if (!answers.has(key)) answers.set(key, fn.apply(this, args));
    return answers.get(key);
  };
}

/** Gives a function that answers `true` at most `limit` times in any `span` milliseconds. */
export function rateWindow(limit, span, now = Date.now) {
  let given = [];
  return function allow() {
    const time = now();
    given = given.filter((then) => time - then < span);
    if (given.length >= limit) return false;
    given.push(time);
    return true;
  };
}
