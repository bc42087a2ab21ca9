console.log([{ id: 1, name: 'first' }, { id: 2, name: 'second' }, { id: 3, name: 'third' }]);
console.log({ users: [{ name: 'ann', roles: ['admin', 'user'] }, { name: 'bob', roles: [] }], total: 2 });
