import express from 'express';

const app = express();

app.get('/in', (req, res) => {
  res.cookie('sid', 'k7Qd', { httpOnly: true, sameSite: 'lax' });
  res.sendStatus(204);
});

app.get('/out', (req, res) => {
  res.clearCookie('sid');
  res.sendStatus(204);
});

const server = app.listen(0, '127.0.0.1', async () => {
  for (const path of ['in', 'out']) {
    const reply = await fetch(`http://127.0.0.1:${server.address().port}/${path}`);
    console.log(reply.headers.getSetCookie().join());
  }
  server.close();
});
