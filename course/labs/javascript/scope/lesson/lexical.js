const unit = 'g';

function weigh(n) {
  return n + unit;
}

function report() {
  const unit = 'oz';
  return weigh(7) + ', or ' + 2 + unit;
}

console.log(report());
