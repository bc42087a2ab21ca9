/** A scope of settings. `child` gives another scope inside it. */
export function settings(values = {}) {
  return scope(values);
}

/** `around` finds, in the scopes around this one, the names and values among which a name is. */
function scope(values, around) {
  const own = new Map(Object.entries(values));

  /** The names and values of the nearest scope that has this name; `undefined` where none has. */
  function find(name) {
    return own.has(name) ? own : around?.(name);
  }

  function need(name) {
    const found = find(name);
    if (found === undefined) throw new ReferenceError(`${name} is not defined`);
    return found;
  }

  return {
    child: (inner = {}) => scope(inner, find),
    owns: (name) => own.has(name),
    has: (name) => find(name) !== undefined,
    get: (name) => need(name).get(name),
    set: (name, value) => {
      need(name).set(name, value);
    },
  };
}
