'use strict';
// The binding cjs_lexer: which names a CommonJS file seems to export, found in its text, as Node finds them before it runs the file.

const isExports = ({ type, name, object, property }) => (type === 'Identifier' && name === 'exports') ||
  (type === 'MemberExpression' && object.name === 'module' && property.name === 'exports');
const isRequire = (expression) => expression?.type === 'CallExpression' && expression.callee.name === 'require' && typeof expression.arguments[0]?.value === 'string';
const keyOf = ({ key, computed }) => computed ? undefined : key.name ?? key.value;

/** `module.exports = { a, b: 1, … }`: names up to the first with a value, as that is where Node's lexer stops. */
function literal(object, names, again) {
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') {
      if (!isRequire(property.argument)) return;
      again.add(property.argument.arguments[0].value);
      continue;
    }
    const key = keyOf(property);
    if (typeof key !== 'string') return;
    names.add(key);
    if (!property.shorthand) return;
  }
}

function assignment({ left, right }, names, again) {
  if (left.type !== 'MemberExpression') return;
  if (isExports(left.object)) {
    const name = left.computed ? left.property.value : left.property.name;
    if (typeof name === 'string') names.add(name);
    return;
  }
  if (!isExports(left)) return;
  again.clear();
  if (isRequire(right)) again.add(right.arguments[0].value);
  else if (right.type === 'ObjectExpression') literal(right, names, again);
}

/** `Object.defineProperty(exports, 'name', …)` */
function definition({ callee, arguments: [target, name] }, names) {
  if (callee.object?.name === 'Object' && callee.property?.name === 'defineProperty' && target && isExports(target) && typeof name?.value === 'string') names.add(name.value);
}

function parse(source) {
  const { Parser } = node.internal('internal/deps/acorn/acorn/dist/acorn');
  const { simple } = node.internal('internal/deps/acorn/acorn-walk/dist/walk');
  const names = new Set();
  const again = new Set();
  const tree = Parser.parse(source, { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowHashBang: true });
  simple(tree, {
    AssignmentExpression: (found) => assignment(found, names, again),
    CallExpression: (found) => definition(found, names),
  });
  return [names, [...again]];
}

module.exports = { cjs_lexer: (binding) => Object.assign(binding, { parse }) };
