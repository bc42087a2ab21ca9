/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return function (a, b, c) {
    const all = [...partial, a, b, c];
    return new.target ? new fn(...all) : fn.apply(self, all);
  };
}
