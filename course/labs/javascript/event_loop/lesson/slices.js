function* sum(rows) {
  let total = 0;
  for (let row = 1; row <= rows; row++) {
    total += row;
    yield; // here the job can be left, and taken up again
  }
  return total;
}

const job = sum(10);

function turn() {
  for (let steps = 0; steps < 4; steps++) {
    const { done, value } = job.next();
    if (done) return console.log('total', value);
  }
  console.log('four steps');
  setImmediate(turn);
}

setImmediate(() => console.log('a request is answered'));
turn();
