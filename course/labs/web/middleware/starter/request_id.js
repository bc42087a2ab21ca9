/** Gives the request an id and tells it in the reply. */
export function requestId(req, res, next) {
  next(); // so far it does neither
}
