/** Gives a function that calls `fn` on `self`, with `partial` before its own arguments. */
export function bind(fn, self, ...partial) {
  return function (...args) {
    const all = [...partial, ...args];
    if (!new.target) return fn.apply(self, all);
    const made = Object.create(fn.prototype);
    const answer = fn.apply(made, all);
    return Object(answer) === answer ? answer : made;
  };
}
