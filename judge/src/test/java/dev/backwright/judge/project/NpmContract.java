package dev.backwright.judge.project;

import static dev.backwright.judge.project.Projects.unmet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Real npm and Yarn against our registry.
interface NpmContract extends Projects {

    String UNITS = "{\"name\": \"units\", \"version\": \"%s\", \"main\": \"index.js\"}";

    private static Open withUnits(Open open) {
        for (String version : List.of("1.0.0", "1.2.0", "2.0.0")) {
            open.registry()
                    .given(
                            UNITS.formatted(version),
                            Map.of("index.js", "module.exports = '" + version + "';"));
        }
        open.registry()
                .given("next", UNITS.formatted("3.0.0-rc.1"), Map.of("index.js", ""))
                .given(
                        "{\"name\": \"@shop/cart\", \"version\": \"0.1.0\", \"dependencies\":"
                                + " {\"units\": \"^1.0.0\"}, \"bin\": {\"cart\": \"cli.js\"},"
                                + " \"scripts\": {\"postinstall\": \"node -e"
                                + " \\\"fs.writeFileSync('built', 'x')\\\"\"}}",
                        Map.of(
                                "index.js",
                                "module.exports = require('units');",
                                "cli.js",
                                "#!/usr/bin/env node\nconsole.log('cart', require('units'));"));
        return open;
    }

    @Test
    default void npmInstallsWhatARangeAdmitsAndWritesALockFile() {
        try (var open =
                withUnits(
                        open(
                                "package.json",
                                "{\"name\": \"app\", \"dependencies\": {\"@shop/cart\":"
                                        + " \"0.1.0\"}}"))) {
            var project = open.project();
            project.run("npm", "install").exit().is(0);
            project.run("node", "-p", "require('@shop/cart')").out().is("1.2.0\n");
            project.run("npm", "exec", "cart").out().is("cart 1.2.0\n");
            project.file("node_modules/@shop/cart/built").is("x");
            project.json("package-lock.json", "packages", "node_modules/units", "version")
                    .is("1.2.0");
            project.run("npm", "ci").exit().is(0);
            open.registry().requests("tgz").contains("GET /@shop/cart/-/cart-0.1.0.tgz");
            open.registry().requests("^GET /units$").isPresent();
        }
    }

    @Test
    default void aLockFileThatIsStaleIsRefused() {
        try (var open =
                withUnits(
                        open(
                                "package.json",
                                "{\"name\": \"app\", \"dependencies\": {\"units\":"
                                        + " \"^1.0.0\"}}"))) {
            var project = open.project();
            project.run("npm", "install").exit().is(0);
            project.lay(
                    "package.json",
                    "{\"name\": \"app\", \"dependencies\": {\"units\": \"^2.0.0\"}}");
            var stale = project.run("npm", "ci");
            stale.exit().is(1);
            stale.err().contains("EUSAGE");
            String told = String.valueOf(unmet(() -> stale.exit().is(0)).getMessage());
            assertTrue(told.startsWith("exit code of npm ci: expected 0; seen 1 (EUSAGE: "), told);
        }
    }

    @Test
    default void aLockFileFromElsewhereHoldsByItsDigests() {
        String lock;
        try (var open =
                withUnits(
                        open(
                                "package.json",
                                "{\"name\": \"app\", \"version\": \"1.0.0\", \"dependencies\":"
                                        + " {\"units\": \"^1.0.0\"}}"))) {
            open.project().run("npm", "install", "--package-lock-only").exit().is(0);
            lock = open.project().file("package-lock.json").text();
        }
        String manifest =
                "{\"name\": \"app\", \"version\": \"1.0.0\", \"dependencies\": {\"units\":"
                        + " \"^1.0.0\"}}";
        try (var open = withUnits(open("package.json", manifest, "package-lock.json", lock))) {
            open.project().run("npm", "ci").exit().is(0);
            open.project().run("node", "-p", "require('units')").out().is("1.2.0\n");
        }
        try (var open = open("package.json", manifest, "package-lock.json", lock)) {
            open.registry().given(UNITS.formatted("1.2.0"), Map.of("index.js", "other"));
            var other = open.project().run("npm", "ci");
            other.exit().isNot(0);
            other.err().contains("EINTEGRITY");
        }
    }

    @Test
    default void yarnInstallsFromItToo() {
        try (var open =
                withUnits(
                        open(
                                "package.json",
                                "{\"name\": \"app\", \"dependencies\": {\"@shop/cart\": \"^0.1.0\","
                                        + " \"units\": \"next\"}}"))) {
            var project = open.project();
            project.run("yarn", "install", "--no-progress").exit().is(0);
            project.run("node", "-p", "require('@shop/cart')").out().is("1.2.0\n");
            project.json("node_modules/units/package.json", "version").is("3.0.0-rc.1");
            project.run("yarn", "install", "--frozen-lockfile").exit().is(0);
            project.run("yarn", "run", "--silent", "cart").out().is("cart 1.2.0\n");
        }
    }

    @Test
    default void scriptsGetTheirArgumentsAndTheirPreAndPost() {
        String manifest =
                """
                {"name": "app", "version": "1.0.0", "scripts": {
                  "prereport": "echo before",
                  "report": "node -p \\"process.argv.slice(1).join()\\" --",
                  "postreport": "echo after"}}
                """;
        try (var open = open("package.json", manifest)) {
            assertEquals(
                    List.of("before", "--short,x", "after"),
                    open.project().run("npm", "run", "-s", "report", "--", "--short", "x").lines());
        }
    }

    @Test
    default void whatIsPublishedCanBeLookedAt() {
        String manifest =
                """
                {"name": "@shop/cart", "version": "1.0.0", "files": ["index.js"],
                 "exports": {".": "./index.js", "./package.json": "./package.json"}}
                """;
        try (var open =
                open(
                        "package.json", manifest,
                        "index.js", "export const a = 1;",
                        "secret.txt", "x",
                        ".npmrc", "a=b",
                        "README.md", "read me")) {
            var project = open.project();
            var registry = open.registry();
            project.run("npm", "publish").exit().is(0);
            registry.versions("@shop/cart").is(List.of("1.0.0"));
            registry.tag("@shop/cart", "latest").is("1.0.0");
            registry.tag("@shop/cart", "next").isAbsent();
            var published = registry.published("@shop/cart", "1.0.0");
            published.files().is(List.of("README.md", "index.js", "package.json"));
            published.file("index.js").is("export const a = 1;");
            published.file("secret.txt").isAbsent();
            published.manifest("exports", ".").is("./index.js");
            published.manifest("main").isAbsent();
            var again = project.run("npm", "publish");
            again.exit().isNot(0);
            again.err().contains("previously published");
            assertEquals(
                    "published versions of @shop/cart: expected 1.0.1 among them; seen [1.0.0]",
                    unmet(() -> registry.published("@shop/cart", "1.0.1")).getMessage());
            registry.requests("^PUT").is(List.of("PUT /@shop/cart"));
        }
    }

    @Test
    default void tagsDeprecationsAndViewsWork() {
        try (var open =
                withUnits(open("package.json", "{\"name\": \"units\", \"version\": \"1.3.0\"}"))) {
            var project = open.project();
            var registry = open.registry();
            project.run("npm", "publish", "--tag", "v1-line").exit().is(0);
            registry.tag("units", "latest").is("2.0.0");
            project.run("npm", "dist-tag", "add", "units@1.3.0", "stable").exit().is(0);
            registry.tag("units", "stable").is("1.3.0");
            project.run("npm", "dist-tag", "rm", "units", "v1-line").exit().is(0);
            registry.tag("units", "v1-line").isAbsent();
            project.run("npm", "deprecate", "units@1.0.0", "too old").exit().is(0);
            registry.published("units", "1.0.0").deprecated().is("too old");
            registry.published("units", "1.2.0").deprecated().isAbsent();
            project.run("npm", "view", "units@^1", "version", "--json").json("1").is("1.2.0");
            project.run("npm", "whoami").out().is("learner\n");
            project.run("npm", "ping").exit().is(0);
            project.run("npm", "view", "nothing-here").exit().isNot(0);
        }
    }

    @Test
    default void aLabsFolderFillsIt() {
        var data =
                Map.of(
                        "data.sql", "select 1",
                        "registry/units-1/package.json", UNITS.formatted("1.0.0"),
                        "registry/units-1/index.js", "module.exports = 'from the folder'",
                        "registry/cart/package.json",
                                "{\"name\": \"@shop/cart\", \"version\": \"1.0.0\"}");
        try (var open = open(LIMITS, data, "package.json", "{\"name\": \"app\"}")) {
            open.project().run("npm", "install", "units", "@shop/cart").exit().is(0);
            open.project().run("node", "-p", "require('units')").out().is("from the folder\n");
        }
    }
}
