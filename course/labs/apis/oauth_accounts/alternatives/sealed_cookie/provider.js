// By node:http, without fetch. Discovery is read for each sign-in.
import http from 'node:http';

const LIMIT = 10_000;

class InTrouble extends Error {
  status = 502;
}

export function ask(url, { method = 'GET', body = '' } = {}) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new InTrouble('the provider is in trouble', { cause: why }));
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const signal = AbortSignal.timeout(LIMIT);
    const request = http.request(url, { method, headers, signal, agent: false }, async (response) => {
      try {
        const { statusCode } = response;
        const text = (await response.setEncoding('utf8').toArray()).join('');
        if (statusCode >= 500) return fail(statusCode);
        const ok = statusCode < 300;
        resolve({ ok, body: ok ? JSON.parse(text) : null });
      } catch (error) {
        fail(error);
      }
    });
    request.on('error', fail).end(String(body));
  });
}

export const metadata = async () =>
  (await ask(new URL('/.well-known/openid-configuration', process.env.OIDC_ISSUER))).body;
