console.log(Object(1), Object('s'), Object(true), Object(1n), Object(Symbol('q')), [Object('t')], new String('with').length);
