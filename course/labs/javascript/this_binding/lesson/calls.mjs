function who() {
  return this;
}
const first = { name: 'till 1', who };
const second = { name: 'till 2', who: first.who };

console.log(first.who() === first, second.who() === second);
console.log(who());
console.log(who.call(first) === first, who.call(5));

function Till(name) {
  this.name = name;
}
console.log(new Till('till 3').name);
