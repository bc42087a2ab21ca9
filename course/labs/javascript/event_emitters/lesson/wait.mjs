import { EventEmitter } from 'node:events';

function level(tank, wanted) {
  const { promise, resolve } = Promise.withResolvers();
  const listener = (litres) => litres >= wanted && resolve(litres);
  tank.on('level', listener);
  return promise.finally(() => tank.off('level', listener));
}

const tank = new EventEmitter();
const full = level(tank, 100);
for (const litres of [50, 90, 120]) tank.emit('level', litres);
console.log(tank.listenerCount('level'));
console.log(await full, tank.listenerCount('level'));
