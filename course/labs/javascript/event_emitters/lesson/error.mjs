import { EventEmitter, errorMonitor } from 'node:events';

const feed = new EventEmitter();
feed.on(errorMonitor, (error) => console.log('noted:', error.message));

try {
  feed.emit('error', new Error('line cut'));
} catch (error) {
  console.log('thrown:', error.message);
}

feed.on('error', (error) => console.log('handled:', error.message));
feed.emit('error', new Error('line cut again'));
