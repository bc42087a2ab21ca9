let price = 12;
const now = () => price;

function keep(p) {
  return () => p;
}
const copy = keep(price);

price = 15;
console.log(now(), copy());
