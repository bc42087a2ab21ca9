// Values: what is there, told without running any of it.

const byId = new Map();
const ids = new Map();
const spies = new Map();
let lastId = 0;

function idOf(value) {
  let id = mapGet(ids, value);
  if (id === undefined) {
    id = ++lastId;
    mapSet(ids, value, id);
    mapSet(byId, id, value);
    if (isPromise(value) && getPrototypeOf(value) === promisePrototype) hold(value);
  }
  return id;
}

/** A promise the judge holds has somebody who waits for it: its rejection is not unhandled. */
async function hold(promise) {
  try {
    await promise;
  } catch {
    // The judge hears of it when it asks.
  }
}

/** A text as JSON, cut where it is enormous. */
function quote(text) {
  return stringify(text.length > LONGEST_TEXT ? slice(text, 0, LONGEST_TEXT) : text);
}

/** What a property holds, if it is a plain value and no getter. */
function own(object, key) {
  const found = getOwnPropertyDescriptor(object, key);
  return found !== undefined && hasOwn(found, 'value') ? found.value : undefined;
}

function nameOf(callable) {
  if (typeof callable !== 'function' || isProxy(callable)) return undefined;
  const name = own(callable, 'name');
  return typeof name === 'string' ? name : undefined;
}

const builtIns = new Map();
const BUILT_IN_NAMES = ['Object', 'Function', 'Array', 'Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError',
  'EvalError', 'URIError', 'AggregateError', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Promise', 'Date', 'RegExp',
  'Number', 'String', 'Boolean', 'Symbol', 'BigInt', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array',
  'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array',
  'BigInt64Array', 'BigUint64Array'];
const builtInNames = new Set(BUILT_IN_NAMES);
for (const name of BUILT_IN_NAMES) builtIns.set(globalThis[name].prototype, name);
const isBuiltInName = uncurry(Set.prototype.has);

/** The constructor's name at one link of a prototype chain; a built-in's name only for the real built-in. */
function linkName(prototype) {
  const builtIn = mapGet(builtIns, prototype);
  if (builtIn !== undefined || isProxy(prototype)) return builtIn;
  const name = nameOf(own(prototype, 'constructor'));
  return name !== undefined && isBuiltInName(builtInNames, name) ? 'another ' + name : name;
}

/** The names along the prototype chain, nearest first; none for a proxy, whose chain is what it says. */
function chain(value) {
  let names = '';
  if (!isProxy(value)) {
    let link = getPrototypeOf(value);
    for (let steps = 0; link !== null && steps < 100; steps++) {
      const name = linkName(link);
      if (name !== undefined) names += (names === '' ? '' : ',') + quote(name);
      if (isProxy(link)) break;
      link = getPrototypeOf(link);
    }
  }
  return '[' + names + ']';
}

function kindOf(value) {
  if (isProxy(value)) return mapHas(spies, value) ? 'function' : 'proxy';
  if (typeof value === 'function') return 'function';
  if (isArray(value)) return 'array';
  if (isPromise(value)) return 'promise';
  if (isNativeError(value)) return 'error';
  if (isDate(value)) return 'date';
  if (isMap(value)) return 'map';
  if (isSet(value)) return 'set';
  if (isRegExp(value)) return 'regexp';
  if (isUint8Array(value) || isArrayBuffer(value)) return 'bytes';
  if (isTypedArray(value)) return 'typed';
  if (isModuleNamespaceObject(value)) return 'namespace';
  const prototype = getPrototypeOf(value);
  return (prototype === null || prototype === objectPrototype) && !isArgumentsObject(value) ? 'plain' : 'instance';
}

/** `TypeError: …`, from plain properties only. */
function errorLine(error) {
  let name;
  for (let link = error; link !== null && name === undefined && !isProxy(link); link = getPrototypeOf(link)) {
    name = own(link, 'name');
  }
  const message = own(error, 'message');
  const title = typeof name === 'string' ? name : 'Error';
  return typeof message === 'string' && message !== '' ? title + ': ' + message : title;
}

/** As Node would print it. */
function shown(value) {
  let text;
  try {
    text = isNativeError(value) && !isProxy(value) ? errorLine(value) : inspect(value, shownAs());
  } catch {
    text = 'a value that cannot be printed';
  }
  if (typeof text !== 'string') text = 'a value that cannot be printed';
  return text.length > LONGEST_SHOWN ? slice(text, 0, LONGEST_SHOWN) + '…' : text;
}

function shownAs() {
  return { __proto__: null, depth: 4, maxArrayLength: 50, maxStringLength: 500, breakLength: 100, colors: false, getters: false };
}

/** One value: a primitive whole, anything else by handle; with `show`, also as Node prints it. */
function describe(value, show) {
  switch (typeof value) {
    case 'undefined':
      return '{"t":"undefined"}';
    case 'boolean':
      return '{"t":"boolean","v":' + value + '}';
    case 'number':
      return '{"t":"number","v":"' + (value === 0 && 1 / value < 0 ? '-0' : value) + '"}';
    case 'bigint':
      return '{"t":"bigint","v":"' + value + '"}';
    case 'string':
      return '{"t":"string","v":' + quote(value) + ',"n":' + value.length + '}';
    case 'symbol':
      return '{"t":"symbol","h":' + idOf(value) + ',"s":' + quote(symbolText(value)) + '}';
    default:
      return value === null ? '{"t":"null"}' : described(value, show);
  }
}

function described(value, show) {
  const start = '{"t":"' + typeof value + '","h":' + idOf(value) + ',"k":"' + kindOf(value) + '"';
  return start + (show ? ',"s":' + quote(shown(value)) : '') + '}';
}

function symbolText(symbol) {
  const text = descriptionOf(symbol);
  return 'Symbol(' + (text === undefined ? '' : text) + ')';
}
