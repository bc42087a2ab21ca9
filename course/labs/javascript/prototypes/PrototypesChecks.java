package javascript.prototypes;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;
import java.util.Map;

/// Looks at the links between objects and at what is found through them.
class PrototypesChecks {

    private static final String FILE = "prototypes.js";

    @Check(id = "parcels-keep-their-items", title = "each parcel keeps and weighs items of its own")
    void parcelsKeepTheirItems(Program program, Seed seed) {
        Value parcel = program.module(FILE).get("Parcel").as("Parcel");
        int grams = seed.between(101, 899);
        Value lima = parcel.construct("Lima").as("lima");
        Value rome = parcel.construct("Rome").as("rome");

        lima.get("to").because("A parcel has `to`").is("Lima");
        lima.get("items").because("A new parcel has no items").is(List.of());
        lima.invoke("weight").because("Without items a parcel weighs 0 g").is(0);
        lima.invoke("add", "oil", grams)
                .because("`add` returns the parcel it was called on")
                .isSameAs(lima);
        lima.invoke("add", "tea", 40);
        lima.get("items")
                .because("`add` puts `{ name, grams }` at the end of `items`")
                .is(List.of(item("oil", grams), item("tea", 40)));
        lima.invoke("weight").because("It weighs what all its items weigh").is(grams + 40);
        rome.get("to").is("Rome");
        rome.get("items")
                .because("Each parcel has an array of its own, and nothing was added to this one")
                .is(List.of());
        rome.invoke("add", "salt", 7).invoke("weight").is(7);
        lima.invoke("weight")
                .because("Something was added to another parcel, not to this one")
                .is(grams + 40);
    }

    @Check(id = "methods-are-shared", title = "parcels share their methods and carry no copies")
    void methodsAreShared(Program program) {
        Value parcel = program.module(FILE).get("Parcel").as("Parcel");
        Value lima = parcel.construct("Lima").as("lima");
        Value names = program.value("['add', 'weight', 'label', 'fits']");
        names(program, "filter((name) => Object.hasOwn(object, name))", "ownMethods")
                .call(lima, names)
                .because("No parcel has a copy of a method")
                .is(List.of());
        names(program, "filter((name) => typeof object[name] !== 'function')", "missingMethods")
                .call(parcel.get("prototype").as("Parcel.prototype"), names)
                .because("`Parcel.prototype` has the methods")
                .is(List.of());
        replace(program).call(parcel, "weight", program.spy("() => 123"));
        lima.invoke("weight")
                .because(
                        "A method replaced on `Parcel.prototype` is replaced for parcels made before")
                .is(123);
    }

    @Check(
            id = "limit-is-shadowed",
            title = "all parcels share one `limit`, and each may have its own",
            needs = "parcels-keep-their-items")
    void limitIsShadowed(Program program, Seed seed) {
        Value parcel = program.module(FILE).get("Parcel").as("Parcel");
        Value prototype = parcel.get("prototype").as("Parcel.prototype");
        Value lima = parcel.construct("Lima").as("lima");
        Value rome = parcel.construct("Rome").as("rome");
        int first = seed.between(200, 900);
        lima.invoke("add", "oil", first);
        lima.invoke("add", "tea", 2000 - first);
        rome.invoke("add", "rice", 2001);

        lima.get("limit").as("lima.limit").because("`limit` is 2000").is(2000);
        lima.invoke("fits").because("A weight of 2000 g is not above 2000").is(true);
        rome.invoke("fits").because("A weight of 2001 g is above 2000").is(false);
        hasOwn(program)
                .call(lima, "limit")
                .because("`limit` stands on `Parcel.prototype` alone, not on each parcel")
                .is(false);
        prototype.get("limit").as("Parcel.prototype.limit").is(2000);

        set(program).call(rome, "limit", 2001);
        rome.invoke("fits").because("This parcel has a `limit` of its own now, 2001").is(true);
        lima.get("limit")
                .as("lima.limit")
                .because("Another parcel got a `limit` of its own, this one did not")
                .is(2000);
        set(program).call(prototype, "limit", 1999);
        lima.invoke("fits")
                .because(
                        "`limit` was set to 1999 on `Parcel.prototype`, for parcels made before too")
                .is(false);
        rome.invoke("fits")
                .because("A parcel with a `limit` of its own, 2001, does not mind the shared one")
                .is(true);
        program.value("(object) => delete object.limit").as("deleteLimit").call(rome);
        rome.get("limit")
                .as("rome.limit")
                .because("Its own `limit` was deleted, so it finds the shared one again")
                .is(1999);
    }

    @Check(
            id = "cold-parcels-are-parcels",
            title = "cold parcels are parcels, with a label of their own",
            needs = "parcels-keep-their-items")
    void coldParcelsAreParcels(Program program, Seed seed) {
        Value module = program.module(FILE);
        Value parcel = module.get("Parcel").as("Parcel");
        Value coldParcel = module.get("ColdParcel").as("ColdParcel");
        int degrees = seed.between(3, 9);
        int grams = seed.between(101, 899);
        Value oslo = coldParcel.construct("Oslo", degrees).as("oslo");
        Value kyiv = coldParcel.construct("Kyiv", 0).as("kyiv");

        program.value("(C) => Object.getPrototypeOf(C.prototype)")
                .as("thePrototypeOfItsPrototype")
                .call(coldParcel)
                .because("The prototype of `ColdParcel.prototype` is `Parcel.prototype`")
                .isSameAs(parcel.get("prototype").as("Parcel.prototype"));
        isInstance(program)
                .call(oslo, coldParcel)
                .because("A cold parcel is a ColdParcel")
                .is(true);
        oslo.get("to")
                .because("What `Parcel` does for each parcel, it does for a cold one")
                .is("Oslo");
        oslo.get("degrees").because("A cold parcel also has `degrees`").is(degrees);
        oslo.invoke("add", "fish", grams).isSameAs(oslo);
        kyiv.get("items").because("Each cold parcel has an array of its own, too").is(List.of());

        Value lima = parcel.construct("Lima").as("lima");
        lima.invoke("label")
                .because("A parcel that is not cold has a label without degrees")
                .is("Lima: 0 g");
        oslo.invoke("label")
                .because(
                        "A cold parcel says what `label` of `Parcel.prototype` gives for it, and its degrees")
                .is("Oslo: " + grams + " g, below " + degrees + " °C");
        kyiv.invoke("label").because("0 degrees are degrees too").is("Kyiv: 0 g, below 0 °C");

        names(program, "filter((name) => Object.hasOwn(object, name))", "ownMethods")
                .call(
                        coldParcel.get("prototype").as("ColdParcel.prototype"),
                        program.value("['add', 'weight', 'fits', 'limit']"))
                .because("What cold parcels have in common with all parcels is not copied")
                .is(List.of());
        replace(program).call(parcel, "fits", program.spy("() => 'replaced'"));
        oslo.invoke("fits")
                .because("What is replaced on `Parcel.prototype` is replaced for cold parcels too")
                .is("replaced");
        replace(program)
                .call(parcel, "label", program.spy("function () { return `to ${this?.to}`; }"));
        oslo.invoke("label")
                .because(
                        "`label` was replaced on `Parcel.prototype`, and a cold parcel asks the one that is there by then, as itself")
                .is("to Oslo, below " + degrees + " °C");
    }

    @Check(
            id = "constructor-tells-the-maker",
            title = "each parcel finds its maker as `constructor`",
            needs = "cold-parcels-are-parcels")
    void constructorTellsTheMaker(Program program) {
        Value module = program.module(FILE);
        Value parcel = module.get("Parcel").as("Parcel");
        Value coldParcel = module.get("ColdParcel").as("ColdParcel");
        Value lima = parcel.construct("Lima").as("lima");
        Value oslo = coldParcel.construct("Oslo", 8).as("oslo");

        lima.get("constructor")
                .as("lima.constructor")
                .because("`Parcel` has made this one")
                .isSameAs(parcel);
        oslo.get("constructor")
                .as("oslo.constructor")
                .because("`ColdParcel` has made this one")
                .isSameAs(coldParcel);
        for (Value each : List.of(lima, oslo)) {
            hasOwn(program)
                    .call(each, "constructor")
                    .because("`constructor` stands on the prototype, not on each parcel")
                    .is(false);
            program.value(
                            "(object) => { const keys = []; for (const key in object) keys.push(key); return keys; }")
                    .as("keysByForIn")
                    .call(each)
                    .because("`for…in` over a parcel does not come by `constructor`")
                    .lacks("constructor");
        }
    }

    @Check(
            id = "works-without-new",
            title = "`Parcel` and `ColdParcel` make parcels without `new`, too",
            needs = "cold-parcels-are-parcels")
    void worksWithoutNew(Program program) {
        Value module = program.module(FILE);
        Value parcel = module.get("Parcel").as("Parcel");
        Value coldParcel = module.get("ColdParcel").as("ColdParcel");

        Value lima = parcel.call("Lima").as("lima");
        isParcel(program, lima, parcel, "`Parcel('Lima')` makes a parcel as `new` does");
        lima.get("to").is("Lima");
        lima.get("items").is(List.of());
        parcel.call("Rome").because("Each call makes a new parcel").isNotSameAs(lima);
        lima.get("to").because("Another parcel was made, this one stays as it was").is("Lima");

        Value oslo = coldParcel.call("Oslo", 8).as("oslo");
        isParcel(program, oslo, coldParcel, "`ColdParcel('Oslo', 8)` makes a cold parcel");
        oslo.get("to").is("Oslo");
        oslo.get("degrees").because("All arguments count without `new`, too").is(8);
        oslo.get("items").is(List.of());

        Value shop = program.value("({ name: 'shop' })").as("shop");
        isParcel(
                program,
                parcel.callOn(shop, "Bonn").as("bonn"),
                parcel,
                "`shop.Parcel('Bonn')` makes a parcel as `new` does");
        isParcel(
                program,
                coldParcel.callOn(shop, "Turku", -5).as("turku"),
                coldParcel,
                "`shop.ColdParcel('Turku', -5)` makes a cold parcel");
        shop.because("The object it was kept in is left alone").is(Map.of("name", "shop"));
    }

    @Check(
            id = "can-be-derived-from",
            title = "classes can be derived from `Parcel` and `ColdParcel`",
            needs = "cold-parcels-are-parcels")
    void canBeDerivedFrom(Program program, Seed seed) {
        Value module = program.module(FILE);
        int box = seed.between(100, 900);
        Value crate =
                program.value(
                                """
                                (Parcel, box) => class Crate extends Parcel {
                                  weight() { return super.weight() + box; }
                                }
                                """)
                        .call(module.get("Parcel").as("Parcel"), box)
                        .as("Crate");
        Value lima = crate.construct("Lima").as("crate");
        isParcel(program, lima, crate, "`new Crate('Lima')` is a `Crate`");
        lima.get("to").as("crate.to").is("Lima");
        lima.invoke("add", "oil", 2000 - box);
        lima.invoke("label")
                .because("A crate weighs more by " + box + " g, and `label` asks `this.weight()`")
                .is("Lima: 2000 g");
        lima.invoke("fits").because("It weighs 2000 g with its box").is(true);
        lima.invoke("add", "tea", 1);
        lima.invoke("fits")
                .because("It weighs 2001 g with its box, and `fits` asks `this.weight()`")
                .is(false);

        Value vaccine =
                program.value(
                                """
                                (ColdParcel) => class Vaccine extends ColdParcel {
                                  constructor(to) { super(to, -70); }
                                }
                                """)
                        .call(module.get("ColdParcel").as("ColdParcel"))
                        .as("Vaccine");
        Value oslo = vaccine.construct("Oslo").as("vaccine");
        isParcel(program, oslo, vaccine, "`new Vaccine('Oslo')` is a `Vaccine`");
        oslo.invoke("add", "doses", 90);
        oslo.invoke("label")
                .because("A vaccine is a cold parcel, labelled once as each of them is")
                .is("Oslo: 90 g, below -70 °C");
    }

    @Check(
            id = "create-links-and-defines",
            title = "`create` links to `proto` and defines the properties of `own`")
    void createLinksAndDefines(Program program) {
        Value create = program.module(FILE).get("create").as("create");
        Value prototypeOf =
                program.value("(object) => Object.getPrototypeOf(object)").as("getPrototypeOf");

        Value base = program.value("({ retries: 3, port: 80 })").as("base");
        Value own = program.value("({ port: 0, host: undefined })").as("own");
        Value made = create.call(base, own).as("made");
        prototypeOf.call(made).because("`proto` is the prototype of the new object").isSameAs(base);
        ownKeys(program, made, "What `own` has it has, and nothing else", "port", "host");
        made.get("port").because("Its own property shadows that of `proto`").is(0);
        made.get("host").because("`undefined` is a value, too").is(Js.UNDEFINED);
        set(program).call(base, "retries", 5);
        made.get("retries").because("It is linked to `proto`, so it sees what changes there").is(5);
        base.get("port").as("base.port").because("`proto` is not touched").is(80);
        made.because("It is a new object, and `own` is only read").isNotSameAs(own);
        ownKeys(program, create.call(base).as("bare"), "Without `own` it has nothing of its own");

        Value symbols =
                program.value(
                                """
                                (create) => {
                                  const own = { __proto__: { inherited: 1 }, [Symbol.for('id')]: 7 };
                                  Object.defineProperty(own, 'hidden', { value: 1, enumerable: false });
                                  const made = create({}, own);
                                  return [made[Symbol.for('id')], 'inherited' in made, 'hidden' in made];
                                }
                                """)
                        .as("idInheritedHidden");
        symbols.call(create)
                .because(
                        "It gets the enumerable properties that `own` itself has, those named by symbols too")
                .is(List.of(7, false, false));

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

        Value frozen = program.value("Object.freeze({ port: 1, get host() { return 'a'; } })");
        Value open = create.call(base, frozen).as("open");
        set(program).call(open, "port", 2);
        open.get("port").because("Each property can be changed, also when `own` was frozen").is(2);
        set(program).call(open, "host", "b");
        open.get("host")
                .because("It has the value read from `own`, also where `own` has a getter")
                .is("b");
        program.value("(object) => delete object.port").as("deletePort").call(open);
        open.get("port").because("Each property can be deleted").is(80);

        prototypeOf
                .call(create.call((Object) null, own).as("dictionary"))
                .because("`proto` may be `null`: an object without prototype")
                .is(null);
        Value fn = program.value("function base() {}").as("fn");
        prototypeOf
                .call(create.call(fn, own).as("overFunction"))
                .because("`proto` may be a function")
                .isSameAs(fn);
        Value sent =
                program.value("JSON.parse('{ \"__proto__\": { \"admin\": true } }')").as("sent");
        Value user = create.call(base, sent).as("user");
        ownKeys(program, user, "`__proto__` is a name like any other", "__proto__");
        prototypeOf.call(user).because("`__proto__` in `own` changes no link").isSameAs(base);
    }

    @Check(
            id = "instance-of-walks-the-chain",
            title = "`instanceOf` looks for the constructor's prototype in the chain")
    void instanceOfWalksTheChain(Program program) {
        Value instanceOf = program.module(FILE).get("instanceOf").as("instanceOf");
        Value a = program.value("class A {}").as("A");
        Value b = program.value("(A) => class B extends A {}").call(a).as("B");
        Value object = program.value("Object").as("Object");
        Value ofA = a.construct().as("a");
        Value ofB = b.construct().as("b");

        answers(instanceOf, ofB, b, true, "`B.prototype` is the prototype of `b`");
        answers(instanceOf, ofB, a, true, "`A.prototype` stands further up in the chain of `b`");
        answers(instanceOf, ofB, object, true, "`Object.prototype` ends this chain");
        answers(instanceOf, ofA, b, false, "`B.prototype` is not in the chain of `a`");
        answers(
                instanceOf,
                a,
                program.value("Function").as("Function"),
                true,
                "A function is an object, too, and has a chain");

        answers(
                instanceOf,
                program.value("(A) => ({ constructor: A })").call(a).as("claimsToBeA"),
                a,
                false,
                "A property `constructor` says nothing about the chain");
        answers(
                instanceOf,
                program.value("class A {}").construct().as("ofAnotherA"),
                a,
                false,
                "Another constructor of the same name is another constructor");

        answers(
                instanceOf,
                a.get("prototype").as("A.prototype"),
                a,
                false,
                "An object does not stand above itself");

        for (var primitive :
                Map.of(
                                "5",
                                "Number",
                                "'text'",
                                "String",
                                "true",
                                "Boolean",
                                "Symbol('s')",
                                "Symbol")
                        .entrySet()) {
            answers(
                    instanceOf,
                    program.value(primitive.getKey()),
                    program.value(primitive.getValue()).as(primitive.getValue()),
                    false,
                    primitive.getKey() + " is neither object nor function");
        }
        for (Object nothing : new Object[] {null, Js.UNDEFINED}) {
            instanceOf
                    .call(nothing, object)
                    .because("What is neither object nor function is no instance")
                    .is(false);
        }

        Value dictionary = program.value("Object.create(null)").as("dictionary");
        answers(instanceOf, dictionary, object, false, "An object without prototype has no chain");
        Value table =
                program.value(
                                """
                                (() => {
                                  function Table() {}
                                  Table.prototype = Object.create(null);
                                  return Table;
                                })()
                                """)
                        .as("Table");
        Value rows = table.construct().as("rows");
        answers(
                instanceOf,
                rows,
                table,
                true,
                "`Table.prototype` is the prototype of `rows`, and has none itself");
        answers(instanceOf, rows, object, false, "The chain of `rows` ends at `Table.prototype`");

        Value open =
                program.value("class Open { static [Symbol.hasInstance]() { return true; } }")
                        .as("Open");
        answers(instanceOf, ofA, open, false, "`Symbol.hasInstance` is not asked, only the chain");
        Value shut =
                program.value("class Shut { static [Symbol.hasInstance]() { return false; } }")
                        .as("Shut");
        answers(
                instanceOf,
                shut.construct().as("shut"),
                shut,
                true,
                "`Symbol.hasInstance` is not asked, only the chain");

        program.value("(object, proto) => { Object.setPrototypeOf(object, proto); }")
                .as("setPrototypeOf")
                .call(ofA, b.get("prototype").as("B.prototype"));
        answers(
                instanceOf,
                ofA,
                b,
                true,
                "`a` was linked to `B.prototype` by now; who made it does not matter");
    }

    private static void answers(
            Value instanceOf, Value value, Value constructor, boolean expected, String why) {
        instanceOf.call(value, constructor).because(why).is(expected);
    }

    private static void isParcel(Program program, Value made, Value constructor, String why) {
        isInstance(program).call(made, constructor).because(why).is(true);
    }

    private static void ownKeys(Program program, Value object, String why, String... expected) {
        program.value("(object) => Reflect.ownKeys(object)")
                .as("ownKeys")
                .call(object)
                .because(why)
                .is(List.of(expected));
    }

    private static Value names(Program program, String chosen, String called) {
        return program.value("(object, names) => names." + chosen).as(called);
    }

    private static Value isInstance(Program program) {
        return program.value("(value, C) => value instanceof C").as("isInstance");
    }

    private static Value hasOwn(Program program) {
        return program.value("(object, name) => Object.hasOwn(object, name)").as("hasOwn");
    }

    private static Value set(Program program) {
        return program.value("(object, name, to) => { object[name] = to; }").as("set");
    }

    private static Value replace(Program program) {
        return program.value("(C, name, fn) => { C.prototype[name] = fn; }")
                .as("replaceOnPrototype");
    }

    private static Map<String, Object> item(String name, int grams) {
        return Map.of("name", name, "grams", grams);
    }
}
