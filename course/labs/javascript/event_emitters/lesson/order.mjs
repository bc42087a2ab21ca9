import { EventEmitter } from 'node:events';

const door = new EventEmitter();
door.on('open', (who) => console.log('light on for', who));
door.once('open', () => console.log('heating on'));
door.on('open', async () => {
  await null;
  console.log('later');
});

console.log(door.emit('open', 'ann'));
console.log(door.emit('open', 'ben'));
console.log(door.emit('close'));
