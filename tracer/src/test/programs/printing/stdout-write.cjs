process.stdout.write('no newline');
process.stdout.write(' then\n');
console.log(process.stdout.isTTY, process.stdout.columns, typeof process.stdout.write('', () => console.log('callback')));
