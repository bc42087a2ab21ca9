await Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]).catch((e) => console.log(e.name, e.message, e.errors.map((x) => x.message)));
await Promise.any([]).catch((e) => console.log(e.constructor.name, e.message));
