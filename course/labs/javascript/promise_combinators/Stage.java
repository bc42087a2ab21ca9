package javascript.promise_combinators;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.List;

/// Promises and tasks inside the learner's program that go as a check says, and what came of them. Before anything of the
/// learner's is loaded, `Promise` loses its own combinators.
record Stage(Program program, Value script) {

    private static final String SCRIPT =
            """
            (() => {
              for (const name of ['all', 'allSettled', 'race', 'any']) {
                Promise[name] = () => {
                  throw new Error(`Promise.${name} is not to be used here`);
                };
              }
              const unhandled = [];
              process.on('unhandledRejection', (reason) => unhandled.push(String(reason)));

              const turns = (n, then) => (n > 0 ? setImmediate(turns, n - 1, then) : then());
              const fulfils = (value, n) => new Promise((fulfil) => turns(n, () => fulfil(value)));
              const rejects = (reason, n) => new Promise((_, reject) => turns(n, () => reject(reason)));

              /** An item as a check describes it: how it goes, with what, and in how many turns. */
              const item = ([how, value, n = 0]) => {
                switch (how) {
                  case 'is':
                    return value;
                  case 'fulfils':
                    return n === 0 ? Promise.resolve(value) : fulfils(value, n);
                  case 'rejects':
                    return n === 0 ? Promise.reject(value) : rejects(value, n);
                  case 'thenable':
                    return { then: (fulfil, reject) => turns(n, () => { fulfil(value); reject('again'); fulfil('again'); }) };
                  case 'bad thenable':
                    return { then: (fulfil, reject) => turns(n, () => { reject(value); fulfil('again'); reject('again'); }) };
                  default:
                    return new Promise(() => {});
                }
              };

              const told = (reason) =>
                reason instanceof AggregateError ? { rejected: 'AggregateError', errors: reason.errors } : { rejected: reason };

              /** What came of a call: of its promise within some hundred turns, or what else it did. */
              const outcome = (call) => {
                let promise;
                try {
                  promise = call();
                } catch (error) {
                  return { threw: String(error) };
                }
                if (!(promise instanceof Promise)) return { gave: promise };
                return new Promise((done) => {
                  promise.then((value) => done({ fulfilled: value }), (reason) => done(told(reason)));
                  turns(400, () => done('pending'));
                });
              };

              const iterable = (kind, items) => {
                if (kind === 'a Set') return new Set(items);
                if (kind === 'an array') return items;
                return (function* () {
                  yield* items;
                  if (kind === 'a generator that throws') throw 'broken';
                })();
              };

              return {
                unhandled,
                /** Calls a combinator with items of that kind. */
                play: (combinator, items, kind = 'an array') => outcome(() => combinator(iterable(kind, items.map(item)))),

                /** Calls a pool with tasks; the log ends when the promise is settled, and `afterwards` is what came later. */
                work: async (pool, limit, plans) => {
                  const log = [];
                  let given = 0;
                  const tasks = plans.map((plan, i) => (...all) => {
                    log.push(`begin ${i + 1}`);
                    given += all.length;
                    if (plan[0] === 'throws') throw plan[1];
                    const started = item(plan);
                    if (typeof started?.then !== 'function') return started;
                    const note = (how) => () => log.push(`${how} ${i + 1}`);
                    started.then(note('end'), note('fail'));
                    return started;
                  });
                  let taken = 0;
                  let takenAtFirst;
                  function* offered() {
                    for (const task of tasks) {
                      taken++;
                      yield (...all) => {
                        const made = task(...all);
                        const first = () => (takenAtFirst ??= taken);
                        made?.then?.(first, first);
                        return made;
                      };
                    }
                  }
                  const came = await outcome(() => pool(limit, offered()));
                  const length = log.length;
                  await new Promise((done) => turns(200, done));
                  return { outcome: came, log: log.slice(0, length), afterwards: log.slice(length), takenAtFirst, given };
                },
              };
            })()
            """;

    static Stage of(Program program) {
        return new Stage(program, program.value(SCRIPT).as("script"));
    }

    /// What comes of a combinator with these items.
    Value play(Value combinator, Object... items) {
        return script.invoke("play", combinator, List.of(items)).awaited().as("what came of it");
    }

    /// As [#play], with items in another iterable than an array.
    Value playIn(String kind, Value combinator, Object... items) {
        return script.invoke("play", combinator, List.of(items), kind)
                .awaited()
                .as("what came of it");
    }

    /// What comes of a pool with these tasks.
    Value work(Value pool, int limit, Object... plans) {
        return script.invoke("work", pool, limit, List.of(plans)).awaited().as("seen");
    }

    /// Holds when every rejection so far had somebody who handles it.
    void leftNothingUnhandled() {
        program.settle(500);
        script.get("unhandled")
                .as("rejections nobody handled")
                .because(
                        "Each promise has a handler from the start, also one whose outcome comes too late")
                .is(List.of());
    }
}
