'use strict';
// The language's global object as V8 has it before Node adds its own, and time as the loop has it.

const NOT_OF_V8 = ['console', 'print', 'printErr', 'load', 'loadWithNewGlobal', 'quit', 'exit', 'readline', 'read', 'readbuffer', 'performance',
  'graalvm', 'Graal', 'Polyglot', 'Java', 'Packages', 'version', 'Debug', 'arguments', '$EXEC'];
for (const name of NOT_OF_V8) delete globalThis[name];

for (const name of ['dispose', 'asyncDispose']) {
  if (!Symbol[name]) Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
}

const now = { now() { return host.epoch() + Math.floor(host.look()); } }.now;
const RealDate = Date;
/** The language's Date, but `new Date()` is the loop's time. */
function VirtualDate(...parts) {
  if (new.target === undefined) return new RealDate(now()).toString();
  return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target === VirtualDate ? RealDate : new.target);
}
for (const key of Reflect.ownKeys(RealDate)) Object.defineProperty(VirtualDate, key, Object.getOwnPropertyDescriptor(RealDate, key));
for (const [owner, key, value] of [[VirtualDate, 'now', now], [RealDate.prototype, 'constructor', VirtualDate], [globalThis, 'Date', VirtualDate]]) {
  Object.defineProperty(owner, key, { value, writable: true, configurable: true, enumerable: false });
}

const { bindings } = node.shapes;
node.symbols = Object.fromEntries(Object.entries(bindings.symbols.v).map(([name, { v }]) => [name, Symbol(v)]));
node.privateSymbols = Object.fromEntries(Object.entries(bindings.util.v.privateSymbols.v).map(([name, { v }]) => [name, host.privateSymbol(v)]));
