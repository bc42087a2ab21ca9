class Money {
  constructor(v) { this.v = v; }
  [Symbol.toPrimitive](hint) { return hint === 'string' ? `${this.v} EUR` : this.v; }
  get [Symbol.toStringTag]() { return 'Money'; }
  static [Symbol.hasInstance](o) { return 'v' in o; }
}
const m = new Money(5);
console.log(`${m}`, m + 1, m > 4, String(Object.prototype.toString.call(m)), { v: 1 } instanceof Money, m);
