// As many steps as are recorded.
let sum = 0;
for (let i = 0; i < 5_000; i++) {
  sum += i;
}
console.log(sum);
