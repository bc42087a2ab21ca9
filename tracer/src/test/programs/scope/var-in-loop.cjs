const old = [], fresh = [];
for (var i = 0; i < 3; i++) old.push(() => i);
for (let j = 0; j < 3; j++) fresh.push(() => j);
console.log(old.map((f) => f()), fresh.map((f) => f()));
