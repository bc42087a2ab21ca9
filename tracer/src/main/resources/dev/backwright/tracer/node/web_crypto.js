'use strict';
// What of `globalThis.crypto` a recording has: random numbers, the same ones in every recording.

let state = 0x2F6E2B1;
/** A xorshift generator: good enough for identifiers that only have to differ. */
function randomByte() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state & 255;
}

class Crypto {
  getRandomValues(array) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = randomByte();
    return array;
  }
  randomUUID() {
    const bytes = this.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0F) | 0x40;
    bytes[8] = (bytes[8] & 0x3F) | 0x80;
    return host.hexSlice(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
  get subtle() {
    throw new Error('The recorder cannot run programs that use crypto.subtle; run it in real Node instead: ./backwright run.');
  }
}

const crypto = new Crypto();
Object.defineProperty(globalThis, 'crypto', { get: Object.getOwnPropertyDescriptor({ get crypto() { return crypto; } }, 'crypto').get, configurable: true, enumerable: true });
Object.defineProperty(globalThis, 'Crypto', { value: Crypto, configurable: true, writable: true, enumerable: false });
