import { ErrorCameBack, Refused } from './sign_in.js';

// The status for an error that has none of its own.
export function status(error) {
  switch (error.constructor) {
    case Refused:
      return 400;
    case ErrorCameBack:
      return error.error === 'access_denied' ? 403 : 502;
    default:
      return 500;
  }
}
