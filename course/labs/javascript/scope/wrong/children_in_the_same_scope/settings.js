/** A scope of settings. `child` adds to it. */
export function settings(values = {}) {
  const own = new Map(Object.entries(values));

  function check(name) {
    if (!own.has(name)) throw new ReferenceError(`${name} is not defined`);
  }

  const scope = {
    child: (inner = {}) => {
      for (const [name, value] of Object.entries(inner)) own.set(name, value);
      return scope;
    },
    owns: (name) => own.has(name),
    has: (name) => own.has(name),
    get: (name) => {
      check(name);
      return own.get(name);
    },
    set: (name, value) => {
      check(name);
      own.set(name, value);
    },
  };
  return scope;
}
