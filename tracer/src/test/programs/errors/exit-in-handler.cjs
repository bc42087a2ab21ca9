process.on('uncaughtException', (e) => { console.log('last words', e.message); process.exit(9); });
setTimeout(() => console.log('never'), 5);
throw new Error('x');
