'use strict';
// Writes into a folder: `library/ID.js`, the sources of Node's own library; `bindings.json`, the shapes of its native bindings; and Node's licence.
const { cpSync, mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { internalBinding } = require('internal/test/binding');

const folder = process.argv[2];
const TypedArray = Object.getPrototypeOf(Uint8Array);
/** Longer ones are work areas that start at zero: only their length is kept. */
const LONGEST_ARRAY = 200;
/** Nothing of these reaches the outside world from a recording. */
const NOT_THERE = ['crypto', 'http2', 'sqlite', 'quic', 'tls_wrap', 'http_parser', 'profiler'];

/** A value as JSON: `{k: kind, v: value}` for whatever JSON has no word for. */
function shape(value, depth, seen) {
  if (value === null) return { k: 'null' };
  switch (typeof value) {
    case 'number': return Number.isFinite(value) ? value : { k: 'num', v: String(value) };
    case 'string': case 'boolean': return value;
    case 'undefined': return { k: 'undef' };
    case 'bigint': return { k: 'big', v: String(value) };
    case 'symbol': return { k: 'sym', v: value.description };
    case 'function': return value.prototype
      ? { k: 'class', v: value.name, m: Object.getOwnPropertyNames(value.prototype).filter((name) => name !== 'constructor') }
      : { k: 'fn', v: value.name };
  }
  if (seen.has(value) || depth > 5) return { k: 'cycle' };
  seen.add(value);
  if (value instanceof TypedArray) {
    const items = value.length <= LONGEST_ARRAY ? Array.from(value, Number) : undefined;
    return { k: 'ta', t: value.constructor.name, n: value.length, v: items };
  }
  if (Array.isArray(value)) {
    return value.length > 600 ? { k: 'arr-long', n: value.length } : { k: 'arr', v: value.map((item) => shape(item, depth + 1, seen)) };
  }
  if (value instanceof Map) {
    return { k: 'map', v: [...value].map((pair) => pair.map((item) => shape(item, depth + 1, seen))) };
  }
  const members = {};
  for (const name of Object.getOwnPropertyNames(value)) {
    let member;
    try { member = value[name]; } catch { continue; }
    members[name] = shape(member, depth + 1, seen);
  }
  return { k: 'obj', v: members };
}

const natives = Object.fromEntries(Object.entries(process.binding('natives')).filter(([, text]) => typeof text === 'string'));
for (const [id, text] of Object.entries(natives)) {
  const file = join(folder, 'library', id + '.js');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const bindings = {};
for (const name of process.moduleLoadList.concat(['Internal Binding messaging', 'Internal Binding worker'])
  .filter((entry) => entry.startsWith('Internal Binding ')).map((entry) => entry.slice('Internal Binding '.length))
  .concat(Object.keys(natives).flatMap((id) => [...natives[id].matchAll(/internalBinding\('(\w+)'\)/g)].map((match) => match[1])))) {
  if (name in bindings) continue;
  try { bindings[name] = shape(internalBinding(name), 0, new Set()); } catch { /* not in this build of Node */ }
}
delete bindings.builtins.v.natives;
bindings.constants.v.crypto = { k: 'obj', v: {} };
for (const name of NOT_THERE.filter((name) => bindings[name])) {
  const callable = Object.entries(bindings[name].v).filter(([, member]) => member?.k === 'fn' || member?.k === 'class');
  bindings[name] = { k: 'obj', v: Object.fromEntries(callable) };
}

const { version, versions, arch, platform, release } = process;
writeFileSync(join(folder, 'bindings.json'), JSON.stringify({
  bindings,
  options: internalBinding('options').getCLIOptionsValues(),
  errors: [...internalBinding('uv').getErrorMap()],
  process: { version, versions, arch, platform, release },
}, (_, value) => (typeof value === 'bigint' ? Number(value) : value)));
cpSync(resolve(dirname(process.execPath), '..', 'LICENSE'), join(folder, 'LICENSE-node.txt'));
