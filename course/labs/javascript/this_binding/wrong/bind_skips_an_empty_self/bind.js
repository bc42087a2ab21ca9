/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return function (...args) {
    const all = [...partial, ...args];
    return new.target ? new fn(...all) : self ? fn.apply(self, all) : fn(...all);
  };
}
