export function bind(fn, self, ...partial) {
  function bound(...args) {
    if (new.target !== undefined) return Reflect.construct(fn, partial.concat(args), fn);
    return Function.prototype.call.call(fn, self, ...partial, ...args);
  }
  Object.defineProperty(bound, 'name', { value: `bound ${fn.name}` });
  return bound;
}
