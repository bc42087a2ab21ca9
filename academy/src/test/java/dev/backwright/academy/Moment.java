package dev.backwright.academy;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Waits for what comes by itself.
final class Moment {

    private static final int SECONDS = 60;

    private Moment() {}

    /// @param instead says what there is instead, where it does not come
    static void comes(Callable<Boolean> fact, Supplier<?> instead) throws Exception {
        for (int i = 0; i < SECONDS * 50; i++) {
            if (fact.call()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not after " + SECONDS + " s: " + instead.get());
    }
}
