// A scope holds nothing; two WeakMaps know what belongs to it, and a generator walks outward.

const tables = new WeakMap(); // scope -> Map of its names
const around = new WeakMap(); // scope -> the scope it is inside of

function* outward(scope) {
  for (; scope; scope = around.get(scope)) yield tables.get(scope);
}

const find = (scope, name) => outward(scope).find((table) => table.has(name));

const need = (scope, name) => {
  const table = find(scope, name);
  if (!table) throw new ReferenceError(`${name} is not defined`);
  return table;
};

const methods = {
  child(values = {}) {
    return make(values, this);
  },
  owns(name) {
    return tables.get(this).has(name);
  },
  has(name) {
    return find(this, name) !== undefined;
  },
  get(name) {
    return need(this, name).get(name);
  },
  set(name, value) {
    need(this, name).set(name, value);
  },
};

const make = (values, outer) => {
  const scope = Object.create(methods);
  tables.set(scope, new Map(Object.entries(values)));
  around.set(scope, outer);
  return scope;
};

/** A scope of settings. `child` gives another scope inside it. */
export const settings = (values = {}) => make(values);
