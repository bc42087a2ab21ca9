const thenable = { then(ok) { console.log('then called'); ok('value'); } };
Promise.resolve(thenable).then((v) => console.log('resolved', v));
new Promise((ok) => ok(thenable)).then((v) => console.log('new', v));
(async () => console.log('awaited', await thenable))();
Promise.resolve().then(() => console.log('a')).then(() => console.log('b')).then(() => console.log('c'));
