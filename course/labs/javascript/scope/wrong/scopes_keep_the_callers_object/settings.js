/** A scope of settings. `child` gives another scope inside it. */
export function settings(values = {}) {
  return scope(values);
}

/** `around` finds, in the scopes around this one, the names and values among which a name is. */
function scope(values, around) {
  const own = values;

  /** The names and values of the nearest scope that has this name; `undefined` where none has. */
  function find(name) {
    return Object.hasOwn(own, name) ? own : around?.(name);
  }

  function need(name) {
    const found = find(name);
    if (found === undefined) throw new ReferenceError(`${name} is not defined`);
    return found;
  }

  return {
    child: (inner = {}) => scope(inner, find),
    owns: (name) => Object.hasOwn(own, name),
    has: (name) => find(name) !== undefined,
    get: (name) => need(name)[name],
    set: (name, value) => {
      need(name)[name] = value;
    },
  };
}
