import { createServer } from 'node:http';
import * as client from 'openid-client';

const options = { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] };

// Of a provider, as much as is needed here.
const server = createServer((req, res) => {
  const issuer = `http://${req.headers.host}`;
  console.log(req.method, req.url);
  res.setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/authorize` }));
});

server.listen(0, '127.0.0.1', async () => {
  const issuer = new URL(`http://127.0.0.1:${server.address().port}`);
  const config = await client.discovery(issuer, 'shop', 'its-secret', undefined, options);
  const url = client.buildAuthorizationUrl(config, { scope: 'openid', state: 's1' });
  console.log('redirect to', url.pathname + url.search);
  server.close();
});
