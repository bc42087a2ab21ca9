package web.nestjs;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.Program;
import java.util.List;

/// What modules offer, as `node ask.mjs offers` tells: `ClockModule offers CLOCK`.
record Offers(List<String> lines) {

    static Offers of(Program program) {
        var run = program.run("ask.mjs", "offers");
        run.exit().because("`node ask.mjs offers` runs to its end").is(0);
        return new Offers(run.lines());
    }

    /// What a line says of the module.
    private String told(String module) {
        return lines.stream()
                .filter(each -> each.startsWith(module + " "))
                .map(each -> each.substring(module.length() + 1))
                .findFirst()
                .orElse("was not asked");
    }

    void canBeImported(String module) {
        expect(
                told(module).startsWith("offers "),
                "A module that imports nothing but %s is to start; seen: it %s"
                        .formatted(module, told(module)));
    }

    void isOffered(String module, String token) {
        canBeImported(module);
        expect(
                List.of(told(module).substring("offers ".length()).split(", ")).contains(token),
                "A module that imports %s is to get %s; seen: it %s"
                        .formatted(module, token, told(module)));
    }

    void isAll(String module, String tokens) {
        expect(
                told(module).equals("offers " + tokens),
                "A module that imports %s is to get %s, and none of the others; seen: it %s"
                        .formatted(module, tokens, told(module)));
    }
}
