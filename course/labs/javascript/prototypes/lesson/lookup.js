const base = { limit: 2000, tags: [] };
const one = Object.create(base); // an empty object, linked to `base`
const two = { __proto__: base }; // the same in a literal

one.limit = 500; // makes a property of `one`
one.tags.push('fragile'); // reads `tags` and changes what it finds
console.log(one.limit, two.limit, two.tags);

base.limit = 3000;
console.log(one.limit, two.limit);

delete one.limit;
console.log(one.limit);
