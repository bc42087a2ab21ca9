package javascript.classes;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// Looks for the property `cause` of errors.
record Causes(Value has, Value shows) {

    static Causes in(Program program) {
        return new Causes(
                program.value("(error) => 'cause' in error").as("hasCause"),
                program.value("(error) => Object.keys(error).includes('cause')")
                        .as("isCauseEnumerable"));
    }

    void isWithout(Value error) {
        has.call(error).because("None was given, so there is no property `cause`").is(false);
    }

    void keepsNull(Value error) {
        has.call(error).because("A `cause` of `null` was given, and `Error` keeps it").is(true);
    }

    void keeps(Value error, Value cause) {
        error.get("cause").because("`cause` is the one it was given").isSameAs(cause);
        shows.call(error).because("`Error` makes `cause` not enumerable").is(false);
    }
}
