'use strict';
// The shapes of Node's native bindings, as the build took them down from the pinned Node.

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array, BigUint64Array, BigInt64Array };

/** A function that is there, because Node looks whether it is, and says so when it is called. */
function denied(path) {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const refuse = () => { throw new Error(`The recorder has no ${path} of Node's`); };
  return Object.defineProperty(refuse, 'name', { value: name, configurable: true });
}

function deniedClass(path, methods) {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const type = { [name]: class { constructor() { throw new Error(`The recorder has no ${path} of Node's`); } } }[name];
  for (const method of methods) type.prototype[method] = denied(`${path}.prototype.${method}`);
  return type;
}

function typedArray({ t: type, n: length, v: items }) {
  const Type = ARRAYS[type];
  if (!items) return new Type(length);
  return Type.from(items, type.startsWith('Big') ? (item) => BigInt(item ?? 0) : undefined);
}

/**
 * A value out of its shape.
 * @param {unknown} shape as `extract.cjs` writes them: JSON's own values, or `{k: kind, v: value}`
 * @param {string} path of the value, for the error of whoever calls it
 */
function materialize(shape, path) {
  if (shape === null || typeof shape !== 'object') return shape;
  switch (shape.k) {
    case 'null': return null;
    case 'undef': return undefined;
    case 'num': return Number(shape.v);
    case 'big': return BigInt(shape.v);
    case 'sym': return Symbol(shape.v);
    case 'fn': return denied(path);
    case 'class': return deniedClass(path, shape.m);
    case 'ta': return typedArray(shape);
    case 'arr': return shape.v.map((item, index) => materialize(item, `${path}.${index}`));
    case 'arr-long': return [];
    case 'map': return new Map(shape.v.map((pair) => pair.map((item) => materialize(item, path))));
    case 'cycle': return {};
    case 'obj': return Object.fromEntries(Object.entries(shape.v).map(([name, member]) => [name, materialize(member, `${path}.${name}`)]));
    default: throw new Error(`No shape ${shape.k} at ${path}`);
  }
}

module.exports = { shapes: JSON.parse(host.shapes()), materialize, denied };
