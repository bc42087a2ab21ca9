// All that is asked of the provider is asked here.
const { OIDC_ISSUER } = process.env;

// The provider is away, silent or broken.
export class Unavailable extends Error {}

// Asks the provider: whether it agrees (2xx), and if so the JSON it sends.
export async function ask(url, init) {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
    if (response.status >= 500) throw new Error(`it answers with ${response.status}`);
    return { ok: response.ok, body: response.ok ? await response.json() : undefined };
  } catch (cause) {
    throw new Unavailable('the provider does not answer', { cause });
  }
}

const { body: discovered } = await ask(`${OIDC_ISSUER}/.well-known/openid-configuration`);

// The document of discovery: `issuer` and the endpoints.
export async function metadata() {
  return discovered;
}
