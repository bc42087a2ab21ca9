package dev.backwright.judge.bench;

import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Value;
import dev.backwright.judge.seen.NotStarted;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// A program whose file that cannot be loaded is told once and not tried again in later checks.
///
/// @param known says whether a file was found not to load in an earlier check
record OnceLoaded(Program program, Predicate<String> known) implements Program {

    @Override
    public Value module(String file) {
        return loaded(file, program::module);
    }

    @Override
    public Value require(String file) {
        return loaded(file, program::require);
    }

    private Value loaded(String file, Function<String, Value> load) {
        if (known.test(file)) {
            throw new NotStarted(file, file + " cannot be loaded", List.of());
        }
        try {
            return load.apply(file);
        } catch (Unmet e) {
            throw new NotStarted(file, String.valueOf(e.getMessage()), e.evidence());
        }
    }

    @Override
    public Value value(String expression) {
        return program.value(expression);
    }

    @Override
    public Spy spy(String functionExpression) {
        return program.spy(functionExpression);
    }

    @Override
    public void settle(long millis) {
        program.settle(millis);
    }

    @Override
    public Console console() {
        return program.console();
    }

    @Override
    public Run run(String file, String... arguments) {
        return program.run(file, arguments);
    }

    @Override
    public Run runWithInput(String input, String file, String... arguments) {
        return program.runWithInput(input, file, arguments);
    }

    @Override
    public Command command(String file, String... arguments) {
        return program.command(file, arguments);
    }
}
