// Two thousand calls, 1000 deep.
const down = (n) => (n === 1 ? 0 : 1 + down(n - 1));
let sum = 0;
for (let i = 0; i < 2; i += 1) sum += down(1000);
console.log(sum);
