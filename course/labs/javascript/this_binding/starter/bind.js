/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return (...args) => fn(...args); // on what? and where is `partial`?
}
