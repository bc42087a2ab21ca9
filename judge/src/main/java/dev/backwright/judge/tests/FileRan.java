package dev.backwright.judge.tests;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.program.NodeTests.Heard;
import dev.backwright.judge.tests.Case.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What one test file's process told.
///
/// @param broken what its loading failed with; empty where it was loaded or was lost before
/// @param trouble why the run did not come to its end, after the file's name; empty where it did
/// @param exit its exit code; -1 where it did not tell one
/// @param late what failed after the test had ended that began it; empty where nothing did
/// @param left what was replaced and not put back
record FileRan(
        String file,
        List<Case> cases,
        String broken,
        String trouble,
        int exit,
        String late,
        List<String> left,
        Evidence.Console printed) {

    private static final Pattern LATE =
            Pattern.compile(
                    "(?s)^Error: Test \"(.*)\" at .* generated asynchronous activity after the test ended\\. This activity created the error \"(.*?)\" and would have.*");
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?<![\\w/:.])((?![^:]*node_modules)[\\w-][\\w./-]*\\.[cm]?[jt]s:\\d+)(:\\d+)?\\)?$");
    private static final int LONGEST = 600;

    FileRan {
        cases = List.copyOf(cases);
        left = List.copyOf(left);
    }

    /// Whether it was loaded and its process came to its end by itself.
    boolean isWhole() {
        return broken.isEmpty() && trouble.isEmpty();
    }

    /// Whether that end was a good one, too.
    boolean isWell() {
        return isWhole() && exit == 0;
    }

    /// Whether it is a test that runs by itself: with nothing but suites around it.
    boolean standsAlone(Case each) {
        return !each.suite() && cases.stream().filter(each::isIn).allMatch(Case::suite);
    }

    static FileRan of(String file, Heard heard) {
        var reading = new Reading(file, heard.folder());
        heard.told().forEach(reading::take);
        return reading.read(heard);
    }

    /// Takes one word after another.
    private static final class Reading {

        private final String file;
        private final String folder;
        private final Map<Integer, Case> cases = new LinkedHashMap<>();
        private final Map<List<String>, Integer> twins = new HashMap<>();
        private String broken = "";
        private String late = "";
        private int exit = -1;
        private boolean loaded;
        private boolean finished;
        private final List<String> left = new ArrayList<>();

        Reading(String file, String folder) {
            this.file = file;
            this.folder = folder;
        }

        void take(JsonNode word) {
            if (word.has("began")) {
                begin(word, word.path("began").asInt());
            } else if (word.has("ended")) {
                end(word, word.path("ended").asInt());
            } else if (word.has("broken")) {
                broken = text(word, "broken") + place(whole(word, "stack"));
            } else if (word.has("remark")) {
                remark(text(word, "remark"));
            } else if (word.has("end")) {
                exit = word.path("end").asInt();
                loaded = word.path("loaded").asBoolean();
                finished = word.path("finished").asBoolean();
                word.path("left").forEach(name -> left.add(name.asString()));
            }
        }

        private void begin(JsonNode word, int id) {
            Case around = cases.get(word.path("in").asInt());
            List<String> names = new ArrayList<>(around == null ? List.of() : around.names());
            names.add(text(word, "name"));
            int twin = twins.merge(names, 1, Integer::sum) - 1;
            cases.put(
                    id,
                    new Case(
                            file,
                            names,
                            twin,
                            false,
                            word.path("line").asInt(),
                            State.RUNNING,
                            ""));
        }

        private void end(JsonNode word, int id) {
            if (!cases.containsKey(id)) {
                begin(word, id);
            }
            cases.computeIfPresent(
                    id,
                    (_, begun) ->
                            new Case(
                                    file,
                                    begun.names(),
                                    begun.twin(),
                                    word.path("suite").asBoolean(),
                                    begun.line(),
                                    state(word),
                                    text(word, "why")));
        }

        private static State state(JsonNode word) {
            if (word.path("skip").asBoolean()) {
                return State.SKIPPED;
            }
            if (word.path("todo").asBoolean()) {
                return State.TODO;
            }
            return word.path("passed").asBoolean() ? State.PASSED : State.FAILED;
        }

        private void remark(String text) {
            Matcher found = LATE.matcher(text);
            if (late.isEmpty() && found.matches()) {
                late =
                        "after \"%s\" had ended, something it had begun and not awaited failed: %s"
                                .formatted(found.group(1), found.group(2));
            }
        }

        private String text(JsonNode word, String name) {
            String text = whole(word, name);
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }

        private String whole(JsonNode word, String name) {
            String text = word.path(name).asString("").strip();
            return text.replace("file://" + folder + "/", "").replace(folder + "/", "");
        }

        private static String place(String stack) {
            return stack.lines()
                    .map(Reading::scriptLine)
                    .filter(place -> !place.isEmpty())
                    .findFirst()
                    .map(place -> " (" + place + ")")
                    .orElse("");
        }

        /// `a.test.js:3`, where a line of a stack leads into the submission.
        private static String scriptLine(String line) {
            Matcher at = PLACE.matcher(line);
            return at.find() ? at.group(1) : "";
        }

        FileRan read(Heard heard) {
            List<Case> all = List.copyOf(cases.values());
            return new FileRan(
                    file,
                    all,
                    broken,
                    broken.isEmpty() ? trouble(all, heard.lost()) : "",
                    exit,
                    late,
                    left,
                    heard.printed());
        }

        private String trouble(List<Case> all, String lost) {
            String running =
                    all.stream()
                            .filter(it -> it.is(State.RUNNING))
                            .reduce((_, last) -> last)
                            .map(it -> " while \"%s\" ran".formatted(it.title()))
                            .orElse("");
            if (!lost.isEmpty()) {
                return "its process " + lost + (exit < 0 ? during(running, all) : "");
            }
            if (!finished) {
                return "its process was ended with exit code %d%s, before all tests had run"
                        .formatted(exit, running);
            }
            return loaded ? "" : "it never finished loading";
        }

        private static String during(String running, List<Case> all) {
            if (!running.isEmpty() || all.isEmpty()) {
                return running;
            }
            return " though all its tests had ended: something they left, such as a timer or a server, keeps it alive";
        }
    }
}
