/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return function (...args) {
    const all = [].concat(...partial, ...args);
    return new.target ? new fn(...all) : fn.apply(self, all);
  };
}
