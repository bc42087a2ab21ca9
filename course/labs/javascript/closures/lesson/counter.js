function counter() {
  let n = 0;
  return () => ++n;
}

const a = counter();
const b = counter();
console.log(a(), a(), b());
