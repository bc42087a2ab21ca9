class Account {
  #balance = 0; static #count = 0; static made() { return Account.#count; }
  constructor() { Account.#count++; }
  put(n) { this.#balance += n; return this; }
  get #double() { return this.#balance * 2; }
  show() { return this.#double; }
  static has(o) { return #balance in o; }
}
const a = new Account().put(5);
console.log(a.show(), a, Account.made(), Account.has(a), Account.has({}));
try { Account.prototype.put.call({}, 1); } catch (e) { console.log(e.name, e.message); }
