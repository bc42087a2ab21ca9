package javascript.event_loop;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// Scenes inside the learner's program, each of them a promise of what was seen. Turns of the event loop are counted by an
/// immediate that sets itself anew; whoever yields by timers may miss one now and then, so a scene is played up to three times.
final class Loop {

    private static final String SCENES =
            """
            (() => {
              const MOST = 200_000; // beats of a heart, in case that nothing comes to an end
              const turn = () => new Promise((go) => setImmediate(go));
              const later = () => new Promise((go) => setTimeout(go, 5));

              const heartbeat = () => {
                const heart = { beats: 0, next: undefined };
                const beat = () => {
                  heart.next = ++heart.beats < MOST ? setImmediate(beat) : undefined;
                };
                heart.next = setImmediate(beat);
                heart.stop = () => clearImmediate(heart.next);
                return heart;
              };

              /** A job of so many steps: each is noted, and one of them may do something besides. */
              const job = (note, steps, besides = {}) => {
                let n = 0;
                return {
                  next() {
                    note(++n);
                    besides[n]?.();
                    return n < steps ? { done: false, value: n } : { done: true, value: 'done' };
                  },
                };
              };

              /** How many steps each turn held, and nothing of the turns that held none. */
              const perTurn = () => {
                const heart = heartbeat();
                const turns = new Map();
                return {
                  heart,
                  note: () => turns.set(heart.beats, (turns.get(heart.beats) ?? 0) + 1),
                  sizes: () => [...turns.values()],
                };
              };

              const again = async (scene, fine) => {
                let seen;
                for (let i = 0; i < 3; i++) {
                  seen = await scene();
                  if (fine(seen)) break;
                }
                return seen;
              };
              const all = (promises) => Promise.allSettled(promises);
              const throwsAt = (note) => job(note, 1, { 1: () => { throw new Error('a step that throws'); } });

              return {
                /** Steps per turn, for jobs of these lengths; a length of 0 is a step that throws. */
                turns: (createScheduler, slice, lengths) =>
                  again(
                    async () => {
                      const { heart, note, sizes } = perTurn();
                      const scheduler = createScheduler(slice);
                      await all(lengths.map((n) => scheduler.run(n === 0 ? throwsAt(note) : job(note, n))));
                      heart.stop();
                      return sizes();
                    },
                    (seen) => seen.every((n) => n <= slice),
                  ),

                /** The largest number of steps in one turn, where each job starts the next one. */
                chain: (createScheduler, slice, how) =>
                  again(
                    async () => {
                      const { heart, note, sizes } = perTurn();
                      const scheduler = createScheduler(slice);
                      const start = async (left) => {
                        if (left === 0) return;
                        let next;
                        const go = () => (next = start(left - 1));
                        const besides = how === 'in its last step' ? { 3: go } : {};
                        const done = scheduler.run(job(note, 3, besides));
                        if (how === 'when it is done') done.then(go);
                        await done;
                        await next;
                      };
                      await start(12);
                      heart.stop();
                      return Math.max(...sizes());
                    },
                    (seen) => seen <= slice,
                  ),

                /** Steps per turn of each of two schedulers at work at the same time. */
                pair: (createScheduler) =>
                  again(
                    async () => {
                      const one = perTurn();
                      const two = perTurn();
                      await all([
                        createScheduler(1).run(job(one.note, 4)),
                        createScheduler(3).run(job(two.note, 6)),
                      ]);
                      one.heart.stop();
                      two.heart.stop();
                      return [one.sizes(), two.sizes()];
                    },
                    ([one, two]) => one.every((n) => n <= 1) && two.every((n) => n <= 3),
                  ),

                /** Who was served while a job went on that ends when everybody was, or at last by itself. */
                served: async (createScheduler) => {
                  const { readFile } = await import('node:fs');
                  const served = new Set();
                  let steps = 0;
                  const waits = { next: () => ({ done: served.size === 3 || ++steps === 1_000_000, value: 'done' }) };
                  setTimeout(() => served.add('a timer'), 1);
                  setImmediate(() => served.add('an immediate'));
                  readFile('package.json', () => served.add('an I/O callback'));
                  await createScheduler(10).run(waits);
                  return [...served].sort();
                },

                /** How many beats a heart missed of the 99 between 100 slices. */
                missed: (createScheduler) =>
                  again(
                    async () => {
                      const heart = heartbeat();
                      let first;
                      const note = () => (first ??= heart.beats);
                      await createScheduler(10).run(job(note, 1000));
                      heart.stop();
                      return Math.max(0, 99 - (heart.beats - first));
                    },
                    (seen) => seen === 0,
                  ),

                /** What comes first: the code, its ticks and promise jobs, or a step. */
                first: async (createScheduler) => {
                  await later();
                  const log = [];
                  let hops = 0;
                  const hop = () => {
                    if (++hops === 60) log.push('ticks and promise jobs');
                    else if (hops % 3 === 0) process.nextTick(hop);
                    else queueMicrotask(hop);
                  };
                  const done = createScheduler(5).run(job(() => log.push('a step'), 1));
                  log.push('the code after run');
                  hop();
                  await done;
                  return log;
                },

                /** The order in which jobs have their steps. */
                order: async (createScheduler, slice) => {
                  const log = [];
                  const noting = (name) => () => log.push(name);
                  const scheduler = createScheduler(slice);
                  let late;
                  const jobs = [
                    scheduler.run(job(noting('a'), 3)),
                    scheduler.run(job(noting('b'), 2, { 1: () => (late = scheduler.run(job(noting('d'), 2))) })),
                    scheduler.run(job(noting('c'), 1)),
                  ];
                  await all(jobs);
                  await late;
                  return log.join(' ');
                },

                /** A job of so many steps that nobody looks at. */
                job: (steps) => job(() => {}, steps),

                /** Whether a promise is settled within some hundred turns, timers among them. */
                ends: async (promise) => {
                  let ended = false;
                  const end = () => {
                    ended = true;
                  };
                  promise.then(end, end);
                  for (let i = 0; i < 400 && !ended; i++) await (i % 10 === 0 ? later() : turn());
                  return ended ? 'has ended' : 'is still waiting';
                },

                /** How many more timers, immediates and handles are active now than at rest. */
                leftOver: async (before) => {
                  let least = Infinity;
                  for (let i = 0; i < 40; i++) {
                    await (i % 4 === 0 ? later() : turn());
                    least = Math.min(least, process.getActiveResourcesInfo().length);
                  }
                  return before === undefined ? least : Math.max(0, least - before);
                },

                /** What happens in one callback that adds and waits for nothing, and shortly after it. */
                adds: async (createBatcher) => {
                  await later();
                  const log = [];
                  const batches = [];
                  const add = createBatcher((items) => {
                    batches.push(items);
                    log.push(`send ${items.length}`);
                  });
                  const other = createBatcher((items) => log.push(`other ${items.length}`));
                  await new Promise((done) => {
                    setTimeout(() => log.push('a timer'));
                    setImmediate(() => {
                      log.push('an immediate');
                      setTimeout(done, 5);
                    });
                    add('a');
                    add(0);
                    add(undefined);
                    other('x');
                    log.push('the code');
                  });
                  const first = log.slice(0, 3);
                  for (let i = 0; i < 5; i++) await later();
                  const second = await new Promise((done) => {
                    log.length = 0;
                    setImmediate(() => {
                      add('b');
                      log.push('add');
                    });
                    setImmediate(() => log.push('the next immediate'));
                    setTimeout(() => done(log.slice(0, 3)), 10);
                  });
                  return { first, second, batches };
                },

                /** Sends per turn where each send leads to one more item, in one way or another. */
                feeds: (createBatcher, how) =>
                  again(
                    async () => {
                      await later();
                      const heart = heartbeat();
                      const turns = [];
                      const items = [];
                      await new Promise((done) => {
                        const more = () => (items.length < 20 ? add(items.length + 1) : done());
                        const add = createBatcher((batch) => {
                          turns.push(heart.beats);
                          items.push(...batch);
                          if (how === 'at once') more();
                          else if (how === 'in a promise job') Promise.resolve().then(more);
                          else process.nextTick(more);
                        });
                        setTimeout(done, 1000);
                        add(1);
                      });
                      heart.stop();
                      return { turns: new Set(turns).size, sends: turns.length, items };
                    },
                    ({ turns, sends }) => turns === sends,
                  ),

                /** An item in each second turn, thirty times: what happened, in the first round that went another way or in the last. */
                rounds: async (createBatcher) => {
                  await later();
                  let log = [];
                  const add = createBatcher((items) => log.push(`send ${items.join(' ')}`));
                  for (let i = 1; i <= 30; i++) {
                    log = ['add'];
                    add('x');
                    await turn();
                    log.push('the next immediate');
                    await turn();
                    if (log[1] !== 'send x') break;
                  }
                  return log;
                },

                /** Two callbacks of one turn that add. */
                twice: async (createBatcher) => {
                  await later();
                  const log = [];
                  const add = createBatcher((items) => log.push(`send ${items.join(' ')}`));
                  await new Promise((done) => {
                    setImmediate(() => add('a'));
                    setImmediate(() => {
                      add('b');
                      add('c');
                    });
                    setImmediate(() => {
                      log.push('the last immediate of the turn');
                      setTimeout(done, 20);
                    });
                  });
                  return log;
                },
              };
            })()
            """;

    private Loop() {}

    static Value scenes(Program program) {
        return program.value(SCENES).as("scenes");
    }
}
