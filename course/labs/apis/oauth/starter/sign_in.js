const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_REDIRECT_URI } = process.env;

// Where the browser is sent, and what has to be known again when it comes back.
export async function begin() {
  const url = new URL('/authorize', OIDC_ISSUER);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: OIDC_CLIENT_ID,
    redirect_uri: OIDC_REDIRECT_URI,
    scope: 'openid email',
  });
  return { url: url.href };
}

// What the provider says about whoever came back: the claims of the ID token.
export async function finish(query) {
  throw new Error('not written yet');
}
