import { readFileSync } from 'node:fs';
import { createServer as http } from 'node:http';
import { createServer as https } from 'node:https';

const { PORT, HTTPS_PORT, TLS_KEY_FILE, TLS_CERT_FILE } = process.env;

const guarded = (req, res) => {
  console.log(JSON.stringify({ level: 30, time: Date.now(), reqId: req.headers['x-request-id'], msg: req.url }));
  res.setHeader('strict-transport-security', 'max-age=31536000').end('hello');
};
https({ key: readFileSync(TLS_KEY_FILE), cert: readFileSync(TLS_CERT_FILE) }, guarded).listen(HTTPS_PORT);
http((req, res) => res.writeHead(308, { location: `https://localhost:${HTTPS_PORT}${req.url}` }).end()).listen(PORT);
