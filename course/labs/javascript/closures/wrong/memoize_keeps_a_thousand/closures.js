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
  const calls = [];
  return function (...args) {
    const known = calls.find((call) => sameList(call.args, args));
    if (known) return known.answer;
    const answer = fn.apply(this, args);
    calls.push({ args, answer });
    if (calls.length > 1000) calls.shift();
    return answer;
  };
}

function sameList(a, b) {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
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
