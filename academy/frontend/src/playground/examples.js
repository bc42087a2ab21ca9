// Programs worth a look: each shows one thing that surprises, in few lines.

/** @typedef {{ title: string, shows: string, main: string, files: Record<string, string> }} Example */

/** @param {string} title @param {string} shows @param {string} main @param {string} text @returns {Example} */
const one = (title, shows, main, text) => ({ title, shows, main, files: { [main]: text } });

/** @type {Example[]} */
export const examples = [
  one('The order of queues', 'Six callbacks, queued in one order and run in another.', 'order.cjs', `class Job {
  constructor(name) { this.name = name; }
  run() { console.log(this.name); }
}

function counter(start) {
  let n = start;
  return () => ++n;
}

const next = counter(0);
const job = new Job('mail');

setTimeout(() => console.log('timer', next()), 0);
setImmediate(() => console.log('immediate', next()));
process.on('exit', () => console.log('exit'));

Promise.resolve(job)
  .then((j) => j.run());
queueMicrotask(() => console.log('micro', next()));
process.nextTick(() => console.log('tick', next()));

console.log('script', next());
`),
  one('A loop and its closures', 'var has one variable for the loop, let one for each round.', 'loop.cjs', `const fromVar = [];
for (var i = 0; i < 3; i++) {
  fromVar.push(() => i);
}

const fromLet = [];
for (let j = 0; j < 3; j++) {
  fromLet.push(() => j);
}

console.log('var', fromVar.map((read) => read()));
console.log('let', fromLet.map((read) => read()));
`),
  one('A method that loses this', 'The same function, called in four ways.', 'this.cjs', `class Account {
  constructor(owner) { this.owner = owner; }
  greet() {
    if (this) console.log('this.owner is', this.owner);
    else console.log('nothing before the dot');
  }
}

const account = new Account('Ada');
const loose = account.greet;
const bound = account.greet.bind(account);

account.greet();
loose();
bound();
setTimeout(account.greet, 0);
`),
  one('The chain of prototypes', 'Where a method is found, and what hides it.', 'chain.cjs', `class Animal {
  constructor(name) { this.name = name; }
  speak() { return this.name + ' makes a sound'; }
}

class Dog extends Animal {
  speak() { return super.speak() + ': woof'; }
}

const rex = new Dog('Rex');
console.log(rex.speak());

rex.speak = () => 'hidden by my own';
console.log(rex.speak());

delete rex.speak;
console.log(rex.speak());
console.log(Object.getPrototypeOf(rex) === Dog.prototype);
`),
  one('return or return await', 'Which of two catches the error?', 'await.mjs', `async function fails() {
  throw new Error('no');
}

async function hands() {
  try {
    return fails();
  } catch {
    return 'caught inside';
  }
}

async function awaits() {
  try {
    return await fails();
  } catch {
    return 'caught inside';
  }
}

console.log(await awaits());
console.log(await hands().catch(() => 'escaped'));
`),
  one('A rejection nobody handles', 'When Node decides that nobody will.', 'unhandled.cjs', `process.on('unhandledRejection', (reason) => {
  console.log('nobody:', reason.message);
});

const show = (error) => console.log(error.message);
const early = Promise.reject(new Error('in time'));
const late = Promise.reject(new Error('too late'));

queueMicrotask(() => early.catch(show));
setTimeout(() => late.catch(show), 0);

console.log('script ends');
`),
  one('Emitters do not wait', 'Listeners run at once, in order, within emit.', 'emitter.cjs', `const { EventEmitter } = require('node:events');

const shop = new EventEmitter();

shop.on('order', (item) => {
  console.log('1 packs', item);
  process.nextTick(() => console.log('4 bills', item));
});
shop.once('order', (item) => console.log('2 greets'));

console.log('emit says', shop.emit('order', 'a kettle'));
console.log('3 after emit');
shop.emit('order', 'a cup');
`),
  one('Timer or immediate', 'From the main script either order is legal; from a callback of a file only one is.', 'either.cjs', `const fs = require('node:fs');

setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));

fs.readFile(__filename, () => {
  setTimeout(() => console.log('poll: timeout'), 0);
  setImmediate(() => console.log('poll: immediate'));
});
`),
  one('all or allSettled', 'One gives up at the first rejection, the other reports on each.', 'settled.mjs', `const wait = (ms, value) => new Promise((resolve) => {
  setTimeout(resolve, ms, value);
});

async function fail(ms, text) {
  await wait(ms);
  throw new Error(text);
}

const tasks = () => [
  wait(30, 'slow'),
  fail(10, 'broken'),
  wait(20, 'medium'),
];

try {
  await Promise.all(tasks());
} catch (error) {
  console.log('all:', error.message);
}

const results = await Promise.allSettled(tasks());
for (const { status, value, reason } of results) {
  console.log(status, value ?? reason.message);
}
`),
  one('A generator waits', 'A function that is left in the middle and entered again.', 'generator.cjs', `function* ids(prefix) {
  let n = 0;
  try {
    while (true) {
      const step = yield prefix + n;
      n += step ?? 1;
    }
  } finally {
    console.log('closed at', n);
  }
}

const made = ids('job-');
console.log(made.next().value);
console.log(made.next().value);
console.log(made.next(10).value);
made.return();
`),
  one('A proxy in between', 'Reads and writes that go through somebody else.', 'proxy.cjs', `const settings = { port: 8080 };

const strict = new Proxy(settings, {
  get(target, key) {
    if (!(key in target)) throw new Error('no ' + key);
    return Reflect.get(target, key);
  },
  set(target, key, value) {
    console.log('set', key, 'to', value);
    return Reflect.set(target, key, value);
  },
});

strict.port = 9090;
console.log(strict.port, settings.port);
try {
  strict.prot;
} catch (error) {
  console.log(error.message);
}
`),
  one('The stack of async functions', 'After an await the callers are gone, and still known.', 'async.mjs', `async function query(id) {
  await null;
  if (id > 1) throw new Error('no row ' + id);
  return { id };
}

async function load(id) {
  const row = await query(id);
  return row.id;
}

async function page() {
  console.log('loaded', await load(1));
  console.log('loaded', await load(2));
}

console.log('before');
page().catch((error) => console.log(error.message));
console.log('after the call');
`),
];
