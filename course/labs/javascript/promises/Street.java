package javascript.promises;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.List;

/// Where a check's shops stand, and the function of the learner's that is called for each of them.
///
/// @param parts what the function gets of a shop: the `shop` itself, `work` for its desk
record Street(Program program, Value function, Value maker, List<String> parts) {

    private static final String FILE = "orders.js";

    static Street of(Program program, String function, String... parts) {
        return new Street(
                program,
                program.module(FILE).get(function).as(function),
                Shop.maker(program),
                List.of(parts));
    }

    /// One more shop, where nothing has happened yet.
    Shop shop() {
        return new Shop(this, maker.call().as("rules"));
    }

    Value error(String message) {
        return program.value("new Error('" + message + "')").as("error");
    }
}
