/** Tells in the reply how long it took. */
export function timing(req, res, next) {
  next(); // when is it known how long it took?
}
