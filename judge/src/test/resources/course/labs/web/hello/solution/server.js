import { createServer } from 'node:http';

createServer((req, res) => {
  console.log(`${req.method} ${req.url}`);
  if (req.method === 'POST') return req.pipe(res);
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify({ hello: 'world' }));
}).listen(process.env.PORT);
