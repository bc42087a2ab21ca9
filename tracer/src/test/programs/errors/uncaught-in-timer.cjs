setTimeout(() => { null.x; }, 1);
setTimeout(() => console.log('never'), 5);
process.on('exit', (c) => console.log('exit', c));
