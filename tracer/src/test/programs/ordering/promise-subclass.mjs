class Loud extends Promise {
  then(ok, no) { console.log('then'); return super.then(ok, no); }
}
const p = Loud.resolve(1);
console.log(p instanceof Loud, p.then((v) => v) instanceof Loud);
console.log(await p);
