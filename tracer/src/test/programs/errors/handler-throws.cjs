process.on('uncaughtException', () => { throw new Error('again'); });
process.on('exit', (c) => console.log('exit', c));
throw new Error('x');
