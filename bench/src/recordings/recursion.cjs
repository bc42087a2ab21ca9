// Deep, and back: what a step costs must not depend on how deep it is.
const down = (n) => (n === 0 ? 0 : 1 + down(n - 1));
console.log(down(500), down(500));
