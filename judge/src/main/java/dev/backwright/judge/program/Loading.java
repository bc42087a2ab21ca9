package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Says why a module could not be loaded, and where.
final class Loading {

    /// The place Node prints before a syntax error: `/work/closures.js:3`, or as a URL.
    private static final Pattern PLACE = Pattern.compile("(?m)^(?:file://)?/.*/([^/\\n]+):(\\d+)$");

    private static final Pattern SCRIPT = Pattern.compile(".*\\.[cm]?js");
    private static final int MOST_CHECKED = 8;

    private final Session session;
    private final Scripts scripts;
    private final Set<String> files;

    Loading(Session session, Scripts scripts, Set<String> files) {
        this.session = session;
        this.scripts = scripts;
        this.files = files;
    }

    Unmet failed(String file, JsonNode answer) {
        session.ledger().note("import of " + file, said(file, answer)).fails();
        if (answer.has("none")) {
            return session.unmet(file + " never finished loading: " + waiting(answer));
        }
        if (!files.contains(file)) {
            return session.unmet("there is no file " + file);
        }
        Thrown thrown = Thrown.of(answer, session.started().folder());
        String error = Paths.shortened(thrown.value().shown(), session.started().folder());
        return error.startsWith("SyntaxError")
                ? syntax(file, error, answer)
                : threw(file, error, thrown);
    }

    private Unmet threw(String file, String error, Thrown thrown) {
        String where = thrown.inWords().substring(thrown.value().shown().length());
        String message = file + " could not be loaded: " + error + where;
        return with(message, thrown.evidence("import of " + file));
    }

    private Unmet syntax(String file, String error, JsonNode answer) {
        String folder = session.started().folder();
        String stack = Paths.shortened(answer.path("stack").asString(""), folder);
        if (stack.lines().findFirst().orElse("").matches(".*:\\d+")) {
            return placed(file, error, stack);
        }
        return candidates(file)
                .map(candidate -> scripts.check(candidate))
                .filter(run -> run.code() != 0)
                .findFirst()
                .map(run -> placed(file, error, relative(run.printed())))
                .orElseGet(() -> session.unmet(file + " could not be loaded: " + error));
    }

    /// @param said what Node says: the place, the line, a mark under it, the error, its stack
    private Unmet placed(String file, String error, String said) {
        String place = said.lines().findFirst().orElse("");
        String shown =
                String.join(
                        "\n", said.lines().takeWhile(line -> !line.startsWith("    at ")).toList());
        return with(
                file + " could not be loaded: " + error + " (" + place + ")",
                List.of(new Evidence.Console("node " + file, "", shown, "")));
    }

    private String relative(Printed printed) {
        Matcher place = PLACE.matcher(printed.complained());
        String file = printed.command().substring("node --check ".length());
        return place.find()
                ? place.replaceFirst(Matcher.quoteReplacement(file) + ":$2")
                : printed.complained();
    }

    private Stream<String> candidates(String file) {
        Stream<String> others =
                files.stream()
                        .filter(other -> !other.equals(file) && SCRIPT.matcher(other).matches());
        return Stream.concat(Stream.of(file), others).limit(MOST_CHECKED);
    }

    private Unmet with(String message, List<Evidence> more) {
        List<Evidence> evidence = new ArrayList<>(session.unmet(message).evidence());
        evidence.addAll(more);
        return new Unmet(message, evidence);
    }

    private String waiting(JsonNode answer) {
        return answer.path("none").asString().equals("rest")
                ? "it waits for something that nothing is left to bring"
                : "it still waited after " + Ending.seconds(session.patience());
    }

    /// What Node says of a file that is missing tells from where we asked for it.
    private String said(String file, JsonNode answer) {
        if (answer.has("none")) {
            return "never finished";
        }
        return files.contains(file)
                ? "threw " + Told.of(answer.path("threw")).shown()
                : "found no such file";
    }
}
