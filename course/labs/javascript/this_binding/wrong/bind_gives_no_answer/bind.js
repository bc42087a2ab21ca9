/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return function (...args) {
    const all = [...partial, ...args];
    if (new.target) return new fn(...all);
    fn.apply(self, all);
  };
}
