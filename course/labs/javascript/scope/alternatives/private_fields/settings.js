import { UnknownSetting } from './unknown_setting.js';

/** A scope that knows the one around it and walks outward in a loop. */
class Scope {
  #values;
  #outer;

  constructor(values, outer) {
    this.#values = Object.assign(Object.create(null), values);
    this.#outer = outer;
  }

  #owner(name) {
    for (let scope = this; scope; scope = scope.#outer) {
      if (scope.owns(name)) return scope;
    }
    return null;
  }

  #required(name) {
    const owner = this.#owner(name);
    if (owner === null) throw new UnknownSetting(name);
    return owner;
  }

  child(values) {
    return new Scope(values, this);
  }

  owns(name) {
    return name in this.#values;
  }

  has(name) {
    return this.#owner(name) !== null;
  }

  get(name) {
    return this.#required(name).#values[name];
  }

  set(name, value) {
    return (this.#required(name).#values[name] = value);
  }
}

export const settings = (values) => new Scope(values, null);
