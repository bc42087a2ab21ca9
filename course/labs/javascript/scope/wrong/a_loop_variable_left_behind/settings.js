import lookUp from './look_up.cjs';

/** A scope of settings. `child` gives another scope inside it. */
export function settings(values = {}) {
  return scope(values, []);
}

/** `around` has the names and values of the scopes around this one, the nearest first. */
function scope(values, around) {
  const tables = [new Map(Object.entries(values)), ...around];

  function need(name) {
    const found = lookUp(tables, name);
    if (found === undefined) throw new ReferenceError(`${name} is not defined`);
    return found;
  }

  return {
    child: (inner = {}) => scope(inner, tables),
    owns: (name) => tables[0].has(name),
    has: (name) => lookUp(tables, name) !== undefined,
    get: (name) => need(name).get(name),
    set: (name, value) => {
      need(name).set(name, value);
    },
  };
}
