new Promise((ok, no) => { ok(1); ok(2); no(3); throw new Error('ignored'); }).then((v) => console.log(v));
