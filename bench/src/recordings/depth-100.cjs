// Two thousand calls, 100 deep.
const down = (n) => (n === 1 ? 0 : 1 + down(n - 1));
let sum = 0;
for (let i = 0; i < 20; i += 1) sum += down(100);
console.log(sum);
