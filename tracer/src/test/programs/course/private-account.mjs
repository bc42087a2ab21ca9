// Private fields, methods, accessors and brand checks.
class Account {
  static #open = 0;
  static get open() { return Account.#open; }
  #balance = 0;
  #log = [];
  constructor(owner) { this.owner = owner; Account.#open++; }
  #note(what, amount) { this.#log.push(`${what} ${amount}`); return this; }
  deposit(amount) { if (!(amount > 0)) throw new RangeError(`cannot deposit ${amount}`); this.#balance += amount; return this.#note('in', amount); }
  get #cents() { return Math.round(this.#balance * 100); }
  get statement() { return `${this.owner}: ${this.#cents} (${this.#log.join(', ')})`; }
  static isAccount(value) { return typeof value === 'object' && value !== null && #balance in value; }
}
class Savings extends Account { #rate = 0.5; accrue() { return this.deposit(this.#rate); } }
const ada = new Savings('Ada').deposit(2.25);
console.log(ada.accrue().statement, Account.open, Savings.isAccount(ada), Account.isAccount({ ...ada }));
for (const wrong of [() => ada.deposit(-1), () => Account.prototype.deposit.call({}, 1), () => Object.create(ada).statement, () => Savings.prototype.accrue.call(new Account('B'))])
  try { console.log(wrong()); } catch (e) { console.log(e.name, e.message); }
console.log(ada, Object.keys(ada), JSON.stringify(ada));
