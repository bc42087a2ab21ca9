package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.Map;

/// A client of the learner's at a desk.
record Client(Desk desk, Value it) {

    static Client of(Desk desk, Object send, Map<String, ?> options) {
        return new Client(desk, create(desk.program()).call(send, options).as("client"));
    }

    static Value create(Program program) {
        return program.module("client.js").get("createClient").as("createClient");
    }

    Value invoke(String method, Object... arguments) {
        return it.invoke(method, arguments);
    }

    /// What a method promises, by that name, once it has got as far as it gets by itself.
    Value begins(String name, String method, Object... arguments) {
        Value promise = invoke(method, arguments).as(name);
        desk.rest();
        return promise;
    }
}
