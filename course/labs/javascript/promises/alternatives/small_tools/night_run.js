/** Calls a method of an object; whatever it gives or throws, there is a promise. */
export const ask = async (object, method, ...args) => object[method](...args);

/** Runs the steps one after the other; each gets what all the ones before have given. */
export async function inTurn(steps, given = []) {
  if (given.length === steps.length) return given;
  const next = await steps[given.length](given);
  return inTurn(steps, [...given, next]);
}
