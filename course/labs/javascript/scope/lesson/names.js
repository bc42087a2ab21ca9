const saved = { theme: undefined };

console.log(saved.theme, saved.size);
console.log('theme' in saved, 'size' in saved, 'toString' in saved);
console.log(Object.hasOwn(saved, 'theme'), Object.hasOwn(saved, 'toString'));
