const till = { tax: 2 };
till.price = function (n) {
  return n * this.tax;
};

function noted(fn) {
  return function (...args) {
    console.log('asked', ...args);
    return fn.apply(this, args);
  };
}

till.price = noted(till.price);
console.log(till.price(6));
