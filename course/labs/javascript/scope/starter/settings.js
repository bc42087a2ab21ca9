// A first version: it knows a single scope, and that one not well.

/** A scope of settings. `child` is to give another scope inside it. */
export function settings(values = {}) {
  return {
    child: (inner = {}) => settings(inner), // inside of what?
    owns: (name) => name in values,
    has: (name) => name in values,
    get: (name) => values[name],
    set: (name, value) => {
      values[name] = value;
    },
  };
}
