'use strict';
// The bindings encoding_binding (TextEncoder, TextDecoder) and string_decoder.

const SLICE = { 'utf8': 'utf8', 'utf-8': 'utf8', 'utf16le': 'ucs2', 'utf-16le': 'ucs2', 'ucs2': 'ucs2', 'latin1': 'latin1', 'binary': 'latin1', 'ascii': 'ascii',
  'base64': 'base64', 'base64url': 'base64url', 'hex': 'hex', 'buffer': 'utf8' };
const text = (encoding, bytes) => host[`${SLICE[encoding]}Slice`](bytes);
const bytesOf = (view) => ArrayBuffer.isView(view) ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view);

function decodeUTF8(view, ignoreBOM, fatal) {
  const bytes = bytesOf(view);
  if (fatal && !node.binding('buffer').isUtf8(bytes)) {
    const { ERR_ENCODING_INVALID_ENCODED_DATA } = node.internal('internal/errors').codes;
    throw new ERR_ENCODING_INVALID_ENCODED_DATA('utf-8', undefined);
  }
  const decoded = host.utf8Slice(bytes);
  return !ignoreBOM && decoded.charCodeAt(0) === 0xFEFF ? decoded.slice(1) : decoded;
}

function encoding(binding) {
  const results = binding.encodeIntoResults;
  return Object.assign(binding, {
    decodeUTF8,
    encodeUtf8String: (string) => new Uint8Array(host.encode(string, 'utf8')),
    encodeInto(string, into) {
      const written = host.utf8WriteStatic(into, string, 0, into.length);
      results[0] = written === host.byteLengthUtf8(string) ? string.length : host.utf8Slice(into.subarray(0, written)).length;
      results[1] = written;
    },
    encodeIntoResults: results,
    toASCII: host.toASCII,
    toUnicode: host.toUnicode,
  });
}

// Positions in the state that a StringDecoder keeps.
const MISSING = 4, BUFFERED = 5, ENCODING = 6;

/** Of the last bytes, how many are the beginning of a character, and how many it still lacks. */
function torn(encoding, bytes) {
  const { length } = bytes;
  if (SLICE[encoding] === 'utf8') {
    for (let back = 1; back <= 3 && back <= length; back++) {
      const byte = bytes[length - back];
      if ((byte & 0xC0) === 0x80) continue;
      const whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
      return whole > back ? [back, whole - back] : [0, 0];
    }
    return [0, 0];
  }
  if (SLICE[encoding] === 'ucs2') {
    const odd = length % 2;
    const even = length - odd;
    if (even >= 2 && (bytes[even - 1] & 0xFC) === 0xD8) return [odd + 2, 2 - odd];
    return [odd, odd];
  }
  if (SLICE[encoding]?.startsWith('base64')) return [length % 3, length % 3 ? 3 - length % 3 : 0];
  return [0, 0];
}

function stringDecoder(binding) {
  const { encodings } = binding;
  return Object.assign(binding, {
    decode(state, chunk) {
      if (typeof chunk === 'string') return chunk;
      const encoding = encodings[state[ENCODING]];
      const fresh = bytesOf(chunk);
      const bytes = new Uint8Array(state[BUFFERED] + fresh.length);
      bytes.set(state.subarray(0, state[BUFFERED]));
      bytes.set(fresh, state[BUFFERED]);
      const [kept, missing] = torn(encoding, bytes);
      const whole = bytes.length - kept;
      state.set(bytes.subarray(whole));
      state[BUFFERED] = kept;
      state[MISSING] = missing;
      return text(encoding, bytes.subarray(0, whole));
    },
    flush(state) {
      const encoding = encodings[state[ENCODING]];
      const odd = SLICE[encoding] === 'ucs2' ? state[BUFFERED] % 2 : 0;
      const rest = state.slice(0, state[BUFFERED] - odd);
      state[BUFFERED] = state[MISSING] = 0;
      return rest.length === 0 ? '' : text(encoding, new Uint8Array(rest));
    },
  });
}

module.exports = { encoding_binding: encoding, string_decoder: stringDecoder };
