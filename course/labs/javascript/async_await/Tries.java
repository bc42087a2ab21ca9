package javascript.async_await;

import dev.backwright.checks.Value;

/// Requests of a client that asks at most twice. Where a request comes first among all of the desk's is said by `at`.
record Tries(Desk desk, Client client) {

    /// Holds when two temporary failures reach the caller together.
    void allFail(int at) {
        Value got = client.begins("got", "get", "/busy");
        Value first = desk.temporary("first");
        desk.fail(at, first);
        desk.waited(at / 2);
        Value second = desk.temporary("second");
        desk.fail(at + 1, second);
        Value all =
                desk.failed(got, "The last try has failed, there is nothing to wait for")
                        .as("error");
        all.because("After the last try `get` fails with an `AggregateError`")
                .isInstanceOf("AggregateError");
        all.get("errors").get("length").because("It has the error of each try of this `get`").is(2);
        all.get("errors").get("0").because("They stand in their order").isSameAs(first);
        all.get("errors").get("1").isSameAs(second);
    }

    /// Holds when a lasting failure reaches the caller alone, although a temporary one came before.
    void lastOneFailsForGood(int at) {
        Value mixed = client.begins("mixed", "get", "/mixed");
        desk.busy(at);
        desk.waited(at / 2);
        Value lasting = desk.program().value("new Error('gone')").as("lasting");
        desk.fail(at + 1, lasting);
        desk.fails(
                mixed,
                "A lasting failure after a temporary one goes to the caller as it is",
                lasting);
    }
}
