/** A scope of settings. `child` gives another scope inside it. */
export function settings(values = {}, outer = undefined) {
  const own = new Map(Object.entries(values));

  const scope = {
    child: (inner = {}) => settings(inner, scope),
    owns: (name) => own.has(name),
    has: (name) => own.has(name) || outer?.has(name),
    get(name) {
      if (own.has(name)) return own.get(name);
      if (outer !== undefined) return outer.get(name);
      throw new ReferenceError(`${name} is not defined`);
    },
    set(name, value) {
      if (own.has(name)) own.set(name, value);
      else if (outer !== undefined) outer.set(name, value);
      else throw new ReferenceError(`${name} is not defined`);
    },
  };
  return scope;
}
