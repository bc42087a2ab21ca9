// all, allSettled, race, any: who settles, with what, and when.
const after = (ms, value) => new Promise((ok) => setTimeout(ok, ms, value));
const fails = (ms, why) => new Promise((_, no) => setTimeout(() => no(new Error(why)), ms));
const show = (name) => [(value) => console.log(name, value), (e) => console.log(name, e.name, e.message, e.errors?.map((x) => x.message))];
Promise.all([after(6, 'a'), 'plain', after(2, 'b')]).then(...show('all'));
Promise.all([after(6, 'a'), fails(3, 'no')]).then(...show('all fails'));
Promise.allSettled([after(4, 1), fails(1, 'x')]).then((all) => console.log(JSON.stringify(all, (k, v) => v instanceof Error ? v.message : v)));
Promise.race([after(9, 'slow'), fails(5, 'first to fail')]).then(...show('race'));
Promise.any([fails(1, 'p'), after(7, 'any wins')]).then(...show('any'));
Promise.any([fails(2, 'p'), fails(1, 'q')]).then(...show('none'));
Promise.race([]).then(...show('never'));
Promise.all([]).then(...show('empty'));
Promise.any([]).then(...show('any of nothing'));
console.log('script');
