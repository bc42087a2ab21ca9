import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

const mute = createServer().listen(0); // takes connections, and never says a word
await once(mute, 'listening');

const redis = new Redis(mute.address().port, { commandTimeout: 500 });
redis.on('error', () => {}); // the command rejects as well

const orNothing = (command) => command.catch((error) => {
  console.log('command:', error.message);
  return null;
});
console.log(await orNothing(redis.get('product:1')));

redis.disconnect();
mute.close();
