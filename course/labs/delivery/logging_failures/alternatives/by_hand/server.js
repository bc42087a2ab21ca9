import { app } from './app.js';
import { collector } from './collector.js';
import { log } from './log.js';

const server = app.listen(process.env.PORT ?? 3000, () => log.info({ port: server.address().port }, 'listening'));
server.keepAliveTimeout = 65_000;

server.on('request', (req, res) => {
  res.on('finish', () => {
    if (!server.listening) req.socket.end(); // its client would keep it
  });
});

async function leave(code) {
  await new Promise((written) => collector.write('', written));
  process.exit(code);
}

process.on('SIGTERM', () => {
  server.close(async () => {
    log.info({}, 'stopped');
    await leave(0);
  });
});

process.on('uncaughtException', (err) => {
  log.fatal({ err }, 'this should not have happened');
  leave(1);
});
