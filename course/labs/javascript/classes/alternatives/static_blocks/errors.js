/** An error class whose name stands on its prototype, as those of the language do it. */
function named(Class) {
  Object.defineProperty(Class.prototype, 'name', {
    value: Class.name,
    writable: true,
    configurable: true,
  });
}

export class AccountError extends Error {
  static {
    named(this);
  }
}

export class InsufficientFunds extends AccountError {
  static {
    named(this);
  }

  missing;

  constructor(missing, options) {
    super(`missing: ${missing}`, options);
    this.missing = missing;
  }
}
