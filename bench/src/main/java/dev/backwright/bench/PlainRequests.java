package dev.backwright.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the checks of `data/transactions` ask the server, one after the other: no races, no broken wires, no looks at the rows.
final class PlainRequests {

    /// Statements of one transfer of the solution, each of which a check cuts once.
    private static final int STATEMENTS = 6;

    private static final int POOL = 10;

    /// The accounts that a check makes: ten pairs of which the first has enough, ten of which it has not.
    static final String MORE_ACCOUNTS =
            """
            insert into account select id, 'one of many', 100 from generate_series(11, 50) id;
            """;

    /// @param body JSON, empty for none
    /// @param status the answer of the solution
    record Plain(String method, String target, String body, int status) {}

    private PlainRequests() {}

    /// By check.
    ///
    /// @throws IllegalStateException when the lab has other checks than these
    static Map<String, List<Plain>> of(Set<String> checks) {
        Map<String, List<Plain>> all = new LinkedHashMap<>();
        all.put("moves-money", List.of(transfer(1, 2, 30, 201), account(2)));
        all.put("refuses-without-a-trace", refused());
        all.put(
                "keeps-the-sum",
                List.of(
                        transfer(1, 2, 30, 201),
                        transfer(1, 2, 30, 201),
                        transfer(1, 2, 10, 201),
                        transfer(3, 2, 20, 201)));
        all.put("never-overdraws", List.of(transfer(1, 2, 80, 201), transfer(1, 2, 80, 409)));
        all.put("opposite-directions", List.of(transfer(1, 2, 30, 201), transfer(2, 1, 10, 201)));
        all.put("all-or-nothing", allOrNothing());
        all.put("applied-once", times(4, transfer(1, 2, 1, 201)));
        all.put("lives-on", livesOn());
        all.put("gives-connections-back", givesConnectionsBack());
        if (!all.keySet().equals(checks)) {
            throw new IllegalStateException(
                    "data/transactions has other checks than PlainRequests knows: " + checks);
        }
        return all;
    }

    private static List<Plain> refused() {
        return List.of(
                transfer(1, 2, 101, 409),
                transfer(1, 9, 10, 404),
                transfer(9, 1, 10, 404),
                transfer(2, 1, 10, 409),
                transfer(3, 2, 50, 201));
    }

    private static List<Plain> allOrNothing() {
        return joined(
                times(2, transfer(1, 2, 1, 201)),
                times(STATEMENTS, transfer(1, 2, 1, 201)),
                times(STATEMENTS, transfer(3, 2, 1, 201)));
    }

    private static List<Plain> livesOn() {
        return joined(
                times(2 + POOL + 2, transfer(1, 2, 1, 201)),
                times(1, transfer(3, 2, 1, 201)),
                times(2 * POOL, account(1)),
                times(1, transfer(3, 2, 1, 201)));
    }

    private static List<Plain> givesConnectionsBack() {
        List<Plain> pairs = new ArrayList<>();
        for (int i = 0; i < 2 * POOL; i++) {
            int from = 11 + 2 * i;
            pairs.add(
                    i % 2 == 0
                            ? transfer(from, from + 1, 30, 201)
                            : transfer(from, from + 1, 101, 409));
        }
        return joined(times(25, transfer(1, 2, 101, 409)), pairs);
    }

    private static Plain transfer(int from, int to, int amount, int status) {
        String body = "{\"from\":%d,\"to\":%d,\"amount\":%d}".formatted(from, to, amount);
        return new Plain("POST", "/transfers", body, status);
    }

    private static Plain account(int id) {
        return new Plain("GET", "/accounts/" + id, "", 200);
    }

    private static List<Plain> times(int count, Plain request) {
        return Collections.nCopies(count, request);
    }

    @SafeVarargs
    private static List<Plain> joined(List<Plain>... parts) {
        List<Plain> all = new ArrayList<>();
        for (List<Plain> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
