package node.testing;

import dev.backwright.checks.Check;
import dev.backwright.checks.Tests;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

class TestingChecks {

    private static final String FIRST = "passes-here";

    @Check(id = FIRST, title = "passes on the given `delivery.js`")
    void passesHere(Tests tests) {
        tests.given().pass();
    }

    @Check(
            id = "accepts-other-right-programs",
            title = "passes on every other program that keeps the rules",
            needs = FIRST)
    void acceptsOtherRightPrograms(Tests tests) {
        tests.on("right/by_class")
                .because(
                        "This program keeps every rule; its quotes hold more fields, and its errors have a class and texts of their own")
                .pass();
        tests.on("right/by_chain")
                .because(
                        "This program keeps every rule; it reads the clock as often and when it likes, and freezes what it gives")
                .pass();
        tests.on("right/shared_questions")
                .because(
                        "This program keeps every rule; quotes made at the same time share one question")
                .pass();
    }

    @Check(id = "notices-wrong-amounts", title = "notices wrong amounts", needs = FIRST)
    void noticesWrongAmounts(Tests tests) {
        notices(
                tests,
                Map.of(
                        "kilos_completed", "Here a full kilogram pays for the one after it",
                        "express_per_kilo", "Here express is paid for each kilogram",
                        "cents_as_text", "Here `cents` is a text, such as \"900\", and no number"));
    }

    @Check(
            id = "notices-wrong-limits",
            title = "notices when the limits for `grams` are not kept",
            needs = FIRST)
    void noticesWrongLimits(Tests tests) {
        notices(
                tests,
                Map.of(
                        "heaviest_refused", "Here the heaviest parcel there may be is refused",
                        "heavier_taken", "Here some parcels are taken that are too heavy",
                        "nothing_taken", "Here a parcel may weigh nothing",
                        "fractions_taken", "Here `grams` need not be a whole number"));
    }

    @Check(
            id = "notices-wrong-errors",
            title = "notices errors that are lost or mixed up",
            needs = FIRST)
    void noticesWrongErrors(Tests tests) {
        notices(
                tests,
                Map.of(
                        "unserved_answered", "Here a country that is not served gets a quote",
                        "unserved_as_no_rates",
                                "Here a country that is not served is told as if `rateOf` had failed",
                        "failure_passed_on",
                                "Here what `rateOf` rejects with is passed on as it is",
                        "cause_lost", "Here `ERR_RATES` comes without its `cause`"));
    }

    @Check(id = "notices-wrong-days", title = "notices wrong days of arrival", needs = FIRST)
    void noticesWrongDays(Tests tests) {
        notices(
                tests,
                Map.of(
                        "express_in_three_days", "Here express takes as long as any other parcel",
                        "three_is_early", "Here an order at 15:00 still counts for its own day",
                        "real_clock",
                                "Here the day is taken from the clock of the machine and not from `now`",
                        "days_beyond_the_month", "Here March has more than 31 days"));
    }

    @Check(
            id = "notices-wrong-questions",
            title = "notices when `rateOf` is called wrongly, or a rate is kept wrongly",
            needs = FIRST)
    void noticesWrongQuestions(Tests tests) {
        notices(
                tests,
                Map.of(
                        "country_as_typed", "Here `rateOf` gets the country as it was typed",
                        "asked_before_weighing",
                                "Here `rateOf` is called for parcels whose `grams` are refused",
                        "never_kept", "Here `rateOf` is called for each quote",
                        "kept_too_long", "Here a rate of ten minutes ago is still used",
                        "one_rate_for_all", "Here all countries have the rate that came first",
                        "failures_kept", "Here a failure of `rateOf` is kept for later quotes",
                        "unserved_kept",
                                "Here a country that was once not served is refused for ten minutes"));
    }

    @Check(
            id = "notices-changed-parcels",
            title = "notices when a parcel is changed",
            needs = FIRST)
    void noticesChangedParcels(Tests tests) {
        notices(
                tests,
                Map.of(
                        "country_written", "Here the parcel's `country` is written in capitals",
                        "express_written", "Here a parcel without `express` gets it"));
    }

    @Check(
            id = "tests-keep-to-themselves",
            title = "has tests that need no other and put back what they replace",
            needs = FIRST)
    void testsKeepToThemselves(Tests tests) {
        tests.shuffled(1).pass();
        tests.shuffled(2).pass();
        tests.alone().pass();
        tests.given().because("After all tests and hooks").leftBehind().is(List.of());
    }

    /// In the order of their names, so that a report is the same each time.
    private static void notices(Tests tests, Map<String, String> mutants) {
        SequencedMap<String, String> sorted = new TreeMap<>(mutants);
        sorted.forEach((name, wrong) -> tests.on("mutants/" + name).because(wrong).fail());
    }
}
