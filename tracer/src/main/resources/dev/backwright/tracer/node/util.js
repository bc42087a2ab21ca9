'use strict';
// The bindings util, types, symbols, errors, uv, icu: looking at values, and the names of errors.

const typedArrayName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array).prototype, Symbol.toStringTag).get;

/** Each property loads its module when it is first looked at, and is then an ordinary one. */
function defineLazyProperties(target, id, keys, enumerable = true) {
  for (const key of keys) {
    const settle = (value) => Object.defineProperty(target, key, { __proto__: null, value, writable: true, configurable: true, enumerable });
    const { get, set } = Object.getOwnPropertyDescriptor({
      get [key]() { const value = node.internal(id)[key]; settle(value); return value; },
      set [key](value) { settle(value); },
    }, key);
    Object.defineProperty(target, key, { __proto__: null, enumerable, configurable: true, get, set });
  }
}

class WeakReference {
  #target;
  constructor(target) { this.#target = target; }
  get() { return this.#target; }
  incRef() {}
  decRef() {}
}

/** `KEY=value` lines of an .env file. */
function parseEnv(text) {
  const LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=[^\S\n]*("[^"]*"|'[^']*'|`[^`]*`|[^\n#]*)[^\n]*$/gm;
  const values = {};
  for (const [, key, raw] of text.matchAll(LINE)) {
    const quoted = /^(["'`])([^]*)\1$/.exec(raw.trim());
    values[key] = !quoted ? raw.trim() : quoted[1] === '"' ? quoted[2].replaceAll('\\n', '\n') : quoted[2];
  }
  return values;
}

/** A module with top-level await stands twice on GraalJS's stack; its lines have no name before them. */
function isAgain(site, before) {
  const line = String(site);
  return line.startsWith('file:') && before !== undefined && line === String(before);
}

const KINDS = { __proto__: null };
for (const name of ['isExternal', 'isDate', 'isArgumentsObject', 'isBigIntObject', 'isBooleanObject', 'isNumberObject', 'isStringObject', 'isSymbolObject', 'isBoxedPrimitive',
  'isNativeError', 'isRegExp', 'isAsyncFunction', 'isGeneratorFunction', 'isGeneratorObject', 'isPromise', 'isMap', 'isSet', 'isMapIterator', 'isSetIterator', 'isWeakMap',
  'isWeakSet', 'isAnyArrayBuffer', 'isArrayBuffer', 'isSharedArrayBuffer', 'isDataView', 'isProxy', 'isModuleNamespaceObject']) {
  KINDS[name] = host[name];
}
KINDS.isEventTarget = undefined;

/** How many columns a character takes in a terminal. */
function columns(character) {
  const code = character.codePointAt(0);
  if (/^\p{Emoji_Presentation}/u.test(character) || character.includes('\uFE0F')) return 2;
  if (code < 32 || (code >= 0x7f && code < 0xa0) || /^[\p{Mn}\p{Cf}]$/u.test(character)) return 0;
  return /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(character) ? 2 : 1;
}

let segmenter;
function stringWidth(text) {
  segmenter ??= new Intl.Segmenter();
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += columns(segment);
  return width;
}

const errorNames = new Map(node.shapes.errors);

module.exports = {
  util: (binding) => Object.assign(binding, {
    privateSymbols: node.privateSymbols,
    getPromiseDetails: host.getPromiseDetails,
    getProxyDetails: host.getProxyDetails,
    previewEntries: host.previewEntries,
    getOwnNonIndexProperties: host.getOwnNonIndexProperties,
    getConstructorName: node.constructorName,
    markPromiseAsHandled: host.markPromiseAsHandled,
    isConstructor: host.isConstructor,
    defineLazyProperties, WeakReference, parseEnv,
    getCallSites: () => [],
    getCallerLocation: () => undefined,
    isInsideNodeModules: () => false,
    /** Index of FILE in Node's list: written at once, as Node writes to files. */
    guessHandleType: () => 3,
    sleep() {},
    arrayBufferViewHasBuffer: () => true,
    constructSharedArrayBuffer: (length) => new SharedArrayBuffer(length),
  }),
  types: (binding) => Object.assign(binding, KINDS, {
    isArrayBufferView: ArrayBuffer.isView,
    isTypedArray: (value) => Reflect.apply(typedArrayName, value, []) !== undefined,
    isUint8Array: (value) => Reflect.apply(typedArrayName, value, []) === 'Uint8Array',
  }),
  symbols: () => node.symbols,
  errors: (binding) => Object.assign(binding, {
    setPrepareStackTraceCallback(prepare) {
      host.onStack((global, error, sites) => prepare(global, error, sites.filter((site, index) => !host.isHiddenCall(site) && !isAgain(site, sites[index - 1]))));
    },
    setGetSourceMapErrorSource() {},
    setSourceMapsEnabled() {},
    setMaybeCacheGeneratedSourceMap() {},
    setEnhanceStackForFatalException(before, after) { node.enhanceStack = { before, after }; },
    noSideEffectsToString: (value) => { try { return String(value); } catch { return '#<Object>'; } },
    /** Where the error was made: its first frame. */
    getErrorSourcePositions(error) {
      const [scriptResourceName, lineNumber, startColumn, sourceLine] = host.errorPosition(error) ?? [undefined, 1, 0, ''];
      return { sourceLine, scriptResourceName, lineNumber, startColumn };
    },
    triggerUncaughtException: host.triggerUncaughtException,
  }),
  uv: (binding) => Object.assign(binding, {
    getErrorMap: () => errorNames,
    getErrorMessage: (number) => errorNames.get(number)?.[1] ?? `Unknown system error ${number}`,
    errname: (number) => errorNames.get(number)?.[0] ?? `Unknown system error ${number}`,
  }),
  icu: (binding) => Object.assign(binding, { getStringWidth: stringWidth, hasConverter: () => false, icuErrName: () => '' }),
};
