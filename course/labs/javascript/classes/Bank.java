package javascript.classes;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// The learner's module of accounts, as other code comes to it.
record Bank(Program program, Value module) {

    static Bank of(Program program) {
        return new Bank(program, program.module("accounts.js"));
    }

    /// A class of the module.
    Value type(String name) {
        return module.get(name).as(name);
    }

    /// A new account of that class; its data are a JavaScript object.
    Value made(String kind, String data) {
        return type(kind).construct(program.value("(" + data + ")"));
    }

    /// As [#made], with the name that it has in the evidence.
    Account open(String name, String kind, String data) {
        return new Account(this, name, made(kind, data).as(name));
    }

    /// What the call throws, which has to be an object.
    Value thrown(Value object, String method, Object argument, String why) {
        return errorOf(object, method, argument).because(why).isA("object");
    }

    /// What the call throws; undefined where it throws nothing.
    Value errorOf(Value object, String method, Object argument) {
        return program.value(
                        "(object, argument) => { try { object."
                                + method
                                + "(argument); } catch (error) { return error; } }")
                .as("errorOf" + Character.toUpperCase(method.charAt(0)) + method.substring(1))
                .call(object, argument);
    }

    void isAccountError(Value error, String why) {
        is(error, "AccountError", why);
        error.get("message").because("No error is without a message").matches("\\S");
    }

    /// Holds when this is an instance of that class of the module.
    void is(Value value, String name, String why) {
        is(value, module.get(name), name, why);
    }

    void is(Value value, Value type, String name, String why) {
        isInstance(value, type, name, why).is(true);
    }

    /// Holds when this is no instance of that class of the module.
    void isNot(Value value, String name, String why) {
        isNot(value, module.get(name), name, why);
    }

    void isNot(Value value, Value type, String name, String why) {
        isInstance(value, type, name, why).is(false);
    }

    private Value isInstance(Value value, Value type, String name, String why) {
        return program.value("(value, C) => value instanceof C")
                .as("isInstance")
                .call(value, type.as(name))
                .because(why);
    }
}
