package javascript.promises;

import dev.backwright.checks.Value;
import java.util.List;

/// What is not listed: `quote` fails, in one way or another, with an error of one kind or another.
record Unlisted(Street street) {

    /// Holds when this failure of `quote` is the reason for an estimate.
    void isEstimated(Way how, Value error) {
        Shop shop = street.shop().with("quote", how, error);
        shop.answers(
                "`quote` "
                        + how.verb("failed with")
                        + " an error with the `code` NOT_LISTED, so `estimate` gives the answer",
                "9",
                "oil");
        shop.log().contains("estimate(oil)").contains("estimate(oil) done");
        shop.leftNothingUnhandled();
    }

    /// Holds when this failure of `quote` is passed on.
    void isPassedOn(Way how, Value error) {
        Shop shop = street.shop().with("quote", how, error);
        shop.passesOn("`quote` failed with an error whose `code` is not NOT_LISTED", error, "oil");
        shop.log()
                .because("Only an error with the `code` NOT_LISTED is a reason to estimate")
                .lacks("estimate(oil)");
        shop.leftNothingUnhandled();
    }

    /// Holds when the failure of `estimate` is passed on, after that of `quote`.
    void cannotBeEstimated(Value notListed, Way how, Value error) {
        Shop shop = street.shop().with("quote", "rejects", notListed).with("estimate", how, error);
        shop.passesOn("`estimate` failed", error, "oil");
        shop.leftNothingUnhandled();
        shop.saw(
                "`estimate` is called once, and its failure is passed on",
                how.ends(List.of("quote(oil)", "quote(oil) failed", "estimate(oil)")));
    }
}
