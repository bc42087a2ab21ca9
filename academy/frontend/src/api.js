// Calls to the academy. What goes wrong is a Trouble with a sentence for a person.

export class Trouble extends Error {
  /**
   * @param {string} message
   * @param {number} status 0 where the server could not be reached
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }

  /** Whether trying again later may help. */
  get passes() {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

const UNREACHED = 'The academy cannot be reached. Is ./backwright still running?';
const KEY = 'This page was opened with the key of an earlier start. Open the address that ./backwright printed, then come back.';
const SIGNED_OUT = 'You are signed out. Sign in again in another tab, then come back: what you typed is kept in this browser.';

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {{ keepalive?: boolean }} [options]
 * @returns {Promise<any>}
 */
export async function call(method, path, body, { keepalive = false } = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-CSRF-TOKEN'] = csrf();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, {
      method, headers, keepalive, body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Trouble(UNREACHED, 0);
  }
  if (!response.ok) throw await trouble(response);
  return response.status === 204 ? undefined : response.json();
}

/** @param {Response} response */
async function trouble(response) {
  if (response.status === 401) return new Trouble(document.querySelector('meta[name="person"]') ? SIGNED_OUT : KEY, 401);
  const problem = await response.json().catch(() => ({}));
  const detail = typeof problem.detail === 'string' ? problem.detail : '';
  return new Trouble(detail || `The academy answered ${response.status} and did not say why.`, response.status);
}

function csrf() {
  return document.querySelector('meta[name="csrf"]')?.getAttribute('content') ?? '';
}

/** The sentence to show for anything that was thrown. @param {unknown} error */
export function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Listens to server-sent events; the browser itself tries again when the connection is lost.
 *
 * @param {string} path
 * @param {Record<string, (data: string) => void>} handlers
 * @param {{ end?: string, lost: () => void, refused: () => void }} options the event that is the last one; what to do when the
 *   connection is lost, and when the server will not have us
 * @returns {() => void} stops listening
 */
export function listen(path, handlers, { end, lost, refused }) {
  const source = new EventSource(path);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => {
      if (name === end) source.close();
      handle(event.data);
    });
  }
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) refused();
    else lost();
  });
  return () => source.close();
}
