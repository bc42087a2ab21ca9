const later = setTimeout(() => console.log('never'), 20);
setTimeout(() => { clearTimeout(later); console.log('cleared'); }, 5);
const immediate = setImmediate(() => console.log('never'));
clearImmediate(immediate);
