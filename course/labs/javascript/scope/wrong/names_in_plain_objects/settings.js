/** A scope of settings. `child` gives another scope inside it. */
export function settings(values = {}) {
  return scope({ ...values });
}

function scope(own, outer) {
  function find(name) {
    return name in own ? own : outer?.(name);
  }

  function need(name) {
    const found = find(name);
    if (!found) throw new ReferenceError(`${name} is not defined`);
    return found;
  }

  return {
    child: (inner = {}) => scope({ ...inner }, find),
    owns: (name) => name in own,
    has: (name) => find(name) !== undefined,
    get: (name) => need(name)[name],
    set: (name, value) => {
      need(name)[name] = value;
    },
  };
}
