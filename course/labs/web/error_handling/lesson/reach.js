import express from 'express';

const app = express();
const fail = async (text) => {
  throw new Error(text);
};

app.get('/throws', () => {
  throw new Error('thrown');
});
app.get('/awaits', async () => {
  await fail('awaited');
});
app.get('/floats', () => {
  fail('floating');
});
app.get('/calls', () => {
  setTimeout(() => {
    throw new Error('called back');
  });
});
app.use((error, req, res, next) => {
  res.status(500).send(`the handler: ${error.message}`);
});

let waiting;
// Only for this demonstration: it tells which errors nobody caught, and lets the client go.
process.on('uncaughtException', (error) => {
  console.log('nobody:', error.message);
  waiting.abort();
});

const server = app.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  for (const path of ['/throws', '/awaits', '/floats', '/calls']) {
    waiting = new AbortController();
    await fetch(url + path, { signal: waiting.signal }).then(
      async (reply) => console.log(await reply.text()),
      () => console.log('no answer'),
    );
  }
  server.close();
});
