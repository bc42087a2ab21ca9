import express from 'express';

const app = express();
const step = (text) => (req, res, next) => {
  console.log(`  ${text}`);
  next();
};

app.use((req, res, next) => {
  console.log(req.method, req.url);
  res.once('finish', () => console.log(`  answered ${res.statusCode}`));
  next();
});
app.use(express.json({ limit: 20 }));
app.use(step('the body is read'));
app.post('/', (req, res) => res.json(req.body));
app.use((error, req, res, next) => {
  console.log(`  ${error.type}`);
  res.sendStatus(error.status);
});

const server = app.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  const headers = { 'Content-Type': 'application/json' };
  for (const body of ['{"to":"Lima"}', '{"to":"Ulaanbaatar"}', '{"to":"Antananarivo"}']) {
    await (await fetch(url, { method: 'POST', headers, body })).text();
  }
  server.close();
});
