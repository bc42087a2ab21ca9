// Accounts that everybody can reach into, and errors that nobody can tell apart.

/** What goes wrong with an account. */
export class AccountError extends Error {}

/** A withdrawal of more than there is; `missing` is by how many cents. */
export class InsufficientFunds extends AccountError {
  constructor(missing) {
    super(`${missing} cents missing`); // what else does an Error take?
  }
}

/** An owner and a balance in whole cents, which only `deposit` and `withdraw` change. */
export class Account {
  static opened = 0; // who may set it?

  /** Makes an account of this class from what `JSON.stringify` made of one. */
  static parse(text) {
    return new Account(JSON.parse(text)); // of which class?
  }

  /** Tells whether a constructor of accounts has made `value`. */
  static isAccount(value) {
    return value instanceof Account;
  }

  constructor({ owner, balance = 0 }) {
    this.owner = owner; // any owner at all
    this.balance = balance; // who may set it?
  }

  deposit(cents) {
    this.balance += cents;
    return this;
  }

  withdraw(cents) {
    this.balance -= cents;
    return this;
  }
}

/** An account that bears interest and allows three withdrawals. */
export class SavingsAccount extends Account {
  addInterest() {
    return this;
  }
}
