'use strict';
// Hosts of URLs, as the URL standard parses them: domains, IPv4 in any base, IPv6, and opaque ones.

const FORBIDDEN = /[\u0000\t\n\r #/:<>?@[\\\]^|]/;
const FORBIDDEN_IN_DOMAINS = /[\u0000-\u0020"#%/:<>?@[\\\]^`{|}\u007f]/;

/** `%41` becomes `A`; bytes that are no UTF-8 become U+FFFD. */
function percentDecode(text) {
  if (!text.includes('%')) return text;
  const bytes = [];
  for (const part of text.split(/(%[0-9a-fA-F]{2})/)) {
    if (/^%[0-9a-fA-F]{2}$/.test(part)) bytes.push(parseInt(part.slice(1), 16));
    else bytes.push(...new Uint8Array(host.encode(part, 'utf8')));
  }
  return host.utf8Slice(Uint8Array.from(bytes));
}

/** One part of an IPv4 address: decimal, `0x` hexadecimal or `0` octal; NaN if it is no number. */
function ipv4Number(part) {
  if (part === '') return NaN;
  if (/^0x[0-9a-f]*$/i.test(part)) return part.length === 2 ? 0 : parseInt(part, 16);
  if (/^0[0-7]*$/.test(part)) return parseInt(part, 8);
  return /^[1-9][0-9]*$/.test(part) ? Number(part) : NaN;
}

/** The address, `null` if it must be one and is not, `undefined` if it is a name. */
function ipv4(domain) {
  const parts = domain.split('.');
  if (parts.at(-1) === '' && parts.length > 1) parts.pop();
  if (!/^[0-9]+$/.test(parts.at(-1)) && Number.isNaN(ipv4Number(parts.at(-1)))) return undefined;
  const numbers = parts.map(ipv4Number);
  const last = numbers.pop();
  if (parts.length > 4 || numbers.some((number) => !(number <= 255)) || !(last < 256 ** (4 - numbers.length))) return null;
  const address = numbers.reduce((sum, number, index) => sum + number * 256 ** (3 - index), last);
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Eight pieces of an IPv6 address, or null. */
function ipv6Pieces(text) {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  if (dotted) {
    const bytes = dotted.slice(2).map(Number);
    if (bytes.some((byte) => byte > 255)) return null;
    text = `${dotted[1]}${(bytes[0] * 256 + bytes[1]).toString(16)}:${(bytes[2] * 256 + bytes[3]).toString(16)}`;
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half) => half === '' ? [] : half.split(':'));
  if ([...head, ...(tail ?? [])].some((piece) => !/^[0-9a-f]{1,4}$/i.test(piece))) return null;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return null;
  return [...head, ...Array(missing).fill('0'), ...(tail ?? [])].map((piece) => parseInt(piece, 16).toString(16));
}

/** The longest run of zeros (at least two) is left out. */
function ipv6(text) {
  const pieces = ipv6Pieces(text);
  if (!pieces) return null;
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (pieces[at + length] === '0') length++;
    if (length > best.length) best = { at, length };
  }
  if (best.at < 0) return `[${pieces.join(':')}]`;
  return `[${pieces.slice(0, best.at).join(':')}::${pieces.slice(best.at + best.length).join(':')}]`;
}

/** @returns {string | null} the host as it is written in a URL, or null if there can be none */
function parseHost(text, special, encode) {
  if (text.startsWith('[')) return text.endsWith(']') ? ipv6(text.slice(1, -1)) : null;
  if (!special) return FORBIDDEN.test(text) ? null : encode(text);
  const domain = host.toASCII(percentDecode(text));
  if (domain === '' || FORBIDDEN_IN_DOMAINS.test(domain)) return null;
  const address = ipv4(domain);
  return address === undefined ? domain : address;
}

module.exports = { parseHost };
