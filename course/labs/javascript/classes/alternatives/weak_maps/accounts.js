// Before private fields: what belongs to an account is kept beside it, in maps only this module has.

const owners = new WeakMap();
const balances = new WeakMap();
const savings = new WeakMap();
let opened = 0;

export class AccountError extends Error {
  constructor(...given) {
    super(...given);
    this.name = 'AccountError';
  }
}

export class InsufficientFunds extends AccountError {
  constructor(missing, ...options) {
    super(missing + ' cents missing', ...options);
    Object.assign(this, { name: 'InsufficientFunds', missing });
  }
}

export class Account {
  static get opened() {
    return opened;
  }

  static isAccount(value) {
    return balances.has(value);
  }

  static parse(text) {
    let account;
    try {
      account = Reflect.construct(this, [JSON.parse(text)]);
    } catch (error) {
      throw new AccountError(`not an account: ${text}`, { cause: error });
    }
    return account;
  }

  constructor(data) {
    this.owner = data.owner;
    balances.set(this, data.balance ?? 0);
    opened += 1;
  }

  get owner() {
    return owners.get(this);
  }

  set owner(owner) {
    const name = typeof owner === 'string' ? owner.trim() : '';
    if (name.length === 0) throw new AccountError('no owner');
    owners.set(this, name);
  }

  get balance() {
    return balances.get(this);
  }

  deposit(cents) {
    balances.set(this, this.balance + cents);
    return this;
  }

  withdraw(cents) {
    const left = this.balance - cents;
    if (left < 0) throw new InsufficientFunds(-left);
    balances.set(this, left);
    return this;
  }

  toJSON() {
    const { owner, balance } = this;
    return { owner, balance };
  }
}

export class SavingsAccount extends Account {
  constructor(data) {
    super(data);
    savings.set(this, { rate: data.rate, left: 3 });
  }

  get rate() {
    return savings.get(this).rate;
  }

  addInterest() {
    const interest = Math.trunc(this.balance * this.rate / 100);
    this.deposit(interest);
    return this;
  }

  withdraw(cents) {
    const mine = savings.get(this);
    if (mine.left < 1) throw new AccountError('no withdrawal is left');
    const result = super.withdraw(cents);
    mine.left -= 1;
    return result;
  }

  toJSON() {
    return Object.assign(super.toJSON(), { rate: this.rate });
  }
}
