const b = new Blob(['ab', 'cd'], { type: 'text/plain' });
console.log(b.size, b.type);
