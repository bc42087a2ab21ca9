// Asks the provider, for 10 seconds at most.

/** An error that has a status for the browser. */
export const failure = (status, message) => Object.assign(new Error(message), { status });

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Whether the provider agrees, and the JSON it sends; an error with 502 if it is in trouble. */
export async function ask(url, options) {
  const request = { ...options, redirect: 'manual', signal: AbortSignal.timeout(10_000) };
  const [{ ok, status }, text] = await fetch(url, request)
    .then(async (response) => [response, await response.text()])
    .catch(() => {
      throw failure(502, 'the provider cannot be reached');
    });
  if (status >= 500) throw failure(502, `the provider answers with ${status}`);
  return { ok, body: parse(text) };
}

/** The JSON at an address that any provider in good health has. */
export async function get(url) {
  const { ok, body } = await ask(url);
  if (!ok || !body) throw failure(502, 'the provider does not give what it has to publish');
  return body;
}

/** Asked for anew each time, so that nothing is remembered of a bad day. */
export function metadata() {
  return get(`${process.env.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`);
}
