var slice = Array.prototype.slice;

export function bind(fn, self) {
  var partial = slice.call(arguments, 2);

  return function bound() {
    var all = partial.concat(slice.call(arguments));
    if (!new.target) return fn.apply(self, all);
    return Reflect.construct(fn, all);
  };
}
