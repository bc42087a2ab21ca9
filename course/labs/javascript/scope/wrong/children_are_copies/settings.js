/** A scope of settings. `child` gives another scope inside it. */
export function settings(values = {}, around = new Map()) {
  const own = new Set(Object.keys(values));
  const all = new Map([...around, ...Object.entries(values)]);

  const check = (name) => {
    if (!all.has(name)) throw new ReferenceError(`${name} is not defined`);
  };

  return {
    child: (inner = {}) => settings(inner, all),
    owns: (name) => own.has(name),
    has: (name) => all.has(name),
    get: (name) => {
      check(name);
      return all.get(name);
    },
    set: (name, value) => {
      check(name);
      all.set(name, value);
    },
  };
}
