import { createServer } from 'node:http';

const server = createServer((req, res) => {
  if (req.url === '/broken') res.writeHead(500).end(); // to all else it says nothing
});

async function ask(url) {
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    console.log('an answer:', ok, status);
  } catch (error) {
    console.log('an error:', error.name);
  }
}

server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  await ask(`${url}/broken`);
  await ask(`${url}/silent`);
  server.close();
  await ask(url);
});
