import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { app } from './app.js';
import { collector } from './collector.js';
import { log } from './log.js';

const server = app.listen(process.env.PORT ?? 3000);
server.keepAliveTimeout = 65_000;

const underWay = new Set();
server.prependListener('request', (req, res) => {
  underWay.add(res);
  res.once('close', () => underWay.delete(res));
});

await once(server, 'listening');
log.info('listening');

process.once('SIGTERM', async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const res of underWay) {
    if (!res.headersSent) res.setHeader('Connection', 'close');
  }
  await closed;
  log.info('stopped');
  collector.end();
  await finished(collector);
  process.exit();
});

process.once('uncaughtException', (error, origin) => {
  process.exitCode = 1;
  log.fatal({ err: error, origin }, 'nobody caught this');
  server.close();
  collector.write('', () => process.exit());
});
