process.on('uncaughtException', (error, origin) => console.log(origin, error.message));
queueMicrotask(() => { throw new Error('from microtask'); });
queueMicrotask(() => console.log('still runs'));
process.nextTick(() => { throw new Error('from tick'); });
process.nextTick(() => console.log('tick still runs'));
setTimeout(() => { throw new Error('from timer'); }, 1);
setTimeout(() => console.log('timer still runs'), 1);
