// Private methods and static blocks; the books of all accounts are kept by the class.
import { AccountError, InsufficientFunds } from './errors.js';

export * from './errors.js';

class Account {
  static #all;

  static {
    this.#all = 0;
    Object.defineProperty(this, 'opened', { get: () => Account.#all });
  }

  #state = { owner: undefined, cents: 0 };

  constructor({ owner, balance }) {
    this.#rename(owner);
    if (balance !== undefined) this.#book(balance);
    ++Account.#all;
  }

  #rename(owner) {
    const [, name] = (typeof owner === 'string' && /^\s*(\S(?:.*\S)?)\s*$/s.exec(owner)) || [];
    if (!name) throw new AccountError(`no owner: ${owner}`);
    this.#state.owner = name;
  }

  #book(cents) {
    const after = this.#state.cents + cents;
    if (after < 0) throw new InsufficientFunds(-after);
    this.#state.cents = after;
    return this;
  }

  get balance() {
    return this.#state.cents;
  }

  get owner() {
    return this.#state.owner;
  }

  set owner(owner) {
    this.#rename(owner);
  }

  deposit(cents) {
    return this.#book(cents);
  }

  withdraw(cents) {
    return this.#book(-cents);
  }

  toJSON() {
    return { balance: this.balance, owner: this.owner };
  }

  static isAccount(value) {
    try {
      return value.#state !== undefined;
    } catch {
      return false;
    }
  }

  static parse(text) {
    const Class = this;
    const reviver = () => new Class(JSON.parse(text));
    try {
      return reviver();
    } catch (error) {
      throw new AccountError(`unreadable: ${error.message}`, { cause: error });
    }
  }
}

class SavingsAccount extends Account {
  #left = [1, 2, 3];

  constructor(data) {
    super(data);
    Object.defineProperty(this, 'rate', { value: data.rate, enumerable: true });
  }

  addInterest() {
    return this.deposit(Math.floor(this.balance * (this.rate / 100)));
  }

  withdraw(cents) {
    if (this.#left.length === 0) throw new AccountError('none left');
    super.withdraw(cents);
    this.#left.pop();
    return this;
  }

  toJSON() {
    const { rate } = this;
    return { ...super.toJSON(), rate };
  }
}

export { Account, SavingsAccount };
