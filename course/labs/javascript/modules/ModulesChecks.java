package javascript.modules;

import dev.backwright.checks.Check;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;

/// Uses the library as its users do, by its name. `users/door.cjs` imports and requires for the checks.
class ModulesChecks {

    private static final String NAME = "logbook";
    private static final String FORMAT = "logbook/format";
    private static final String REFUSED = "ERR_PACKAGE_PATH_NOT_EXPORTED";

    @Check(
            id = "offered-both-ways",
            title = "`logbook` can be imported and required, with the same five names")
    void offeredBothWays(Program program) {
        Value door = program.module("users/door.cjs");
        fiveNames(imported(door, NAME).as("imported"), "`import('logbook')`");
        fiveNames(required(door, NAME).as("required"), "`require('logbook')`");
        program.module("users/service.js").get("seen").isA("function");
    }

    @Check(
            id = "one-instance",
            title = "whoever imports and whoever requires share one book",
            needs = "offered-both-ways")
    void oneInstance(Program program) {
        Value door = program.module("users/door.cjs");
        Value required = required(door, NAME).as("required");
        Value tea = required.invoke("add", "tea").as("tea");
        Value imported = imported(door, NAME).as("imported");
        Value fire = imported.invoke("add", "!fire").as("fire");

        Value seen = imported.invoke("entries").as("entries");
        seen.get("length")
                .because("One entry was added after `require`, one after `import`: both see both")
                .is(2);
        seen.get("0").because("It is the very entry that `require`'s `add` gave").isSameAs(tea);
        Value other = required.invoke("entries").as("entries");
        other.get("length").because("What `import`'s `add` keeps, `require`'s sees").is(2);
        other.get("1").because("It is the very entry that `import`'s `add` gave").isSameAs(fire);
        for (String name : List.of("Entry", "Alarm")) {
            required.get(name)
                    .because("There is one class `" + name + "`, or `instanceof` fails for half")
                    .isSameAs(imported.get(name));
        }
        seen.invoke("pop");
        imported.invoke("entries")
                .get("length")
                .because("`entries()` gives an array of the caller's own")
                .is(2);
    }

    @Check(
            id = "size-is-live",
            title = "`size` is the number of entries now, for every user",
            needs = "offered-both-ways")
    void sizeIsLive(Program program, Seed seed) {
        Value service = program.module("users/service.js");
        Value door = program.module("users/door.cjs");
        Value imported = imported(door, NAME).as("imported");
        Value required = required(door, NAME).as("required");
        sizes(service, imported, required, 0, "Nothing has been added yet");
        service.invoke("add", "tea");
        sizes(service, imported, required, 1, "One entry was added, by `import`'s `add`");
        required.invoke("add", "!fire");
        sizes(service, imported, required, 2, "One more was added, by `require`'s `add`");
        int more = seed.between(2, 5);
        for (int i = 0; i < more; i++) {
            imported.invoke("add", "more");
        }
        sizes(service, imported, required, 2 + more, more + " more were added");
    }

    @Check(
            id = "format-is-the-function",
            title = "`logbook/format` is the function itself for those who require it")
    void formatIsTheFunction(Program program) {
        Value door = program.module("users/door.cjs");
        Value imported = imported(door, FORMAT).as("importedFormat");
        Value format = imported.get("default").as("format");
        format.because("`import format from 'logbook/format'` gives a function").isA("function");
        Value required = required(door, FORMAT).as("requiredFormat");
        required.because("`require('logbook/format')` gives the function, not an object around it")
                .isA("function");
        required.because("It is the function that `import` gives as default").isSameAs(format);

        Value book = imported(door, NAME).as("imported");
        required.call(book.invoke("add", "!fire").as("fire"))
                .because("`format` puts the mark of settings.json before an alarm")
                .is("*** fire");
        format.call(book.invoke("add", "tea").as("tea"))
                .because("`format` gives the text of any other entry")
                .is("tea");
    }

    @Check(
            id = "settings-from-anywhere",
            title = "`format` finds its settings wherever the process works")
    void settingsFromAnywhere(Program program) {
        Program.Run far = program.run("users/far.js");
        far.exit()
                .because("users/far.js works in the folder users/, and has to end well there too")
                .is(0);
        far.out()
                .because("users/far.js prints an alarm with the mark of settings.json")
                .is("*** fire\ntea\n");
    }

    @Check(
            id = "three-names-only",
            title = "`package.json` offers three names and keeps all other files inside")
    void threeNamesOnly(Program program) {
        Value door = program.module("users/door.cjs");
        Value own = required(door, "logbook/package.json").as("manifest");
        own.get("name").because("`logbook/package.json` is package.json itself").is("logbook");
        Value tries =
                program.value(
                                """
                                async (load, name) => {
                                  try {
                                    await load(name);
                                    return 'it loads';
                                  } catch (error) {
                                    return error.code;
                                  }
                                }
                                """)
                        .as("tried");
        for (String inner :
                List.of(
                        "book.js",
                        "book",
                        "index.js",
                        "index.cjs",
                        "index",
                        "format.js",
                        "entry.js",
                        "alarm",
                        "settings.json",
                        "users/door.cjs",
                        "package")) {
            refuses(tries, door, "logbook/" + inner);
        }
    }

    @Check(
            id = "either-file-first",
            title = "entry.js and alarm.js can each be the first file that is loaded")
    void eitherFileFirst(Program program) {
        for (String file : List.of("alarm.js", "entry.js")) {
            program.run("users/first.js", file)
                    .exit()
                    .because(file + " has to load when nothing else of the library has been loaded")
                    .is(0);
        }
        Value entry = program.module("entry.js");
        Value read = entry.get("read").as("read");
        Value fire = read.call("!fire").as("fire");
        fire.get("text")
                .because(
                        "`read` makes an alarm of what follows the `!`, also when only entry.js is"
                                + " imported")
                .is("fire");
        fire.invoke("line").because("An alarm's `line()` has its `!` again").is("!fire");
        Value tea = read.call("tea!").as("tea");
        tea.get("text").because("A `!` elsewhere makes no alarm").is("tea!");
        tea.invoke("line").is("tea!");
        read.call("!!").get("text").because("Only the first `!` is the sign").is("!");

        Value alarm = program.module("alarm.js").get("Alarm").as("Alarm");
        Value is = program.value("(a, b) => a instanceof b").as("isInstance");
        is.call(fire, alarm).because("`read` makes an `Alarm` of alarm.js").is(true);
        is.call(tea, alarm).because("A line without `!` is no alarm").is(false);
        is.call(tea, entry.get("Entry")).because("`read` makes an `Entry` of entry.js").is(true);
        is.call(alarm.construct("fire"), entry.get("Entry"))
                .because("An alarm of alarm.js is an `Entry` of entry.js too")
                .is(true);
    }

    private static Value imported(Value door, String name) {
        return door.get("imports").as("import").call(name).awaited();
    }

    private static Value required(Value door, String name) {
        return door.get("requires").as("require").call(name);
    }

    private static void fiveNames(Value library, String how) {
        for (String name : List.of("Alarm", "Entry", "add", "entries")) {
            library.get(name).because(how + " gives `" + name + "`").isA("function");
        }
        library.get("size").because(how + " gives the number `size`").isA("number");
        Value entry = library.invoke("add", "tea").as("entry");
        entry.get("text").because("`add` gives the entry it has read").is("tea");
    }

    private static void sizes(Value service, Value imported, Value required, int size, String why) {
        service.get("seen").as("size as users/service.js imports it").call().because(why).is(size);
        imported.get("size").because(why).is(size);
        required.get("size").because(why).is(size);
    }

    private static void refuses(Value tries, Value door, String name) {
        String why = "`" + name + "` is none of the three names, so Node has to refuse it";
        for (String way : List.of("requires", "imports")) {
            tries.call(door.get(way).as(way), name).awaited().because(why).is(REFUSED);
        }
    }
}
