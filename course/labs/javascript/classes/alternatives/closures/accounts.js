// The state lies in a closure made by the constructor; the class is the surface.

const KEY = Symbol('ledger');
const made = new WeakSet();
let count = 0;

function ledger(cents) {
  return (change = 0) => {
    if (cents + change < 0) throw new InsufficientFunds(Math.abs(cents + change));
    return (cents += change);
  };
}

export class Account {
  constructor(data) {
    const { owner, balance = 0 } = data;
    Object.defineProperty(this, KEY, { value: ledger(balance) });
    let name;
    Object.defineProperty(this, 'owner', {
      enumerable: true,
      get: () => name,
      set(text) {
        if (typeof text !== 'string' || /^\s*$/.test(text)) throw new AccountError('Who?');
        name = text.trim();
      },
    });
    this.owner = owner;
    made.add(this);
    count++;
  }

  get balance() {
    return this[KEY]();
  }

  deposit(cents) {
    this[KEY](cents);
    return this;
  }

  withdraw(cents) {
    this[KEY](-cents);
    return this;
  }

  toJSON() {
    return { owner: this.owner, balance: this.balance };
  }

  static isAccount = (value) => made.has(value);

  static get opened() {
    return count;
  }

  static parse(text) {
    try {
      return new this(JSON.parse(text));
    } catch (cause) {
      throw new AccountError('cannot parse', { cause });
    }
  }
}

export class SavingsAccount extends Account {
  #rate;
  #allowed = 3;

  constructor(data) {
    super(data);
    ({ rate: this.#rate } = data);
  }

  get rate() {
    return this.#rate;
  }

  addInterest() {
    const interest = (this.balance * this.rate) / 100;
    return this.deposit(interest - (interest % 1));
  }

  withdraw(cents) {
    if (!this.#allowed) throw new AccountError('That was the third.');
    const { balance } = super.withdraw(cents);
    this.#allowed -= Number.isFinite(balance);
    return this;
  }

  toJSON() {
    return { ...super.toJSON(), rate: this.rate };
  }
}

export class AccountError extends Error {
  name = 'AccountError';
}

export class InsufficientFunds extends AccountError {
  name = 'InsufficientFunds';

  constructor(missing, options = {}) {
    super(`You lack ${missing} cents`, options);
    this.missing = missing;
  }
}
