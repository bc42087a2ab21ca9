package javascript.prototypes;

import dev.backwright.checks.Check;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;
import java.util.Map;

/// Looks at the links between objects and at what is found through them.
class PrototypesChecks {

    @Check(id = "parcels-keep-their-items", title = "each parcel keeps and weighs items of its own")
    void parcelsKeepTheirItems(Program program, Seed seed) {
        Value parcel = Post.of(program).parcel();
        int grams = seed.between(101, 899);
        Value lima = parcel.construct("Lima").as("lima");
        Value rome = parcel.construct("Rome").as("rome");

        lima.get("to").because("A parcel has `to`").is("Lima");
        lima.get("items").because("A new parcel has no items").is(List.of());
        weighs(lima, 0, "Without items a parcel weighs 0 g");
        lima.invoke("add", "oil", grams)
                .because("`add` returns the parcel it was called on")
                .isSameAs(lima);
        lima.invoke("add", "tea", 40);
        lima.get("items")
                .because("`add` puts `{ name, grams }` at the end of `items`")
                .is(List.of(item("oil", grams), item("tea", 40)));
        weighs(lima, grams + 40, "It weighs what all its items weigh");
        rome.get("to").is("Rome");
        rome.get("items")
                .because("Each parcel has an array of its own, and nothing was added to this one")
                .is(List.of());
        rome.invoke("add", "salt", 7).invoke("weight").is(7);
        weighs(lima, grams + 40, "Something was added to another parcel, not to this one");
    }

    @Check(id = "methods-are-shared", title = "parcels share their methods and carry no copies")
    void methodsAreShared(Program program) {
        Value parcel = Post.of(program).parcel();
        Mirror mirror = new Mirror(program);
        Value lima = parcel.construct("Lima").as("lima");
        Value names = program.value("['add', 'weight', 'label', 'fits']");
        mirror.ownMethods()
                .call(lima, names)
                .because("No parcel has a copy of a method")
                .is(List.of());
        mirror.missingMethods()
                .call(parcel.get("prototype").as("Parcel.prototype"), names)
                .because("`Parcel.prototype` has the methods")
                .is(List.of());
        mirror.replaceOnPrototype(parcel, "weight", "() => 123");
        weighs(
                lima,
                123,
                "A method replaced on `Parcel.prototype` is replaced for parcels made before");
    }

    @Check(
            id = "limit-is-shadowed",
            title = "all parcels share one `limit`, and each may have its own",
            needs = "parcels-keep-their-items")
    void limitIsShadowed(Program program, Seed seed) {
        Value parcel = Post.of(program).parcel();
        Mirror mirror = new Mirror(program);
        Value prototype = parcel.get("prototype").as("Parcel.prototype");
        Value lima = parcel.construct("Lima").as("lima");
        Value rome = parcel.construct("Rome").as("rome");
        int first = seed.between(200, 900);
        lima.invoke("add", "oil", first);
        lima.invoke("add", "tea", 2000 - first);
        rome.invoke("add", "rice", 2001);

        limit(lima, "lima", 2000, "`limit` is 2000");
        fits(lima, true, "A weight of 2000 g is not above 2000");
        fits(rome, false, "A weight of 2001 g is above 2000");
        mirror.hasOwn(lima, "limit")
                .because("`limit` stands on `Parcel.prototype` alone, not on each parcel")
                .is(false);
        prototype.get("limit").as("Parcel.prototype.limit").is(2000);

        mirror.set(rome, "limit", 2001);
        fits(rome, true, "This parcel has a `limit` of its own now, 2001");
        limit(lima, "lima", 2000, "Another parcel got a `limit` of its own, this one did not");
        mirror.set(prototype, "limit", 1999);
        fits(
                lima,
                false,
                "`limit` was set to 1999 on `Parcel.prototype`, for parcels made before too");
        fits(rome, true, "A parcel with a `limit` of its own, 2001, does not mind the shared one");
        program.value("(object) => delete object.limit").as("deleteLimit").call(rome);
        limit(rome, "rome", 1999, "Its own `limit` was deleted, so it finds the shared one again");
    }

    @Check(
            id = "cold-parcels-are-parcels",
            title = "cold parcels are parcels, with a label of their own",
            needs = "parcels-keep-their-items")
    void coldParcelsAreParcels(Program program, Seed seed) {
        Post post = Post.of(program);
        Mirror mirror = new Mirror(program);
        Value parcel = post.parcel();
        Value coldParcel = post.coldParcel();
        int degrees = seed.between(3, 9);
        int grams = seed.between(101, 899);
        Value oslo = coldParcel.construct("Oslo", degrees).as("oslo");
        Value kyiv = coldParcel.construct("Kyiv", 0).as("kyiv");

        program.value("(C) => Object.getPrototypeOf(C.prototype)")
                .as("thePrototypeOfItsPrototype")
                .call(coldParcel)
                .because("The prototype of `ColdParcel.prototype` is `Parcel.prototype`")
                .isSameAs(parcel.get("prototype").as("Parcel.prototype"));
        mirror.isInstance(oslo, coldParcel, "A cold parcel is a ColdParcel");
        oslo.get("to")
                .because("What `Parcel` does for each parcel, it does for a cold one")
                .is("Oslo");
        oslo.get("degrees").because("A cold parcel also has `degrees`").is(degrees);
        oslo.invoke("add", "fish", grams).isSameAs(oslo);
        kyiv.get("items").because("Each cold parcel has an array of its own, too").is(List.of());

        Value lima = parcel.construct("Lima").as("lima");
        label(lima, "Lima: 0 g", "A parcel that is not cold has a label without degrees");
        label(
                oslo,
                "Oslo: " + grams + " g, below " + degrees + " °C",
                "A cold parcel says what `label` of `Parcel.prototype` gives for it, and its degrees");
        label(kyiv, "Kyiv: 0 g, below 0 °C", "0 degrees are degrees too");

        mirror.ownMethods()
                .call(
                        coldParcel.get("prototype").as("ColdParcel.prototype"),
                        program.value("['add', 'weight', 'fits', 'limit']"))
                .because("What cold parcels have in common with all parcels is not copied")
                .is(List.of());
        asksWhatIsThereByThen(mirror, parcel, oslo, "to Oslo, below " + degrees + " °C");
    }

    @Check(
            id = "constructor-tells-the-maker",
            title = "each parcel finds its maker as `constructor`",
            needs = "cold-parcels-are-parcels")
    void constructorTellsTheMaker(Program program) {
        Post post = Post.of(program);
        Mirror mirror = new Mirror(program);
        Value parcel = post.parcel();
        Value coldParcel = post.coldParcel();
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
            mirror.hasOwn(each, "constructor")
                    .because("`constructor` stands on the prototype, not on each parcel")
                    .is(false);
            mirror.keysByForIn(each)
                    .because("`for…in` over a parcel does not come by `constructor`")
                    .lacks("constructor");
        }
    }

    @Check(
            id = "works-without-new",
            title = "`Parcel` and `ColdParcel` make parcels without `new`, too",
            needs = "cold-parcels-are-parcels")
    void worksWithoutNew(Program program) {
        Post post = Post.of(program);
        Mirror mirror = new Mirror(program);
        Value parcel = post.parcel();
        Value coldParcel = post.coldParcel();

        Value lima = parcel.call("Lima").as("lima");
        mirror.isInstance(lima, parcel, "`Parcel('Lima')` makes a parcel as `new` does");
        lima.get("to").is("Lima");
        lima.get("items").is(List.of());
        parcel.call("Rome").because("Each call makes a new parcel").isNotSameAs(lima);
        lima.get("to").because("Another parcel was made, this one stays as it was").is("Lima");

        Value oslo = coldParcel.call("Oslo", 8).as("oslo");
        mirror.isInstance(oslo, coldParcel, "`ColdParcel('Oslo', 8)` makes a cold parcel");
        oslo.get("to").is("Oslo");
        oslo.get("degrees").because("All arguments count without `new`, too").is(8);
        oslo.get("items").is(List.of());

        Value shop = program.value("({ name: 'shop' })").as("shop");
        mirror.isInstance(
                parcel.callOn(shop, "Bonn").as("bonn"),
                parcel,
                "`shop.Parcel('Bonn')` makes a parcel as `new` does");
        mirror.isInstance(
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
        Post post = Post.of(program);
        Mirror mirror = new Mirror(program);
        int box = seed.between(100, 900);
        Value crate = post.crate(box);
        Value lima = crate.construct("Lima").as("crate");
        mirror.isInstance(lima, crate, "`new Crate('Lima')` is a `Crate`");
        lima.get("to").as("crate.to").is("Lima");
        lima.invoke("add", "oil", 2000 - box);
        label(
                lima,
                "Lima: 2000 g",
                "A crate weighs more by " + box + " g, and `label` asks `this.weight()`");
        fits(lima, true, "It weighs 2000 g with its box");
        lima.invoke("add", "tea", 1);
        fits(lima, false, "It weighs 2001 g with its box, and `fits` asks `this.weight()`");

        Value vaccine = post.vaccine();
        Value oslo = vaccine.construct("Oslo").as("vaccine");
        mirror.isInstance(oslo, vaccine, "`new Vaccine('Oslo')` is a `Vaccine`");
        oslo.invoke("add", "doses", 90);
        label(
                oslo,
                "Oslo: 90 g, below -70 °C",
                "A vaccine is a cold parcel, labelled once as each of them is");
    }

    @Check(
            id = "create-links-and-defines",
            title = "`create` links to `proto` and defines the properties of `own`")
    void createLinksAndDefines(Program program) {
        Creation creation = Creation.in(program);
        creation.linksAndDefines();
        creation.takesWhatIsEnumerableAndItsOwn();
        creation.definesWhereAssigningWouldFail();
        creation.makesPropertiesThatCanBeChanged();
        creation.linksToNullAndToFunctions();
        creation.takesProtoForANameLikeAnyOther();
    }

    @Check(
            id = "instance-of-walks-the-chain",
            title = "`instanceOf` looks for the constructor's prototype in the chain")
    void instanceOfWalksTheChain(Program program) {
        Chain chain = Chain.in(program);
        Value a = program.value("class A {}").as("A");
        Value b = program.value("(A) => class B extends A {}").call(a).as("B");
        Value object = program.value("Object").as("Object");
        Value ofA = a.construct().as("a");
        Value ofB = b.construct().as("b");

        chain.reaches(ofB, b, "`B.prototype` is the prototype of `b`");
        chain.reaches(ofB, a, "`A.prototype` stands further up in the chain of `b`");
        chain.reaches(ofB, object, "`Object.prototype` ends this chain");
        chain.misses(ofA, b, "`B.prototype` is not in the chain of `a`");
        Value function = program.value("Function").as("Function");
        chain.reaches(a, function, "A function is an object, too, and has a chain");
        Value claim = program.value("(A) => ({ constructor: A })").call(a).as("claimsToBeA");
        chain.misses(claim, a, "A property `constructor` says nothing about the chain");
        Value namesake = program.value("class A {}").construct().as("ofAnotherA");
        chain.misses(namesake, a, "Another constructor of the same name is another constructor");
        Value prototype = a.get("prototype").as("A.prototype");
        chain.misses(prototype, a, "An object does not stand above itself");

        chain.missesForPrimitives();
        chain.missesForNothing(object);
        chain.endsBeforeObject(object);
        chain.asksNoConstructor(ofA);

        program.value("(object, proto) => { Object.setPrototypeOf(object, proto); }")
                .as("setPrototypeOf")
                .call(ofA, b.get("prototype").as("B.prototype"));
        chain.reaches(
                ofA, b, "`a` was linked to `B.prototype` by now; who made it does not matter");
    }

    /// Holds when a cold parcel finds what was replaced for all parcels.
    private static void asksWhatIsThereByThen(
            Mirror mirror, Value parcel, Value cold, String label) {
        mirror.replaceOnPrototype(parcel, "fits", "() => 'replaced'");
        fits(
                cold,
                "replaced",
                "What is replaced on `Parcel.prototype` is replaced for cold parcels too");
        mirror.replaceOnPrototype(parcel, "label", "function () { return `to ${this?.to}`; }");
        label(
                cold,
                label,
                "`label` was replaced on `Parcel.prototype`, and a cold parcel asks the one that is there by then, as itself");
    }

    private static void weighs(Value parcel, int grams, String why) {
        parcel.invoke("weight").because(why).is(grams);
    }

    private static void fits(Value parcel, Object expected, String why) {
        parcel.invoke("fits").because(why).is(expected);
    }

    private static void label(Value parcel, String expected, String why) {
        parcel.invoke("label").because(why).is(expected);
    }

    private static void limit(Value parcel, String name, int expected, String why) {
        parcel.get("limit").as(name + ".limit").because(why).is(expected);
    }

    private static Map<String, Object> item(String name, int grams) {
        return Map.of("name", name, "grams", grams);
    }
}
