package javascript.prototypes;

import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.Map;

/// Chains of prototypes, as the learner's `instanceOf` sees them.
record Chain(Program program, Value instanceOf) {

    static Chain in(Program program) {
        return new Chain(
                program, program.module("prototypes.js").get("instanceOf").as("instanceOf"));
    }

    /// Holds when the constructor's prototype is found in the chain of this value.
    void reaches(Value value, Value constructor, String why) {
        instanceOf.call(value, constructor).because(why).is(true);
    }

    void misses(Value value, Value constructor, String why) {
        instanceOf.call(value, constructor).because(why).is(false);
    }

    void missesForPrimitives() {
        for (var primitive :
                Map.of(
                                "5",
                                "Number",
                                "'text'",
                                "String",
                                "true",
                                "Boolean",
                                "Symbol('s')",
                                "Symbol")
                        .entrySet()) {
            misses(
                    program.value(primitive.getKey()),
                    program.value(primitive.getValue()).as(primitive.getValue()),
                    primitive.getKey() + " is neither object nor function");
        }
    }

    void missesForNothing(Value object) {
        for (Object nothing : new Object[] {null, Js.UNDEFINED}) {
            instanceOf
                    .call(nothing, object)
                    .because("What is neither object nor function is no instance")
                    .is(false);
        }
    }

    void endsBeforeObject(Value object) {
        Value dictionary = program.value("Object.create(null)").as("dictionary");
        misses(dictionary, object, "An object without prototype has no chain");
        Value table =
                program.value(
                                """
                                (() => {
                                  function Table() {}
                                  Table.prototype = Object.create(null);
                                  return Table;
                                })()
                                """)
                        .as("Table");
        Value rows = table.construct().as("rows");
        reaches(rows, table, "`Table.prototype` is the prototype of `rows`, and has none itself");
        misses(rows, object, "The chain of `rows` ends at `Table.prototype`");
    }

    /// Holds when constructors with an opinion about their instances do not matter.
    void asksNoConstructor(Value other) {
        Value open =
                program.value("class Open { static [Symbol.hasInstance]() { return true; } }")
                        .as("Open");
        misses(other, open, "`Symbol.hasInstance` is not asked, only the chain");
        Value shut =
                program.value("class Shut { static [Symbol.hasInstance]() { return false; } }")
                        .as("Shut");
        reaches(
                shut.construct().as("shut"),
                shut,
                "`Symbol.hasInstance` is not asked, only the chain");
    }
}
