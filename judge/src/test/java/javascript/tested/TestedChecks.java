package javascript.tested;

import dev.backwright.checks.Check;
import dev.backwright.checks.Tests;
import java.util.List;

class TestedChecks {

    @Check(id = "passes", title = "passes on the program it was written for")
    void passes(Tests tests) {
        tests.given().pass().count().isAtLeast(1);
    }

    @Check(id = "accepts", title = "passes on other right programs")
    void accepts(Tests tests) {
        for (String right : tests.variants("right")) {
            tests.on(right).because("This program is right, too").pass();
        }
    }

    @Check(id = "notices-limit", title = "notices a wrong limit")
    void noticesLimit(Tests tests) {
        tests.on("mutants/limit").because("Here 1,000 g cost 9").fail();
    }

    @Check(id = "notices-error", title = "notices that nothing is refused")
    void noticesError(Tests tests) {
        tests.on("mutants/no_error").because("Here nothing is refused").fail();
    }

    @Check(id = "alone", title = "has tests that need no other")
    void alone(Tests tests) {
        tests.shuffled(1).pass();
        tests.alone().pass();
    }

    @Check(id = "tidy", title = "puts back what it replaced")
    void tidy(Tests tests) {
        tests.given().leftBehind().is(List.of());
    }
}
