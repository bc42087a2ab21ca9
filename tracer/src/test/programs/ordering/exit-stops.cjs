process.on('exit', () => console.log('exit listener'));
process.nextTick(() => console.log('never'));
console.log('before');
process.exit(7);
console.log('never');
