// The engine's own chain does the looking: each scope is an object whose prototype is the scope around it.

const OUTERMOST = null;

class Scope {
  constructor(around, values) {
    this.names = Object.create(around);
    for (const [name, value] of Object.entries(values)) {
      Object.defineProperty(this.names, name, { value, writable: true, enumerable: true });
    }
  }

  child(values = {}) {
    return new Scope(this.names, values);
  }

  owns(name) {
    return Object.hasOwn(this.names, name);
  }

  has(name) {
    return name in this.names;
  }

  get(name) {
    if (!this.has(name)) throw new ReferenceError(`no setting ${name}`);
    return this.names[name];
  }

  set(name, value) {
    let owner = this.names;
    while (owner !== OUTERMOST && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    if (owner === OUTERMOST) throw new ReferenceError(`no setting ${name}`);
    owner[name] = value;
    return this;
  }
}

export function settings(values = {}) {
  return new Scope(OUTERMOST, values);
}
