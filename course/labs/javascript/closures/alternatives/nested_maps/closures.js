// One Map per argument position; rate window on a ring of its last permissions.

const MINUS_ZERO = Symbol('-0');

// A Map takes 0 and -0 for one key, Object.is does not.
const keyOf = (value) => (Object.is(value, -0) ? MINUS_ZERO : value);

export function once(fn) {
  let turn = function first(...args) {
    const answer = fn.apply(this, args);
    turn = () => answer;
    return answer;
  };
  return function (...args) {
    return turn.apply(this, args);
  };
}

export const counter = (start = 0, step = 1) => {
  let steps = 0;
  const value = () => start + steps * step;
  const next = () => (steps++, value());
  const reset = () => void (steps = 0);
  return Object.freeze({ next, value, reset });
};

export const buttons = (labels, onPress) =>
  labels.map((label, position) => () => onPress(label, position));

export function memoize(fn) {
  const root = new Map();
  const ANSWER = Symbol('answer');
  return function memoized() {
    let node = root;
    for (const argument of arguments) {
      const key = keyOf(argument);
      if (!node.has(key)) node.set(key, new Map());
      node = node.get(key);
    }
    if (!node.has(ANSWER)) node.set(ANSWER, fn.apply(this, arguments));
    return node.get(ANSWER);
  };
}

export function rateWindow(limit, span, now = Date.now) {
  const ring = new Array(limit).fill(-Infinity);
  let oldest = 0;
  return () => {
    const time = now();
    if (time - ring[oldest] < span) return false;
    ring[oldest] = time;
    oldest = (oldest + 1) % limit;
    return true;
  };
}
