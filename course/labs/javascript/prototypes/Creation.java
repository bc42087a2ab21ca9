package javascript.prototypes;

import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.List;

/// The learner's `create`, with one object to link to and one whose properties are to be defined.
record Creation(Program program, Value create, Value prototypeOf, Value base, Value own) {

    static Creation in(Program program) {
        return new Creation(
                program,
                program.module("prototypes.js").get("create").as("create"),
                program.value("(object) => Object.getPrototypeOf(object)").as("getPrototypeOf"),
                program.value("({ retries: 3, port: 80 })").as("base"),
                program.value("({ port: 0, host: undefined })").as("own"));
    }

    void linksAndDefines() {
        Value made = create.call(base, own).as("made");
        prototypeOf.call(made).because("`proto` is the prototype of the new object").isSameAs(base);
        mirror().ownKeys(made, "What `own` has it has, and nothing else", "port", "host");
        made.get("port").because("Its own property shadows that of `proto`").is(0);
        made.get("host").because("`undefined` is a value, too").is(Js.UNDEFINED);
        mirror().set(base, "retries", 5);
        made.get("retries").because("It is linked to `proto`, so it sees what changes there").is(5);
        base.get("port").as("base.port").because("`proto` is not touched").is(80);
        made.because("It is a new object, and `own` is only read").isNotSameAs(own);
        mirror().ownKeys(create.call(base).as("bare"), "Without `own` it has nothing of its own");
    }

    void takesWhatIsEnumerableAndItsOwn() {
        program.value(
                        """
                        (create) => {
                          const own = { __proto__: { inherited: 1 }, [Symbol.for('id')]: 7 };
                          Object.defineProperty(own, 'hidden', { value: 1, enumerable: false });
                          const made = create({}, own);
                          return [made[Symbol.for('id')], 'inherited' in made, 'hidden' in made];
                        }
                        """)
                .as("idInheritedHidden")
                .call(create)
                .because(
                        "It gets the enumerable properties that `own` itself has, those named by symbols too")
                .is(List.of(7, false, false));
    }

    void definesWhereAssigningWouldFail() {
        Value touchy =
                program.value(
                                """
                                ((seen) => Object.freeze({
                                  get seen() { return seen; },
                                  get port() { return 1; },
                                  set port(to) { seen = to; },
                                  host: 'a',
                                }))(null)
                                """)
                        .as("touchy");
        Value over = create.call(touchy, program.value("({ port: 8080, host: 'b' })")).as("over");
        over.get("port")
                .because("Properties are defined, even where `proto` has a setter")
                .is(8080);
        over.get("host")
                .because("Properties are defined, even where `proto` has a read-only one")
                .is("b");
        touchy.get("seen")
                .as("what the setter of `proto` was given")
                .because("`proto` is not touched: its setter is not called")
                .is(null);
    }

    void makesPropertiesThatCanBeChanged() {
        Value frozen = program.value("Object.freeze({ port: 1, get host() { return 'a'; } })");
        Value open = create.call(base, frozen).as("open");
        mirror().set(open, "port", 2);
        open.get("port").because("Each property can be changed, also when `own` was frozen").is(2);
        mirror().set(open, "host", "b");
        open.get("host")
                .because("It has the value read from `own`, also where `own` has a getter")
                .is("b");
        program.value("(object) => delete object.port").as("deletePort").call(open);
        open.get("port").because("Each property can be deleted").is(80);
    }

    void linksToNullAndToFunctions() {
        prototypeOf
                .call(create.call((Object) null, own).as("dictionary"))
                .because("`proto` may be `null`: an object without prototype")
                .is(null);
        Value fn = program.value("function base() {}").as("fn");
        prototypeOf
                .call(create.call(fn, own).as("overFunction"))
                .because("`proto` may be a function")
                .isSameAs(fn);
    }

    /// JSON may bring a property of that name.
    void takesProtoForANameLikeAnyOther() {
        Value sent =
                program.value("JSON.parse('{ \"__proto__\": { \"admin\": true } }')").as("sent");
        Value user = create.call(base, sent).as("user");
        mirror().ownKeys(user, "`__proto__` is a name like any other", "__proto__");
        prototypeOf.call(user).because("`__proto__` in `own` changes no link").isSameAs(base);
    }

    private Mirror mirror() {
        return new Mirror(program);
    }
}
