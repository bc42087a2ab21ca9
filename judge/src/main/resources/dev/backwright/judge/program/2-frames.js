// Frames: what is read from descriptor 3 and written to descriptor 4.

const ROUNDS = constants();
const inner = new Int32Array(8);
const outer = new Int32Array(8);
const schedule = new Int32Array(64);
const block = new Uint8Array(64);
const state = new Int32Array(8);
const head = sized(20);
const tag = new Uint8Array(32);
let received = 0;
let sent = 0;

/** The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
function constants() {
  const table = new Int32Array(64);
  let count = 0;
  for (let n = 2; count < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (prime) table[count++] = fraction(n);
  }
  return table;
}

/** 32 bits of the fraction of the cube root of `n`, exactly: the largest r with r³ ≤ n·2⁹⁶. */
function fraction(n) {
  const bound = BigInt(n) << 96n;
  let root = 0n;
  for (let bit = 1n << 35n; bit > 0n; bit >>= 1n) {
    const tried = root | bit;
    if (tried * tried * tried <= bound) root = tried;
  }
  return Number(root & 0xffffffffn) | 0;
}

/** A byte array whose length no later getter can answer for. */
function sized(length) {
  const bytes = new Uint8Array(length);
  defineProperty(bytes, 'byteLength', { __proto__: null, value: length });
  defineProperty(bytes, 'length', { __proto__: null, value: length });
  return bytes;
}

/** One round of SHA-256 over `block` into `into` (FIPS 180-4, 6.2.2). */
function compress(into) {
  const w = schedule;
  for (let i = 0; i < 16; i++) {
    w[i] = (block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3];
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let a = into[0], b = into[1], c = into[2], d = into[3], e = into[4], f = into[5], g = into[6], h = into[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  into[0] += a; into[1] += b; into[2] += c; into[3] += d; into[4] += e; into[5] += f; into[6] += g; into[7] += h;
}

/** Keeps what HMAC needs of the 32 bytes in `key` and wipes them (RFC 2104). */
function learnKey(key) {
  for (let pad = 0; pad < 2; pad++) {
    const into = pad === 0 ? inner : outer;
    into[0] = 0x6a09e667; into[1] = 0xbb67ae85; into[2] = 0x3c6ef372; into[3] = 0xa54ff53a;
    into[4] = 0x510e527f; into[5] = 0x9b05688c; into[6] = 0x1f83d9ab; into[7] = 0x5be0cd19;
    for (let i = 0; i < 64; i++) block[i] = (i < 32 ? key[i] : 0) ^ (pad === 0 ? 0x36 : 0x5c);
    compress(into);
  }
  for (let i = 0; i < 32; i++) key[i] = 0;
  for (let i = 0; i < 64; i++) block[i] = schedule[i] = 0;
}

function put32(bytes, at, number) {
  bytes[at] = number >>> 24;
  bytes[at + 1] = number >>> 16;
  bytes[at + 2] = number >>> 8;
  bytes[at + 3] = number;
}

/** Pads the last block, which holds `filled` bytes of `total`, and ends the hash. */
function finish(filled, total) {
  block[filled++] = 0x80;
  if (filled > 56) {
    while (filled < 64) block[filled++] = 0;
    compress(state);
    filled = 0;
  }
  while (filled < 60) block[filled++] = 0;
  put32(block, 60, total * 8);
  compress(state);
}

/** HMAC of direction (1 byte), number (4 bytes) and `length` bytes from `from`, into `tag`. */
function sign(direction, number, bytes, from, length) {
  for (let i = 0; i < 8; i++) state[i] = inner[i];
  block[0] = direction;
  put32(block, 1, number);
  let filled = 5;
  for (let i = 0; i < length; i++) {
    block[filled++] = bytes[from + i];
    if (filled === 64) {
      compress(state);
      filled = 0;
    }
  }
  finish(filled, 64 + 5 + length);
  for (let i = 0; i < 8; i++) put32(block, 4 * i, state[i]);
  for (let i = 0; i < 8; i++) state[i] = outer[i];
  finish(32, 96);
  for (let i = 0; i < 8; i++) put32(tag, 4 * i, state[i]);
}

/** Descriptor 3 or 4 was closed, replaced or written to by somebody else: there is nothing left to say. */
function giveUp() {
  exit(self, NOT_ITS_OWN);
}

function readFully(bytes, length) {
  let at = 0;
  while (at < length) {
    let count = 0;
    try {
      count = readSync(3, bytes, at, length - at, null);
    } catch {
      giveUp();
    }
    if (count === 0) exit(self, 0);
    at += count;
  }
}

/** The next command; its text is ASCII. */
function receive() {
  readFully(head, 20);
  const length = (head[0] << 24) | (head[1] << 16) | (head[2] << 8) | head[3];
  if (length < 0 || length > LARGEST_FRAME) giveUp();
  const bytes = sized(length);
  readFully(bytes, length);
  sign(1, received++, bytes, 0, length);
  for (let i = 0; i < 16; i++) if (tag[i] !== head[4 + i]) giveUp();
  return parse(latin1Slice(bytes, 0, length));
}

function hexDigit(value) {
  return value < 10 ? 48 + value : 87 + value;
}

/** A JSON text as the frame with that number; whatever is not ASCII can only stand inside its strings and is escaped there. */
function framed(text, number) {
  const count = text.length;
  let length = 0;
  for (let i = 0; i < count; i++) length += charCodeAt(text, i) > 126 ? 6 : 1;
  const frame = sized(20 + length);
  let at = 20;
  for (let i = 0; i < count; i++) {
    const code = charCodeAt(text, i);
    if (code <= 126) {
      frame[at++] = code;
    } else {
      frame[at++] = 92;
      frame[at++] = 117;
      for (let shift = 12; shift >= 0; shift -= 4) frame[at++] = hexDigit((code >>> shift) & 15);
    }
  }
  put32(frame, 0, length);
  sign(2, number, frame, 20, length);
  for (let i = 0; i < 16; i++) frame[4 + i] = tag[i];
  return frame;
}

function send(text) {
  const frame = framed(text, sent++);
  const length = frame.length;
  for (let done = 0; done < length; ) {
    try {
      done += writeSync(4, frame, done, length - done);
    } catch {
      giveUp();
    }
  }
}
