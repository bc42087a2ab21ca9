package javascript.values;

import dev.backwright.checks.Check;
import dev.backwright.checks.Program;
import java.util.List;

class ValuesChecks {

    @Check(id = "adds", title = "adds")
    void adds(Program program) {
        program.module("sum.js").get("sum").call(List.of(1, 2, 3)).is(6);
    }

    @Check(id = "adds-nothing", title = "knows the sum of nothing")
    void addsNothing(Program program) {
        program.module("sum.js").get("sum").call(List.of()).is(0);
    }

    @Check(id = "prints", title = "prints the sum")
    void prints(Program program) {
        program.run("main.js").out().is("6\n");
    }
}
