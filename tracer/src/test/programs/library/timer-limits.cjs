process.on('warning', (w) => console.log(w.name));
const t = setTimeout(() => console.log('too long becomes 1'), 2 ** 31);
setTimeout(() => console.log('negative'), -5);
setTimeout(() => console.log('NaN'), NaN);
setTimeout(() => console.log('string'), '3');
