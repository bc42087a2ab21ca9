/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  fn.self = self;
  return function (...args) {
    const all = [...partial, ...args];
    return new.target ? new fn(...all) : fn.apply(fn.self, all);
  };
}
