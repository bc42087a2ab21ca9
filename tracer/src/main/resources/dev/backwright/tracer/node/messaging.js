'use strict';
// The binding messaging: structuredClone, DOMException, and ports that only talk to each other.

const NOT_CLONED = 'DataCloneError';
const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

function refuse(what) {
  const { DOMException } = node.domException;
  throw new DOMException(`${what} could not be cloned.`, NOT_CLONED);
}

function cloneError(error, clone) {
  const name = Object.hasOwn(ERRORS, error.name) ? error.name : 'Error';
  const copy = new ERRORS[name](error.message);
  const hidden = (key, value) => Object.defineProperty(copy, key, { value, writable: true, configurable: true, enumerable: false });
  hidden('stack', error.stack);
  if ('cause' in error) hidden('cause', clone(error.cause));
  return copy;
}

function cloneView(view, clone) {
  const buffer = clone(view.buffer);
  if (host.isDataView(view)) return new DataView(buffer, view.byteOffset, view.byteLength);
  return new globalThis[Object.prototype.toString.call(view).slice(8, -1)](buffer, view.byteOffset, view.length);
}

/** The value, if it is one of the kinds that are copied whole; undefined if it is copied member by member. */
function cloneLeaf(value, clone) {
  if (host.isDate(value)) return new Date(value.getTime());
  if (host.isRegExp(value)) return new RegExp(value.source, value.flags);
  if (host.isNativeError(value)) return cloneError(value, clone);
  if (host.isSymbolObject(value)) refuse('#<Symbol>');
  if (host.isBoxedPrimitive(value)) return Object(value.valueOf());
  if (host.isSharedArrayBuffer(value)) return value;
  if (host.isAnyArrayBuffer(value)) return value.slice(0);
  if (ArrayBuffer.isView(value)) return cloneView(value, clone);
  if (host.isPromise(value) || host.isWeakMap(value) || host.isWeakSet(value) || host.isProxy(value) || host.isGeneratorObject(value)) {
    refuse(`#<${host.isProxy(value) ? 'Object' : host.getConstructorName(value)}>`);
  }
  return undefined;
}

function cloneMembers(value, remember, clone) {
  if (host.isMap(value)) {
    const copy = remember(new Map());
    for (const [key, item] of [...value]) copy.set(clone(key), clone(item));
    return copy;
  }
  if (host.isSet(value)) {
    const copy = remember(new Set());
    for (const item of [...value]) copy.add(clone(item));
    return copy;
  }
  const copy = remember(Array.isArray(value) ? new Array(value.length) : {});
  for (const key of Object.keys(value)) {
    Object.defineProperty(copy, key, { value: clone(value[key]), writable: true, configurable: true, enumerable: true });
  }
  return copy;
}

/** The HTML standard's structured clone, over the kinds that this Node has. */
function structuredClone(root, options) {
  const copies = new Map();
  function clone(value) {
    if (typeof value === 'symbol') refuse(String(value));
    if (typeof value === 'function') refuse(Function.prototype.toString.call(value));
    if (typeof value !== 'object' || value === null) return value;
    if (copies.has(value)) return copies.get(value);
    const remember = (copy) => { copies.set(value, copy); return copy; };
    const leaf = cloneLeaf(value, clone);
    return leaf === undefined ? cloneMembers(value, remember, clone) : remember(leaf);
  }
  const transferred = options?.transfer ?? [];
  const copy = clone(root);
  for (const buffer of transferred) if (host.isArrayBuffer(buffer)) buffer.transfer();
  return copy;
}

class MessagePort {
  postMessage() { throw new Error('The recorder has no message ports'); }
  start() {}
  close() {}
  ref() {}
  unref() {}
  drain() {}
}

class MessageChannel {
  constructor() {
    this.port1 = new MessagePort();
    this.port2 = new MessagePort();
  }
}

module.exports = {
  messaging: (binding) => Object.assign(binding, {
    structuredClone, DOMException: node.domException.DOMException, MessagePort, MessageChannel,
    setDeserializerCreateObjectFunction() {},
    exposeLazyDOMExceptionProperty(target) {
      const { DOMException } = node.domException;
      Object.defineProperty(target, 'DOMException', { __proto__: null, value: DOMException, configurable: true, writable: true, enumerable: false });
    },
  }),
};
