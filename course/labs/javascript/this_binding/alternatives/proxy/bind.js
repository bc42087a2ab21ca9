// The function itself, behind a door that changes what goes in.
export const bind = (fn, self, ...partial) =>
  new Proxy(fn, {
    apply: (target, _, args) => Reflect.apply(target, self, partial.concat(args)),
    construct: (target, args) => Reflect.construct(target, partial.concat(args)),
  });
