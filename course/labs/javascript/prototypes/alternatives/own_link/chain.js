/** The objects in the prototype chain above `value`, the nearest first. */
export function* chain(value) {
  if (!isObject(value)) return;
  for (let link = Reflect.getPrototypeOf(value); link; link = Reflect.getPrototypeOf(link)) {
    yield link;
  }
}

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
