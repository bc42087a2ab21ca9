package javascript.promises;

import dev.backwright.checks.Value;
import java.util.ArrayList;
import java.util.List;

/// What can go wrong at a desk, in one way or another.
record Mishap(Street street, Way how) {

    void atWork(Value error) {
        Shop shop = street.shop().with("work", how, error);
        shop.passesOn("`work` failed", error);
        var events = new ArrayList<>(how.ends(List.of("open()", "open() done", "work(desk)")));
        events.addAll(List.of("close()", "close() done"));
        shop.saw("The desk is closed once, also when the work fails", events);
        shop.leftNothingUnhandled();
    }

    void whenOpening(Value error) {
        Shop shop = street.shop().with("open", how, error);
        shop.passesOn("`open` failed", error);
        shop.log().because("Without a desk there is no work").lacks("work(desk)");
        shop.log().because("Without a desk there is nothing to close").lacks("close()");
        shop.leftNothingUnhandled();
    }

    void whenClosing(Value error) {
        Shop shop = street.shop().with("close", how, error);
        shop.passesOn("`close` failed", error);
        shop.saw(
                "`close` is called once, also when it fails",
                how.ends(
                        List.of(
                                "open()",
                                "open() done",
                                "work(desk)",
                                "work(desk) done",
                                "close()")));
    }

    void whenClosingAfter(Value workFailed, Value error) {
        Shop shop = street.shop().with("work", "rejects", workFailed);
        shop.with("close", how, error);
        shop.passesOn("`work` failed and then `close`", error);
        shop.leftNothingUnhandled();
    }
}
