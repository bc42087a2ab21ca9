package javascript.promises;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A shop inside the learner's program. Its methods note when they are called and when their promise is settled, some turns of
/// the event loop later. A check may say of a method, or of one call of it, that it goes another way.
record Shop(Street street, Value script) {

    private static final String SHOPS =
            """
            (() => {
              const { inspect } = process.getBuiltinModule('node:util');
              const unhandled = [];
              process.on('unhandledRejection', (error) => unhandled.push(error?.message ?? String(error)));

              const turns = (n, then) => (n > 0 ? setImmediate(turns, n - 1, then) : then());
              const promised = (call, how, value, log) =>
                new Promise((fulfil, reject) => {
                  if (how === 'neverEnds') return;
                  turns(how === 'rejects' ? 1 : how === 'takesLonger' ? 40 : 3, () => {
                    log.push(`${call} ${how === 'rejects' ? 'failed' : 'done'}`);
                    if (how === 'rejects') reject(value);
                    else fulfil(value);
                  });
                });

              return () => {
                const log = [];
                const warnings = [];
                const rules = { warn: ['givesAtOnce'] };
                const desk = { toString: () => 'desk' };
                const usual = {
                  load: (id) => `order ${id}`,
                  reserve: () => undefined,
                  charge: (order) => `payment for ${order}`,
                  send: (order, payment) => `receipt for ${order}, ${payment}`,
                  quote: () => 12,
                  estimate: () => 9,
                  pack: (id) => `parcel ${id}`,
                  open: () => desk,
                  count: () => undefined,
                  warn: () => undefined,
                  work: () => 'answer of work',
                  close: () => 'closed',
                };
                const method = (name, owner) =>
                  function (...given) {
                    const call = `${name}(${given.map(String).join(', ')})`;
                    log.push(owner === undefined || this === owner ? call : `${call} with another this`);
                    if (name === 'warn') warnings.push(given[0]);
                    const [how, value] = rules[call] ?? rules[name] ?? ['fulfils', usual[name](...given)];
                    if (how === 'throws') throw value;
                    return how === 'givesAtOnce' ? value : promised(call, how, value, log);
                  };

                const shop = {};
                for (const name of Object.keys(usual)) {
                  if (name !== 'work' && name !== 'close') shop[name] = method(name, shop);
                }
                desk.close = method('close', desk);
                const script = { shop, desk, work: method('work'), log, warnings, unhandled };
                script.call = async (fn, ...args) => {
                  let promise;
                  try {
                    promise = fn(...args);
                  } catch (error) {
                    return `no promise: it threw ${error}`;
                  }
                  try {
                    const value = await promise;
                    return `fulfilled with ${value instanceof Error ? value : inspect(value)}`;
                  } catch (error) {
                    script.reason = error;
                    return 'rejected';
                  }
                };
                script[Symbol.for('nodejs.util.inspect.custom')] = () => 'a shop where all goes well';
                for (const how of ['fulfils', 'rejects', 'throws', 'givesAtOnce', 'takesLonger', 'neverEnds']) {
                  script[how] = (call, value) => {
                    rules[call] = [how, value];
                    return 'noted';
                  };
                }
                return script;
              };
            })()
            """;

    /// The maker of a check's shops. Rejections that nobody handles are noted, and do not end the process.
    static Value maker(Program program) {
        return program.value(SHOPS).as("newShop");
    }

    /// Calls the learner's function for this shop.
    Value call(Object... more) {
        return street.function().call(arguments(more).toArray());
    }

    /// Says how a method, `charge`, or one call of it, `pack(2)`, is to go: `fulfils`, `rejects`, `throws`, `givesAtOnce`, `takesLonger`, `neverEnds`.
    Shop with(String call, String how, Object value) {
        script.invoke(how, call, value);
        return this;
    }

    Shop with(String call, Way how, Object value) {
        return with(call, how.name(), value);
    }

    /// What happened so far.
    Value log() {
        return script.get("log").as("what happened");
    }

    Value warnings() {
        return script.get("warnings").as("warnings");
    }

    /// Holds when just this happened, in this order.
    void saw(String why, List<String> events) {
        log().because(why).is(events);
    }

    /// Holds when the learner's function gives a promise that is fulfilled with that value, as Node prints it.
    void answers(String why, String value, Object... more) {
        becomes(more).because(why).is("fulfilled with " + value);
    }

    /// Holds when the learner's function gives a promise that is rejected with that very error.
    void passesOn(String what, Value error, Object... more) {
        becomes(more).because(what + ", so the promise is to be rejected").is("rejected");
        script.get("reason")
                .as("what it was rejected with")
                .because("A failure is passed on as it is: the very same error")
                .isSameAs(error);
    }

    private Value becomes(Object... more) {
        var all = new ArrayList<Object>(List.of(street.function()));
        all.addAll(arguments(more));
        return script.invoke("call", all.toArray()).awaited().as("what became of the promise");
    }

    private List<Object> arguments(Object... more) {
        var all = new ArrayList<Object>();
        street.parts().forEach(part -> all.add(script.get(part).as(part)));
        all.addAll(Arrays.asList(more));
        return all;
    }

    /// Holds when every rejection so far had somebody who handles it.
    void leftNothingUnhandled() {
        street.program().settle(500);
        script.get("unhandled")
                .as("rejections nobody handled")
                .because("No rejection may be without a handler, not even for one turn of the loop")
                .is(List.of());
    }

    /// Holds when the failure of `count` came to this: `warn` was called with it, once.
    void warnedOnce(Value error) {
        leftNothingUnhandled();
        Value warnings = warnings();
        warnings.get("length")
                .as("the number of warnings")
                .because("`count` failed, so `warn` is called once")
                .is(1);
        warnings.get("0")
                .as("what `warn` was called with")
                .because("`warn` is to get the very error of `count`")
                .isSameAs(error);
        log().because("`warn` is called as a method of the shop, with the error alone")
                .contains("warn(Error: the counter is away)");
    }
}
