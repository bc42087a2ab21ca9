/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return function (...args) {
    partial.push(...args);
    return new.target ? new fn(...partial) : fn.apply(self, partial);
  };
}
