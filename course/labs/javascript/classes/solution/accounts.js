/** What goes wrong with an account. */
export class AccountError extends Error {
  get name() {
    return 'AccountError';
  }
}

/** A withdrawal of more than there is; `missing` is by how many cents. */
export class InsufficientFunds extends AccountError {
  constructor(missing, options) {
    super(`${missing} cents missing`, options);
    this.missing = missing;
  }

  get name() {
    return 'InsufficientFunds';
  }
}

/** An owner and a balance in whole cents, which only `deposit` and `withdraw` change. */
export class Account {
  static #opened = 0;

  /** How many accounts of all kinds have been made. */
  static get opened() {
    return Account.#opened;
  }

  /** Makes an account of this class from what `JSON.stringify` made of one. */
  static parse(text) {
    try {
      return new this(JSON.parse(text));
    } catch (cause) {
      throw new AccountError('This text is no account.', { cause });
    }
  }

  /** Tells whether a constructor of accounts has made `value`. */
  static isAccount(value) {
    return value === Object(value) && #cents in value;
  }

  #owner;
  #cents;

  constructor({ owner, balance = 0 }) {
    this.owner = owner;
    this.#cents = balance;
    Account.#opened++;
  }

  get owner() {
    return this.#owner;
  }

  set owner(name) {
    if (typeof name !== 'string' || name.trim() === '') {
      throw new AccountError('An owner has a name.');
    }
    this.#owner = name.trim();
  }

  get balance() {
    return this.#cents;
  }

  deposit(cents) {
    this.#cents += cents;
    return this;
  }

  withdraw(cents) {
    if (cents > this.#cents) throw new InsufficientFunds(cents - this.#cents);
    this.#cents -= cents;
    return this;
  }

  toJSON() {
    return { owner: this.owner, balance: this.balance };
  }
}

/** An account that bears interest and allows three withdrawals. */
export class SavingsAccount extends Account {
  #rate;
  #withdrawals = 0;

  constructor({ rate, ...account }) {
    super(account);
    this.#rate = rate;
  }

  get rate() {
    return this.#rate;
  }

  addInterest() {
    return this.deposit(Math.floor((this.balance * this.#rate) / 100));
  }

  withdraw(cents) {
    if (this.#withdrawals === 3) throw new AccountError('Three withdrawals were made.');
    super.withdraw(cents);
    this.#withdrawals++;
    return this;
  }

  toJSON() {
    return { ...super.toJSON(), rate: this.rate };
  }
}
