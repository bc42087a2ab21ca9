const fs = [];
for (let i = 0; i < 3; fs.push(() => i), i++) {}
console.log(fs.map((f) => f()));
