package node.configuration;

import dev.backwright.checks.Check;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;
import java.util.Map;

class ConfigurationChecks {

    private static final String PW = "s3cr^t|pw";

    @Check(
            id = "environment-before-file",
            title = "takes each value from the environment, else from `.env`, else the default")
    void environmentBeforeFile(Program program, Seed seed) {
        Shop shop = new Shop(program);
        String port = "" + seed.between(4000, 4999);
        Value all = shop.tool("all").as("all");
        all.call(shop.load(Map.of(), "none.env"))
                .because("What is set nowhere has its default, and a missing file is no error")
                .is(
                        List.of(
                                "HOST string 127.0.0.1",
                                "PORT number 3000",
                                "TRUST_PROXY boolean false",
                                "DATABASE_URL string " + Shop.URL,
                                "SESSION_SECRET string " + Shop.SECRET,
                                "LOG_LEVEL string info",
                                "SAMPLE_RATE number 1"));

        shop.tool("write")
                .call(
                        "one.env",
                        """
                        # for this machine only
                        HOST=0.0.0.0
                        PORT=5000
                        LOG_LEVEL="warn" # not so loud
                        TRUST_PROXY=true
                        SAMPLE_RATE=0.5
                        SESSION_SECRET='one = two # and more, 32 letters'
                        UNKNOWN=x\r
                        """);
        Map<String, String> some =
                Map.of(
                        "PORT", port,
                        "TRUST_PROXY", "false",
                        "SAMPLE_RATE", "0",
                        "HOST", "",
                        "SESSION_SECRET", "");
        all.call(shop.load(some, "one.env"))
                .because(
                        "The environment goes before the file, and what is empty counts as not set")
                .is(
                        List.of(
                                "HOST string 0.0.0.0",
                                "PORT number " + port,
                                "TRUST_PROXY boolean false",
                                "DATABASE_URL string " + Shop.URL,
                                "SESSION_SECRET string one = two # and more, 32 letters",
                                "LOG_LEVEL string warn",
                                "SAMPLE_RATE number 0"));
        shop.tool("write").call("one.env", "HOST=\nPORT=\nLOG_LEVEL=error\n");
        all.call(shop.load(Map.of(), "one.env"))
                .because("Each call reads the file anew, and what is empty there is not set either")
                .is(
                        List.of(
                                "HOST string 127.0.0.1",
                                "PORT number 3000",
                                "TRUST_PROXY boolean false",
                                "DATABASE_URL string " + Shop.URL,
                                "SESSION_SECRET string " + Shop.SECRET,
                                "LOG_LEVEL string error",
                                "SAMPLE_RATE number 1"));

        shop.tool("envAfter")
                .call(Map.of("DATABASE_URL", Shop.URL, "SESSION_SECRET", Shop.SECRET), "one.env")
                .because("`loadConfig` changes neither `env` nor `process.env`")
                .is(List.of("DATABASE_URL", "SESSION_SECRET"));
        shop.tool("refusal")
                .call(Map.of("DATABASE_URL", Shop.URL, "SESSION_SECRET", Shop.SECRET), ".")
                .because("A file that is there and cannot be read is an error of the file system")
                .contains("EISDIR");
    }

    @Check(id = "reads-numbers", title = "reads numbers, and takes nothing else for one")
    void readsNumbers(Program program, Seed seed) {
        Shop shop = new Shop(program);
        int port = seed.between(1025, 65_000);
        shop.value("PORT", "" + port).because("`PORT` is a number in the config").is(port);
        for (int edge : List.of(1, 65_535)) {
            shop.outcome("PORT", "" + edge)
                    .because("`PORT` takes whole numbers from 1 to 65535")
                    .is("taken as " + edge);
        }
        for (String odd :
                List.of("0", "65536", "80abc", "80.5", "0x50", "8e3", "-1", "8 0", " ", "http")) {
            shop.outcome("PORT", odd)
                    .because("`PORT` takes whole numbers from 1 to 65535, decimal digits only")
                    .is("refused");
        }
        for (String good : List.of("0", "0.25", "1")) {
            shop.value("SAMPLE_RATE", good)
                    .because("`SAMPLE_RATE` takes numbers from 0 to 1")
                    .is(Double.valueOf(good));
        }
        for (String odd :
                List.of("1.01", "1.5", "-0.5", "50%", "1e-1", "0,5", "0.5.1", " ", "NaN", "0x1")) {
            shop.outcome("SAMPLE_RATE", odd)
                    .because(
                            "`SAMPLE_RATE` takes numbers from 0 to 1, digits with a point and digits at most")
                    .is("refused");
        }
    }

    @Check(
            id = "reads-words",
            title = "knows `true`, `false` and the levels, and takes no other word for one")
    void readsWords(Program program) {
        Shop shop = new Shop(program);
        shop.value("TRUST_PROXY", "true").is(true);
        shop.value("TRUST_PROXY", "false").because("The word `false` is not true").is(false);
        for (String odd :
                List.of("0", "1", "no", "yes", "True", "FALSE", "false ", "constructor")) {
            shop.outcome("TRUST_PROXY", odd)
                    .because("`TRUST_PROXY` takes `true` or `false` and nothing else")
                    .is("refused");
        }
        for (String level : List.of("debug", "info", "warn", "error")) {
            shop.value("LOG_LEVEL", level).is(level);
        }
        for (String odd : List.of("INFO", "information", "warning", "loud", "toString", "0", " ")) {
            shop.outcome("LOG_LEVEL", odd)
                    .because("`LOG_LEVEL` takes `debug`, `info`, `warn` or `error`")
                    .is("refused");
        }
    }

    @Check(
            id = "asks-for-its-secrets",
            title = "asks for both secrets, and reveals them exactly as they were set")
    void asksForItsSecrets(Program program, Seed seed) {
        Shop shop = new Shop(program);
        for (String url :
                List.of(Shop.URL, "postgresql://db" + seed.between(1, 99) + ".example/shop")) {
            shop.value("DATABASE_URL", url)
                    .because("`reveal()` gives the text as it was set")
                    .is(url);
        }
        for (String odd :
                List.of("mysql://db.example/shop", "db.example:5432/shop", "postgres", "//db/x")) {
            shop.outcome("DATABASE_URL", odd)
                    .because("`DATABASE_URL` takes a URL with `postgres:` or `postgresql:`")
                    .is("refused");
        }
        String exactly = "'\" é$%s ".formatted("x".repeat(25)) + seed.between(0, 9);
        shop.value("SESSION_SECRET", exactly)
                .because("`SESSION_SECRET` takes 32 characters, whatever they are")
                .is(exactly);
        shop.outcome("SESSION_SECRET", "x".repeat(31))
                .because("`SESSION_SECRET` takes no less than 32 characters")
                .is("refused");
    }

    @Check(
            id = "names-all-that-is-wrong",
            title = "fails with one error that names all that is missing or wrong")
    void namesAllThatIsWrong(Program program) {
        Shop shop = new Shop(program);
        Map<String, String> bad =
                Map.of(
                        "HOST", "localhost",
                        "PORT", "many",
                        "TRUST_PROXY", "perhaps",
                        "SESSION_SECRET", "short",
                        "LOG_LEVEL", "loud",
                        "SAMPLE_RATE", "lots");
        shop.tool("refusal")
                .call(bad)
                .because("What is wrong or missing ends in a `ConfigError`")
                .is("ConfigError");
        shop.tool("problems")
                .call(bad)
                .because("`problems` has all that is wrong or missing, in the order of the table")
                .is(
                        List.of(
                                "PORT wrong",
                                "TRUST_PROXY wrong",
                                "DATABASE_URL missing",
                                "SESSION_SECRET wrong",
                                "LOG_LEVEL wrong",
                                "SAMPLE_RATE wrong"));
        shop.tool("unnamed")
                .call(
                        bad,
                        "PORT",
                        "TRUST_PROXY",
                        "DATABASE_URL",
                        "SESSION_SECRET",
                        "LOG_LEVEL",
                        "SAMPLE_RATE")
                .because("The message names each of them")
                .is(List.of());
        shop.tool("problems")
                .call(Map.of("DATABASE_URL", "", "PORT", ""))
                .because("What is empty counts as not set: missing where there is no default")
                .is(List.of("DATABASE_URL missing", "SESSION_SECRET missing"));
        shop.tool("write").call("two.env", "LOG_LEVEL=loud\nDATABASE_URL=" + Shop.URL + "\n");
        shop.tool("problems")
                .call(Map.of("SAMPLE_RATE", "lots"), "two.env")
                .because("A value of the file can be wrong too")
                .is(List.of("SESSION_SECRET missing", "LOG_LEVEL wrong", "SAMPLE_RATE wrong"));
    }

    @Check(id = "cannot-be-changed", title = "gives a config that nobody can change")
    void cannotBeChanged(Program program) {
        Shop shop = new Shop(program);
        shop.tool("notFrozen")
                .call(shop.load())
                .because("The config, its groups and its secrets are frozen")
                .is(List.of());
    }

    @Check(id = "secrets-are-not-shown", title = "shows no secret, however the config is printed")
    void secretsAreNotShown(Program program) {
        Shop shop = new Shop(program);
        Value config = shop.load();
        shop.value("DATABASE_URL", Shop.URL).is(Shop.URL);
        shop.leaks(config, PW, Shop.SECRET)
                .because("Neither the URL nor the secret may show in anything printed")
                .is(List.of());
        for (String how : List.of("inspect", "JSON")) {
            shop.printed(how, config)
                    .because("Where a secret is, `[secret]` is printed")
                    .matches("url\"?: ?['\"]?\\[secret][\\s\\S]*secret\"?: ?['\"]?\\[secret]");
        }
        program.value("(config) => `${config.database.url} ${config.session.secret}`")
                .as("inAText")
                .call(config)
                .because("As a text a secret is `[secret]`")
                .is("[secret] [secret]");
    }

    @Check(id = "errors-show-no-secret", title = "shows no secret in its errors either")
    void errorsShowNoSecret(Program program) {
        Shop shop = new Shop(program);
        Map<String, String> wrongPort =
                Map.of("DATABASE_URL", Shop.URL, "SESSION_SECRET", Shop.SECRET, "PORT", "many");
        shop.tool("refusal")
                .call(wrongPort)
                .because("A wrong `PORT` ends in a `ConfigError`")
                .is("ConfigError");
        shop.errorLeaks(wrongPort, PW, Shop.SECRET)
                .because("An error about `PORT` shows neither secret")
                .is(List.of());
        for (String url :
                List.of("mysql://shop:hunter-2@db/shop", "postgres//shop:hunter-2@db/shop")) {
            Map<String, String> wrongUrl =
                    Map.of("DATABASE_URL", url, "SESSION_SECRET", Shop.SECRET);
            shop.tool("refusal")
                    .call(wrongUrl)
                    .because("A wrong `DATABASE_URL` ends in a `ConfigError`")
                    .is("ConfigError");
            shop.errorLeaks(wrongUrl, "hunter-2", Shop.SECRET)
                    .because("A `DATABASE_URL` that is wrong is secret all the same")
                    .is(List.of());
        }
        Map<String, String> tooShort =
                Map.of("DATABASE_URL", Shop.URL, "SESSION_SECRET", "swordfish-1");
        shop.tool("refusal")
                .call(tooShort)
                .because("A `SESSION_SECRET` that is too short ends in a `ConfigError`")
                .is("ConfigError");
        shop.errorLeaks(tooShort, PW, "swordfish-1")
                .because("A `SESSION_SECRET` that is too short is secret all the same")
                .is(List.of());
    }

    @Check(
            id = "starts-or-says-why",
            title = "starts with a good environment, and with another says why it does not")
    void startsOrSaysWhy(Program program, Seed seed) {
        int port = seed.between(4000, 4999);
        Program.Command main = program.command("main.js").without(".env");
        Program.Command good =
                main.env("SESSION_SECRET", Shop.SECRET).file(".env", "DATABASE_URL=" + Shop.URL);
        Program.Run run = good.env("PORT", "" + port).run();
        run.exit().because("With a good environment `main.js` starts").is(0);
        run.out()
                .because("`start` gets what `loadConfig` gives")
                .matches("(^|\\n)shop on 127\\.0\\.0\\.1:" + port + "\\n");
        main.env("SESSION_SECRET", Shop.SECRET)
                .env("DATABASE_URL", Shop.URL)
                .run()
                .exit()
                .because("Without a file `.env` it starts, too")
                .is(0);

        Program.Run wrong = good.env("PORT", "many").env("LOG_LEVEL", "loud").run();
        wrong.exit().because("A wrong environment ends in exit code 78").is(78);
        wrong.out().because("Nothing is started, so nothing is said on standard output").is("");
        for (String name : List.of("PORT", "LOG_LEVEL")) {
            wrong.err().because("Standard error names all that is wrong").contains(name);
        }
        wrong.err().because("The message is for an operator: no stack").lacks("    at ");
        Program.Run odd = main.file(".env/odd", "").run();
        odd.exit().because("An error that is no `ConfigError` ends the program as Node does").is(1);
        odd.err().because("It ends the program with that error").contains("EISDIR");
    }
}
