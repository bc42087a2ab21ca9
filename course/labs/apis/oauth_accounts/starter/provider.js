// All that is asked of the provider is asked here.
const { OIDC_ISSUER } = process.env;

const { body: discovered } = await ask(`${OIDC_ISSUER}/.well-known/openid-configuration`);

// Asks the provider: whether it agrees (2xx), and if so the JSON it sends.
export async function ask(url, init) {
  const response = await fetch(url, init);
  return { ok: response.ok, body: response.ok ? await response.json() : undefined };
}

// The document of discovery: `issuer` and the endpoints.
export async function metadata() {
  return discovered;
}
