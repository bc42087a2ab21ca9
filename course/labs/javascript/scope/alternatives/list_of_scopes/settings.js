// A scope is a list of tables, its own first. A child's list is one longer and shares the rest.

const table = (values = {}) => Object.keys(values).map((name) => ({ name, value: values[name] }));

const row = (rows, name) => rows.find((each) => each.name === name);

function lookUp(tables, name) {
  const [nearest, ...further] = tables;
  if (nearest === undefined) return undefined;
  return row(nearest, name) ?? lookUp(further, name);
}

function demand(tables, name) {
  const found = lookUp(tables, name);
  if (!found) {
    const error = new ReferenceError(`unknown: ${name}`);
    error.code = 'UNKNOWN_SETTING';
    throw error;
  }
  return found;
}

function over(tables) {
  return Object.freeze({
    child(values) {
      return over([table(values), ...tables]);
    },
    owns(name) {
      return row(tables[0], name) !== undefined;
    },
    has(name) {
      return !!lookUp(tables, name);
    },
    get(name) {
      return demand(tables, name).value;
    },
    set(name, value) {
      demand(tables, name).value = value;
    },
  });
}

export function settings(values) {
  return over([table(values)]);
}
