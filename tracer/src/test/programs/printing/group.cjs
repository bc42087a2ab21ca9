console.group('outer');
console.log('in');
console.group();
console.log('two\nlines', { a: 1 });
console.groupEnd(); console.groupEnd();
console.log('out');
