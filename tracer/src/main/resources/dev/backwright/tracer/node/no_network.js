'use strict';
// The web's globals that stand on a network: they are there, and say that a recording has none.

const refuse = (name) => new Error(`The recorder cannot run programs that use ${name}; run it in real Node instead: ./backwright run.`);

for (const name of ['WebSocket', 'EventSource', 'Response', 'Request', 'Headers', 'FormData', 'CloseEvent', 'MessageEvent']) {
  if (!(name in globalThis)) continue;
  const type = { [name]: class { constructor() { throw refuse(name); } } }[name];
  Object.defineProperty(globalThis, name, { value: type, configurable: true, writable: true, enumerable: false });
}

const { fetch } = { async fetch() { throw refuse('fetch'); } };
Object.defineProperty(globalThis, 'fetch', { value: fetch, configurable: true, writable: true, enumerable: true });
