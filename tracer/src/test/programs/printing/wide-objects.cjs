console.log({ alpha: 'some longer text here', beta: 'another longer text', gamma: 'and a third one', delta: [1, 2, 3] });
console.log({ f: function named() {}, g: () => {}, h: async () => {}, i: function* () {}, j: class K {}, k: async function* ag() {} });
console.log(Object.assign(() => {}, { prop: 1 }), Object.assign(function f() {}, { a: { b: 1 } }));
