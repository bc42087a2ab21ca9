package javascript.prototypes;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.List;

/// Looks at objects and changes them by the language's own means, whatever their methods say.
record Mirror(Program program) {

    /// Whether the object itself has this property.
    Value hasOwn(Value object, String name) {
        return program.value("(object, name) => Object.hasOwn(object, name)")
                .as("hasOwn")
                .call(object, name);
    }

    void ownKeys(Value object, String why, String... expected) {
        program.value("(object) => Reflect.ownKeys(object)")
                .as("ownKeys")
                .call(object)
                .because(why)
                .is(List.of(expected));
    }

    /// The properties that `for…in` comes by.
    Value keysByForIn(Value object) {
        return program.value(
                        "(object) => { const keys = []; for (const key in object) keys.push(key); return keys; }")
                .as("keysByForIn")
                .call(object);
    }

    void isInstance(Value value, Value constructor, String why) {
        program.value("(value, C) => value instanceof C")
                .as("isInstance")
                .call(value, constructor)
                .because(why)
                .is(true);
    }

    /// A function of an object and names, for those names that the object itself has.
    Value ownMethods() {
        return program.value(
                        "(object, names) => names.filter((name) => Object.hasOwn(object, name))")
                .as("ownMethods");
    }

    /// A function of an object and names, for those names by which no function is found.
    Value missingMethods() {
        return program.value(
                        "(object, names) => names.filter((name) => typeof object[name] !== 'function')")
                .as("missingMethods");
    }

    void set(Value object, String name, Object to) {
        program.value("(object, name, to) => { object[name] = to; }")
                .as("set")
                .call(object, name, to);
    }

    void replaceOnPrototype(Value constructor, String name, String function) {
        program.value("(C, name, fn) => { C.prototype[name] = fn; }")
                .as("replaceOnPrototype")
                .call(constructor, name, program.spy(function));
    }
}
