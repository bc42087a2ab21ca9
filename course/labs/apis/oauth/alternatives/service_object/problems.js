// What may go wrong with a sign-in. The messages are ours: they never hold what came from outside.

/** An error that knows the status of its answer. */
export class SignInError extends Error {
  constructor(status, message, options) {
    super(message, options);
    this.name = new.target.name;
    this.status = status;
  }
}

/** The answer does not belong to a sign-in of this browser, or proves nothing. */
export class InvalidSignIn extends SignInError {
  constructor(message, options) {
    super(400, message, options);
  }
}

/** The sign-in was in order, but there is no account for it. */
export class SignInDenied extends SignInError {
  constructor(message, options) {
    super(403, message, options);
  }
}

/** The provider is away, in trouble or reports an error. */
export class ProviderFailed extends SignInError {
  constructor(message, options) {
    super(502, message, options);
  }
}
