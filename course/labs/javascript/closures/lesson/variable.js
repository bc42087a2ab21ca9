let price = 12;
const now = () => price;
const copy = ((p) => () => p)(price);

price = 15;
console.log(now(), copy());
