const till = {
  name: 'till 1',
  prices: [5, 7],

  lost() {
    return this.prices.map(function (price) {
      return `${this?.name}: ${price}`;
    });
  },

  kept() {
    return this.prices.map((price) => `${this?.name}: ${price}`);
  },
};

console.log(till.lost());
console.log(till.kept());

const { kept } = till;
try {
  kept();
} catch (error) {
  console.log(error.message);
}
