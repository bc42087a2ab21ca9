/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return function bound(...args) {
    const all = [...partial, ...args];
    return this instanceof bound ? new fn(...all) : fn.apply(self, all);
  };
}
