package javascript.scope;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;

/// Calls functions and compares answers. The last check looks at the global object; nothing reads the source.
class ScopeChecks {

    private static final String MEND = "mend.js";
    private static final String SETTINGS = "settings.js";

    @Check(id = "count-compares-with-its-word", title = "`count` counts the words equal to `word`")
    void countComparesWithItsWord(Program program) {
        Value count = program.module(MEND).get("count").as("count");
        count.call("tea", List.of("tea", "oil", "tea"))
                .because("Two of these three words are equal to 'tea'")
                .is(2);
        count.call("salt", List.of("tea", "oil"))
                .because("None of these words is equal to 'salt'")
                .is(0);
        count.call("tea", List.of("teapot", "Tea", "", "tea"))
                .because("By `===`, 'teapot' and 'Tea' are other words than 'tea'")
                .is(1);
        count.call("", List.of("tea", "", "")).because("'' is a word like any other").is(2);
        count.call("tea", List.of()).because("There are no words at all").is(0);
    }

    @Check(
            id = "labels-start-afresh",
            title = "`labels` notes a sale at the items on sale and nowhere else")
    void labelsStartAfresh(Program program) {
        Value labels = program.module(MEND).get("labels").as("labels");
        Value some =
                program.value(
                                """
                                [
                                  { name: 'oil', sale: true },
                                  { name: 'salt' },
                                  { name: 'tea', sale: true },
                                  { name: 'tea' },
                                ]
                                """)
                        .as("someOnSale");
        labels.call(some)
                .because("An item without `sale` is its name alone, also right after one on sale")
                .is(List.of("oil (sale)", "salt", "tea (sale)", "tea"));
        labels.call(program.value("[{ name: 'rice' }, { name: 'jam' }]").as("noneOnSale"))
                .because("What was asked before has no part in this answer")
                .is(List.of("rice", "jam"));
        labels.call(List.of()).because("No items, no labels").is(List.of());
    }

    @Check(
            id = "postage-doubles-above-1000",
            title = "`postage` is 5 up to 1000 grams and 10 above, each time")
    void postageDoublesAbove1000(Program program, Seed seed) {
        Value postage = program.module(MEND).get("postage").as("postage");
        int light = seed.between(1, 900);
        int heavy = seed.between(1100, 9000);
        postage.call(light).because("Up to 1000 grams it is 5").is(5);
        postage.call(heavy).because("Above 1000 grams it is 10").is(10);
        postage.call(heavy)
                .because("What was asked before has no part in this answer: it is 10 again")
                .is(10);
        postage.call(light)
                .because("What was asked before has no part in this answer: it is 5 again")
                .is(5);
        postage.call(1000).because("1000 grams are not above 1000 grams").is(5);
        postage.call(1001).because("1001 grams are above 1000 grams").is(10);
    }

    @Check(
            id = "the-nearest-scope-answers",
            title = "`get` asks the nearest scope that has the name, and outward only")
    void theNearestScopeAnswers(Program program, Seed seed) {
        int size = seed.between(20, 90);
        Value settings = program.module(SETTINGS).get("settings").as("settings");
        Value defaults =
                settings.call(
                                program.value(
                                        "({ theme: 'light', size: "
                                                + size
                                                + ", note: 'hello', constructor: 'Ann' })"))
                        .as("defaults");
        Value customer =
                defaults.invoke("child", program.value("({ theme: 'dark' })")).as("customer");
        Value request = customer.invoke("child").as("request");

        defaults.invoke("get", "size").because("`defaults` has it").is(size);
        customer.invoke("get", "theme").because("`customer` has a `theme` itself").is("dark");
        customer.invoke("get", "size")
                .because("`customer` has no `size`, `defaults` around it has one")
                .is(size);
        request.invoke("get", "theme")
                .because(
                        "`request` has no `theme`; going outward, `customer` is the first with one")
                .is("dark");
        request.invoke("get", "size")
                .because("`size` is found two scopes away, in `defaults`")
                .is(size);
        program.value(
                        """
                        (scope) => {
                          for (let i = 0; i < 50; i++) scope = scope.child();
                          return scope;
                        }
                        """)
                .as("fiftyScopesFurtherIn")
                .call(request)
                .as("innermost")
                .invoke("get", "size")
                .because("`size` is found at any distance, here more than fifty scopes away")
                .is(size);
        defaults.invoke("get", "theme")
                .because("The `theme` of `customer` shadows this one and does not change it")
                .is("light");
        request.invoke("get", "constructor")
                .because("`constructor` is a name like any other, and `defaults` has it")
                .is("Ann");

        Value empty =
                customer.invoke(
                                "child",
                                program.value(
                                        "({ note: undefined, theme: null, size: 0, constructor: '' })"))
                        .as("empty");
        String why = "The nearest scope that has the name answers, whatever its value is";
        empty.invoke("get", "note").because(why).is(Js.UNDEFINED);
        empty.invoke("child").as("inside").invoke("get", "note").because(why).is(Js.UNDEFINED);
        empty.invoke("get", "theme").because(why).is((Object) null);
        empty.invoke("get", "size").because(why).is(0);
        empty.invoke("get", "constructor").because(why).is("");

        Value rates = program.value("[7, 19]").as("rates");
        settings.call(program.value("(rates) => ({ rates })").call(rates))
                .as("taxes")
                .invoke("get", "rates")
                .because("The value is the very one that was given, not a copy")
                .isSameAs(rates);

        Value other = defaults.invoke("child", program.value("({ colour: 'red' })")).as("other");
        other.invoke("get", "colour").because("`other` has a `colour` itself").is("red");
        unknown(
                program,
                defaults,
                "colour",
                "A scope does not look inward: only its child `other` has it");
        unknown(program, request, "colour", "`other` is not around `request`");
        unknown(program, request, "toString", "Nobody was given a `toString`");
        unknown(
                program,
                settings.call().as("nothing"),
                "theme",
                "Another `settings()` has no names yet");
    }

    @Check(
            id = "own-names-and-names-around",
            title = "`owns` looks at one scope, `has` also at those around it")
    void ownNamesAndNamesAround(Program program) {
        Value settings = program.module(SETTINGS).get("settings").as("settings");
        Value defaults =
                settings.call(
                                program.value(
                                        "({ theme: 'light', lang: 'en', note: undefined, size: 0 })"))
                        .as("defaults");
        Value customer =
                defaults.invoke("child", program.value("({ theme: 'dark' })")).as("customer");
        Value request = customer.invoke("child").as("request");

        request.invoke("has", "theme").because("`customer` around it has a `theme`").is(true);
        request.invoke("has", "lang").because("`defaults` has it, two scopes away").is(true);
        request.invoke("owns", "theme")
                .because("The `theme` is one of `customer`, not of `request` itself")
                .is(false);
        customer.invoke("owns", "theme").because("`customer` has a `theme` itself").is(true);
        customer.invoke("has", "theme").is(true);
        defaults.invoke("owns", "theme")
                .because("`defaults` keeps its own `theme`, shadowed or not")
                .is(true);

        String why = "A name is there, whatever its value is";
        defaults.invoke("owns", "note").because(why).is(true);
        defaults.invoke("has", "note").because(why).is(true);
        defaults.invoke("owns", "size").because(why).is(true);
        request.invoke("has", "note").because(why).is(true);
        request.invoke("has", "size").because(why).is(true);
        request.invoke("owns", "note").because("`note` is one of `defaults`").is(false);

        customer.invoke("child", program.value("({ colour: 'red' })"))
                .as("other")
                .invoke("has", "colour")
                .is(true);
        request.invoke("has", "colour").because("No scope around `request` has it").is(false);
        customer.invoke("has", "colour").because("A scope does not look inward").is(false);
        for (String name : List.of("toString", "__proto__")) {
            request.invoke("has", name).because("Nobody was given a `" + name + "`").is(false);
            request.invoke("owns", name).because("Nobody was given a `" + name + "`").is(false);
        }

        Value heir = program.value("Object.create({ theme: 'light' }, {})").as("heir");
        settings.call(heir)
                .as("inherited")
                .invoke("has", "theme")
                .because(
                        "The names are those of `Object.keys(values)`, so nothing that is inherited")
                .is(false);
    }

    @Check(
            id = "set-changes-the-nearest",
            title = "`set` changes the nearest scope that has the name, and declares nothing")
    void setChangesTheNearest(Program program) {
        Value settings = program.module(SETTINGS).get("settings").as("settings");
        Value defaults =
                settings.call(program.value("({ theme: 'light', size: 20 })")).as("defaults");
        Value customer =
                defaults.invoke("child", program.value("({ theme: 'dark' })")).as("customer");
        Value request = customer.invoke("child").as("request");
        Value twin = customer.invoke("child").as("twin");

        defaults.invoke("set", "size", 30);
        defaults.invoke("get", "size").because("It was set to 30 in this very scope").is(30);
        request.invoke("get", "size")
                .because("`defaults` has changed since `request` was made, and `get` looks now")
                .is(30);

        request.invoke("set", "theme", "blue");
        request.invoke("get", "theme").because("It has just been set").is("blue");
        customer.invoke("get", "theme")
                .because("The nearest scope with a `theme` is `customer`, so it changes there")
                .is("blue");
        twin.invoke("get", "theme")
                .because("`twin` lies inside `customer`, whose `theme` is 'blue' by now")
                .is("blue");
        defaults.invoke("get", "theme")
                .because("`defaults` is further out than `customer`, so its `theme` stays")
                .is("light");

        request.invoke("child").as("inner").invoke("set", "size", 40);
        defaults.invoke("get", "size")
                .because("Only `defaults` has a `size`, so it changes there")
                .is(40);
        twin.invoke("get", "size")
                .because("Only `defaults` has a `size`: it is one for all")
                .is(40);

        Value draft = customer.invoke("child", program.value("({ theme: undefined })")).as("draft");
        draft.invoke("set", "theme", "green");
        draft.invoke("get", "theme").because("It has just been set").is("green");
        customer.invoke("get", "theme")
                .because("`draft` has a `theme` itself, if only undefined, so it changes there")
                .is("blue");

        Value knows =
                program.value(
                                """
                                (scope, name) => {
                                  try {
                                    return scope.get(name) !== undefined;
                                  } catch {
                                    return false;
                                  }
                                }
                                """)
                        .as("hasAValueIn");
        Value refused =
                thrownBy(program)
                        .call(request, "set", "colour", "red")
                        .as("the error of set('colour')");
        refused.because("Nobody has a `colour`: `set` throws a `ReferenceError`")
                .isInstanceOf("ReferenceError");
        refused.get("message").because("The message contains the name").contains("colour");
        for (Value scope : List.of(request, customer, defaults)) {
            knows.call(scope, "colour")
                    .because("A `set` that nobody has the name for gives it to no scope")
                    .is(false);
        }
    }

    @Check(
            id = "a-scope-takes-its-values-once",
            title = "a scope takes its `values` when it is made and leaves them alone")
    void aScopeTakesItsValuesOnce(Program program) {
        Value settings = program.module(SETTINGS).get("settings").as("settings");
        Value values = program.value("({ theme: 'light', size: 20 })").as("values");
        Value first = settings.call(values).as("first");
        Value second = settings.call(values).as("second");
        Value inner = first.invoke("child", values).as("inner");

        program.value("(object) => { object.theme = 'changed later'; }")
                .as("changeTheme")
                .call(values);
        first.invoke("get", "theme")
                .because("The object has changed since the scope was made of it, the scope has not")
                .is("light");
        inner.invoke("get", "theme")
                .because("The object has changed since the child was made of it, the child has not")
                .is("light");

        inner.invoke("set", "size", 30);
        inner.invoke("get", "size").because("It has just been set").is(30);
        values.get("size").because("`set` changes the scope, not the object it was made of").is(20);
        first.invoke("get", "size")
                .because("`inner` has a `size` itself, made of the same object or not")
                .is(20);
        first.invoke("set", "size", 40);
        second.invoke("get", "size")
                .because("Two calls of `settings` share nothing, also with the same object")
                .is(20);
    }

    @Check(id = "no-new-globals", title = "the code adds nothing to `globalThis`")
    void noNewGlobals(Program program) {
        Value added =
                program.value(
                                """
                                ((before) => () =>
                                  Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String)
                                )(new Set(Reflect.ownKeys(globalThis)))
                                """)
                        .as("newNamesOnGlobalThis");
        Value mend = program.module(MEND);
        Value module = program.module(SETTINGS);
        module.get("settings")
                .as("settings")
                .call(program.value("({ theme: 'light' })"))
                .as("defaults")
                .invoke("get", "theme")
                .is("light");
        program.value(
                        """
                        ({ count, labels, postage }, { settings }) => {
                          const attempt = (work) => {
                            try {
                              work();
                            } catch {
                              // other checks see to that
                            }
                          };
                          attempt(() => count('tea', ['tea', 'oil']));
                          attempt(() => labels([{ name: 'oil', sale: true }, { name: 'salt' }]));
                          attempt(() => postage(200));
                          attempt(() => postage(2000));
                          const outer = settings({ theme: 'light', size: 20 });
                          const inner = outer.child({ theme: 'dark' });
                          for (const scope of [outer, inner]) {
                            for (const name of ['theme', 'size', 'colour']) {
                              attempt(() => scope.owns(name));
                              attempt(() => scope.has(name));
                              attempt(() => scope.get(name));
                              attempt(() => scope.set(name, 'new'));
                            }
                          }
                        }
                        """)
                .as("useEverything")
                .call(mend, module);
        added.call()
                .because("Whatever your functions need they keep in scopes of their own")
                .is(List.of());
    }

    private static void unknown(Program program, Value scope, String name, String why) {
        Value error =
                thrownBy(program).call(scope, "get", name).as("the error of get('" + name + "')");
        error.because(why + ": `get` throws a `ReferenceError`").isInstanceOf("ReferenceError");
        error.get("message").because("The message contains the name").contains(name);
    }

    private static Value thrownBy(Program program) {
        return program.value(
                        """
                        (object, method, ...args) => {
                          try {
                            object[method](...args);
                          } catch (error) {
                            return error;
                          }
                          return 'nothing was thrown';
                        }
                        """)
                .as("thrownBy");
    }
}
