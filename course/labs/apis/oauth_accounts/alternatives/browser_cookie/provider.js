// The provider, asked anew for each sign-in, so that nothing is remembered that is no longer so.
const { OIDC_ISSUER } = process.env;
const PATIENCE = 10_000; // ms that the provider has for an answer

// The messages are ours alone: those of fetch and JSON.parse may quote what must not be printed.
function failure(status, message) {
  const error = new Error(message);
  error.status = status;
  return error;
}

async function text(url, options) {
  try {
    const response = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    return { status: response.status, text: await response.text() };
  } catch {
    throw failure(502, 'the provider cannot be reached');
  }
}

export async function ask(url, options) {
  const answer = await text(url, options);
  if (answer.status >= 400 && answer.status < 500) return { ok: false };
  if (answer.status !== 200) throw failure(502, `the provider answered with ${answer.status}`);
  try {
    return { ok: true, body: JSON.parse(answer.text) };
  } catch {
    throw failure(502, 'the provider answered with something that is not JSON');
  }
}

export async function metadata() {
  const { body } = await ask(`${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (body?.issuer !== OIDC_ISSUER) throw failure(502, 'the provider calls itself by another name');
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri']) {
    if (!URL.canParse(body[name])) throw failure(502, `the provider has no ${name}`);
  }
  return body;
}
