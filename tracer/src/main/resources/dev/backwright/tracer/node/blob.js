'use strict';
// The binding blob: bytes that never change, read in one piece.

const EOS = 0, CONTINUE = 1;

const bytesOf = (view) => ArrayBuffer.isView(view) ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view);

function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(bytesOf(part), at);
    at += part.byteLength;
  }
  return all;
}

class BlobHandle {
  constructor(bytes) { this.bytes = bytes; }
  slice(start, end) { return new BlobHandle(this.bytes.slice(start, end)); }
  getReader() {
    let rest = this.bytes.slice().buffer;
    return {
      setWakeup() {},
      pull(callback) {
        const part = rest;
        rest = undefined;
        if (part === undefined || part.byteLength === 0) callback(EOS, undefined, undefined);
        else callback(CONTINUE, part, undefined);
      },
    };
  }
}

module.exports = {
  blob: (binding) => Object.assign(binding, {
    /** Sources are buffers, or `[length, handle]` of another blob. */
    createBlob: (sources) => new BlobHandle(joined(sources.map((source) => Array.isArray(source) ? source[1].bytes : source))),
    concat: (parts) => joined(parts).buffer,
  }),
};
