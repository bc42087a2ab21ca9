Promise.reject(new Error('nobody'));
setTimeout(() => console.log('never'), 5);
process.on('exit', (c) => console.log('exit', c));
