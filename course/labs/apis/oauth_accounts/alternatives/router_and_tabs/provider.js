// A promise is kept while discovery is under way, and thrown away when it fails.
let known;

export function metadata() {
  known ??= ask(`${process.env.OIDC_ISSUER}/.well-known/openid-configuration`)
    .then(({ body }) => body)
    .catch((error) => {
      known = undefined;
      throw error;
    });
  return known;
}

export async function ask(url, init = {}) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), 10_000);
  try {
    const answer = await fetch(url, { ...init, signal: limit.signal });
    if (answer.status > 499) throw new Error('the provider is out of order');
    const { ok } = answer;
    return { ok, body: ok && (await answer.json()) };
  } finally {
    clearTimeout(timer);
  }
}
