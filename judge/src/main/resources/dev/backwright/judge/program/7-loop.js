// The loop: commands are served inside a blocking read; a command that waits gives the event loop back to the learner.

/** The wait the judge is in, if any: at most one. */
let waiting;
let looking = false;

/** Begins a wait for what `start` gives, or, without it, until the program rests. */
function wait(millis, start) {
  waiting = { __proto__: null, until: now() + millis, still: 0, pause: 1, mark: '' };
  if (start !== undefined) follow(waiting, start);
  if (!looking) {
    looking = true;
    setImmediate(look);
  }
  return undefined;
}

/** Begins a wait until what was printed has left the process: a full pipe takes the rest later. */
function waitForWriting(mark) {
  wait(MOST_WRITING, undefined);
  waiting.mark = mark;
  return undefined;
}

async function follow(wanted, start) {
  let answer;
  try {
    answer = gave(await start());
  } catch (error) {
    answer = threw(error);
  }
  end(wanted, answer);
}

function end(wanted, answer) {
  if (waiting !== wanted) return;
  waiting = undefined;
  send(answer);
  serve();
}

/** Looks now and then whether anything is left that could end the wait, or its time has passed. */
function look() {
  const wanted = waiting;
  if (wanted === undefined) {
    looking = false;
    return;
  }
  const rests = wanted.mark === '' ? atRest() : !isWriting();
  wanted.still = rests ? wanted.still + 1 : 0;
  if (wanted.still < 2 && now() < wanted.until) {
    if (wanted.still === 0 && wanted.pause < 4) wanted.pause++;
    setTimeout(lookAgain, wanted.still === 0 ? wanted.pause : 1);
    return;
  }
  looking = false;
  if (wanted.mark !== '') end(wanted, marks(wanted.mark));
  else end(wanted, wanted.still < 2 ? '{"none":"late"}' : '{"none":"rest"}');
}

function isWriting() {
  try {
    const active = resources(self);
    for (let i = 0; i < active.length; i++) if (active[i] === 'SimpleWriteWrap' || active[i] === 'WriteWrap') return true;
  } catch {
    // Somebody has broken arrays; what was printed so far has to do.
  }
  return false;
}

/** From the immediates, so that this timer does not count among what keeps the program busy. */
function lookAgain() {
  setImmediate(look);
}

/** Whether Node would end here: no timer, request or open handle but standard output and standard error. */
function atRest() {
  try {
    const active = resources(self).length;
    return active === 0 || active === openPrinters();
  } catch {
    return false;
  }
}

function openPrinters() {
  const open = handles(self);
  let count = 0;
  for (let i = 0; i < open.length; i++) {
    const fd = isProxy(open[i]) ? undefined : own(open[i], 'fd');
    if (fd === 1 || fd === 2) count++;
  }
  return count;
}

function serve() {
  for (;;) {
    const answer = answerTo(receive());
    if (answer === undefined) return;
    send(answer);
  }
}

/** Leaves as few traces as it can: the learner's code sees a plain process in its work folder. */
function hide() {
  try {
    unlinkSync(__filename);
  } catch {
    // It stays readable; there is nothing secret in it.
  }
  delete require.cache[__filename];
  process.argv.length = 1;
  process.execArgv.length = 0;
}

/**
 * What Node loads on first use, loaded before anybody waits for it: its printer and its loader of modules. And what the
 * judge will ask for, often enough for the engine to compile it.
 */
function limber() {
  shown(new Map([[{ a: [1n, new Error('x')] }, new Set([null])]]));
  for (let i = 0; i < ROUNDS_OF_PRACTICE; i++) practise(i);
  forgetPractice();
  return import('data:text/javascript,');
}

function practise(round) {
  sign(1, round, head, 0, 20);
  const object = asked('{"op":"value","code":"({ a: [1, {}], get b() { return 2; } })"}');
  asked('{"op":"get","code":"","of":["handle",' + object + '],"key":"a"}');
  asked('{"op":"snapshot","code":"","of":["handle",' + object + ']}');
  const spy = asked('{"op":"spy","code":"(...all) => { if (all.length > 1) throw new Error(all[1]); return all[0]; }"}');
  const call = '{"op":"call","code":"","of":["handle",' + spy + '],"self":["special","undefined"],"args":';
  asked(call + '[["number","' + round + '"]]}');
  asked(call + '[["json","text"],["special","nan"]]}');
  asked('{"op":"invoke","code":"","of":["handle",' + spy + '],"key":"call","args":[["json",null]]}');
  asked('{"op":"calls","code":"","of":["handle",' + spy + ']}');
}

/** Answers a command without telling anybody; gives the handle last given out. */
function asked(command) {
  framed(answerTo(parse(command)), 0);
  return lastId;
}

function forgetPractice() {
  byId.clear();
  ids.clear();
  spies.clear();
  lastId = 0;
}

function begin() {
  const key = sized(32);
  readFully(key, 32);
  learnKey(key);
  send('{"cwd":' + quote(cwd) + ',"node":' + quote(process.version) + '}');
  serve();
}

hide();
limber().then(begin, begin);
