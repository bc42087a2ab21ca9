function inner() { throw new Error('deep'); }
const arrow = () => inner();
class K { method() { arrow(); } static s() { new K().method(); } get g() { return K.s(); } constructor(x) { if (x) this.g; } }
const o = { run() { new K(true); } };
try { [1].forEach(() => o.run()); } catch (e) { console.log(e.stack.split('\n').filter((l) => !l.includes('node:')).map((l) => l.replace(/\(.*[/\\]/, '(').replace(/at \/.*[/\\]/, 'at ')).join('\n')); }
