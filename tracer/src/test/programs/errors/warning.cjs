process.on('warning', (w) => console.log(w.name, w.message, w.code));
process.emitWarning('careful', 'MyWarning', 'W1');
process.emitWarning(new Error('as error'));
console.log('sync');
