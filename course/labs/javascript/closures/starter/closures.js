// Five small tools. Each is to keep something to itself, and so far none does.

/** Calls `fn` the first time and gives that answer ever after. */
export function once(fn) {
  return fn; // calls it every time
}

/** Gives `next`, `value` and `reset` for a number that nobody else can reach. */
export function counter(start = 0, step = 1) {
  const value = start;
  return {
    next: () => value + step, // where does the new number go?
    value: () => value,
    reset: () => {},
  };
}

/** Gives one function per label, which tells `onPress` its label and its position. */
export function buttons(labels, onPress) {
  var made = [];
  for (var i = 0; i < labels.length; i++) {
    made.push(() => onPress(labels[i], i)); // press any of them and see
  }
  return made;
}

/** Calls `fn` once for each different list of arguments. */
export function memoize(fn) {
  return fn; // remembers nothing
}

/** Gives a function that answers `true` at most `limit` times in any `span` milliseconds. */
export function rateWindow(limit, span, now = Date.now) {
  return () => true; // lets everybody in
}
