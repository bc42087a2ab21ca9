for (const name of ['./nowhere.mjs', 'no-such-package', 'node:nonsense']) await import(name).catch((e) => console.log(e.code, e.name));
