// A program in a link: compressed into the fragment, which a browser never sends anywhere.

/** @typedef {{ files: Record<string, string>, main: string }} Program */

const MARK = '#program=';
const MOST_BYTES = 512_000;
const MOST_FILES = 20;
const NAME = /^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/;

/** @param {string} name */
export function isName(name) {
  return name.length <= 100 && NAME.test(name);
}

/** @param {Program} program @returns {Promise<string>} the fragment with its mark */
export async function toFragment({ files, main }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ files, main }));
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Infinity);
  return MARK + btoa(String.fromCodePoint(...packed)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The program of a link; nothing if there is none, or none that can be read. @param {string} fragment @returns {Promise<Program | undefined>} */
export async function fromFragment(fragment) {
  if (!fragment.startsWith(MARK)) return undefined;
  try {
    const packed = Uint8Array.from(atob(fragment.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES);
    return checked(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

/** Whatever somebody put into a link: names and texts, and not too many. @param {any} read @returns {Program | undefined} */
function checked(read) {
  const entries = Object.entries(read?.files ?? {});
  const good = entries.length > 0 && entries.length <= MOST_FILES && entries.every(([name, text]) => isName(name) && typeof text === 'string');
  if (!good || typeof read.main !== 'string' || !entries.some(([name]) => name === read.main)) return undefined;
  return { files: /** @type {Record<string, string>} */ (Object.fromEntries(entries)), main: read.main };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream @param {number} most a small link may unfold to anything */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > most) throw new Error('too much for a link');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
