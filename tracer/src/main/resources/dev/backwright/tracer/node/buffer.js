'use strict';
// The binding buffer. Text in and out is Java's, the rest is quickly said here.

const ENCODINGS = ['ascii', 'utf8', 'base64', 'ucs2', 'latin1', 'hex', 'buffer', 'base64url'];
const ALIASES = { 'utf-8': 'utf8', 'utf16le': 'ucs2', 'utf-16le': 'ucs2', 'ucs-2': 'ucs2', 'binary': 'latin1' };
const plainFill = Uint8Array.prototype.fill;

function bytesOf(text, encoding) {
  const name = String(encoding || 'utf8').toLowerCase();
  return new Uint8Array(host.encode(text, ALIASES[name] ?? name));
}

/** -2: out of range; -1: nothing to fill with. */
function fill(buffer, value, start, end, encoding) {
  if (start < 0 || end > buffer.length) return -2;
  if (start >= end) return;
  if (typeof value === 'number' || typeof value === 'boolean') {
    Reflect.apply(plainFill, buffer, [Number(value) & 255, start, end]);
    return;
  }
  const pattern = typeof value === 'string' ? bytesOf(value, encoding) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (pattern.length === 0) return -1;
  for (let i = start; i < end; i++) buffer[i] = pattern[(i - start) % pattern.length];
}

const swap = (width) => (buffer) => {
  for (let i = 0; i + width <= buffer.length; i += width) Reflect.apply(Uint8Array.prototype.reverse, buffer.subarray(i, i + width), []);
  return buffer;
};

function isUtf8(view) {
  const bytes = ArrayBuffer.isView(view) ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view);
  const again = bytesOf(host.utf8Slice(bytes), 'utf8');
  return again.length === bytes.length && host.compare(bytes, again) === 0;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;
/** -1: a character that is not base64; -2: too many or too few of them. */
function atob(text) {
  const kept = text.replace(/[\t\n\f\r ]/g, '');
  if (/[^A-Za-z0-9+/=]/.test(kept)) return -1;
  return BASE64.test(kept) ? host.latin1Slice(bytesOf(kept, 'base64')) : -3;
}

function btoa(text) {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return -1;
  return host.base64Slice(bytesOf(text, 'latin1'));
}

function buffer(binding) {
  for (const name of Object.keys(binding)) {
    if (typeof binding[name] === 'function' && host[name]) binding[name] = host[name];
  }
  return Object.assign(binding, {
    setBufferPrototype() {},
    setDetachKey() {},
    getZeroFillToggle() {},
    createUnsafeArrayBuffer: (length) => new ArrayBuffer(length),
    indexOfNumber: (buffer, number, offset, forwards) => host.indexOfBytes(buffer, new Uint8Array([number]), offset, forwards),
    indexOfBuffer: (buffer, bytes, offset, encoding, forwards) => host.indexOfBytes(buffer, bytes, offset, forwards),
    indexOfString: (buffer, text, offset, encoding, forwards) => host.indexOfBytes(buffer, bytesOf(text, ENCODINGS[encoding]), offset, forwards),
    copyArrayBuffer(to, toOffset, from, fromOffset, length) { new Uint8Array(to, toOffset, length).set(new Uint8Array(from, fromOffset, length)); },
    fill, isUtf8, atob, btoa,
    isAscii: (view) => new Uint8Array(view.buffer ?? view, view.byteOffset, view.byteLength).every((byte) => byte < 128),
    swap16: swap(2), swap32: swap(4), swap64: swap(8),
  });
}

module.exports = { buffer };
