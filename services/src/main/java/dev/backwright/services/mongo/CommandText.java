package dev.backwright.services.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Commands in one line, as patterns and people read them.
///
/// ```text
/// find articles {"slug":"x"} limit 1
/// insert articles [{"title":"a"}]
/// update articles {"_id":1} {"$inc":{"n":1}}
/// aggregate articles [{"$match":{}}]
/// commitTransaction
/// ```
final class CommandText {

    private static final int LONGEST = 10_000;

    /// Stand behind the collection without their names.
    private static final List<String> BARE =
            List.of(
                    "",
                    "filter",
                    "query",
                    "q",
                    "update",
                    "u",
                    "documents",
                    "updates",
                    "deletes",
                    "pipeline",
                    "indexes");

    /// How a driver does it, not what it asks for.
    private static final Set<String> PLUMBING =
            Set.of("$db", "$clusterTime", "$readPreference", "apiVersion", "maxTimeMSOpOnly");

    private static final Set<String> DEFAULTS =
            Set.of(
                    "ordered true",
                    "cursor {}",
                    "singleBatch true",
                    "upsert false",
                    "multi false",
                    "new false",
                    "remove false",
                    "limit 0",
                    "bypassDocumentValidation false");

    private static final Set<String> HOUSEKEEPING =
            Set.of(
                    "hello",
                    "ismaster",
                    "ping",
                    "buildinfo",
                    "hostinfo",
                    "getparameter",
                    "connectionstatus",
                    "whatsmyuri",
                    "endsessions",
                    "startsession",
                    "refreshsessions",
                    "killsessions",
                    "killcursors",
                    "saslstart",
                    "saslcontinue",
                    "authenticate",
                    "logout",
                    "getnonce");

    private CommandText() {}

    /// Whether a driver asks this for itself.
    static boolean isHousekeeping(MongoCommand command) {
        return HOUSEKEEPING.contains(command.name().toLowerCase(Locale.ROOT));
    }

    static String of(MongoCommand command) {
        var words = new ArrayList<String>();
        words.add(command.name());
        words.add(command.target());
        words.add(write(command.fields()));
        words.add(command.starts() ? "startTransaction" : "");
        String text = joined(words);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + BsonText.CUT;
    }

    /// The fields of a command, or of one of its writes.
    static String write(Map<String, String> fields) {
        var words = new ArrayList<String>();
        BARE.forEach(field -> words.add(fields.getOrDefault(field, "")));
        fields.forEach((field, value) -> {
            String word = field + " " + value;
            if (!BARE.contains(field) && !PLUMBING.contains(field) && !DEFAULTS.contains(word)) {
                words.add(word);
            }
        });
        return joined(words);
    }

    private static String joined(List<String> words) {
        return String.join(" ", words.stream().filter(word -> !word.isEmpty()).toList());
    }
}
