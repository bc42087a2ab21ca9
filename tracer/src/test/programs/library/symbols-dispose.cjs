console.log(typeof Symbol.dispose, typeof Symbol.asyncDispose, Symbol.for('x') === Symbol.for('x'), Symbol.keyFor(Symbol.for('x')), Symbol('d').description, Symbol.iterator.toString());
