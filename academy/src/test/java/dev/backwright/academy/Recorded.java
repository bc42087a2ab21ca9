package dev.backwright.academy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An example of docs/api.md: a request, and what is answered. `…` stands for anything, also for more of the same.
///
/// @param head method and path
/// @param headers as they stand there
record Recorded(String head, List<String> headers, String body, int status, JsonNode answer) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MORE = "…";

    private static final Pattern EXAMPLE =
            Pattern.compile("```http\\n(.*?)```\\s+```json (\\d+)\\n(.*?)```", Pattern.DOTALL);

    /// What is different each time.
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    static List<Recorded> in(Path document) throws IOException {
        List<Recorded> all = new ArrayList<>();
        var example = EXAMPLE.matcher(Files.readString(document));
        while (example.find()) {
            var parts = example.group(1).strip().split("\\n\\n", 2);
            var lines = List.of(parts[0].split("\\n", -1));
            all.add(
                    new Recorded(
                            lines.getFirst(),
                            lines.subList(1, lines.size()),
                            parts.length > 1 ? parts[1] : "",
                            Integer.parseInt(example.group(2)),
                            JSON.readTree(example.group(3))));
        }
        return all;
    }

    String method() {
        return head.substring(0, head.indexOf(' '));
    }

    String path() {
        return head.substring(head.indexOf(' ') + 1);
    }

    /// Where the answer is another than the example's: the first such place; empty where there is none.
    String difference(String answered) {
        return difference("", answer, JSON.readTree(answered));
    }

    private static String difference(String place, JsonNode wanted, JsonNode seen) {
        if (wanted.isString() && wanted.stringValue().equals(MORE)) {
            return "";
        }
        if (wanted.isObject() && seen.isObject()) {
            return fields(place, wanted, seen);
        }
        if (wanted.isArray() && seen.isArray()) {
            return items(place, wanted, seen);
        }
        return plain(wanted).equals(plain(seen))
                ? ""
                : "%s: %s instead of %s".formatted(place, seen, wanted);
    }

    private static String fields(String place, JsonNode wanted, JsonNode seen) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (field.getKey().equals(MORE)) {
                continue;
            }
            var there = seen.get(field.getKey());
            if (there == null) {
                return place + "/" + field.getKey() + " is missing";
            }
            var found = difference(place + "/" + field.getKey(), field.getValue(), there);
            if (!found.isEmpty()) {
                return found;
            }
        }
        boolean more = wanted.has(MORE) || seen.size() == wanted.size();
        return more ? "" : place + " has more than the example: " + seen.propertyNames();
    }

    private static String items(String place, JsonNode wanted, JsonNode seen) {
        Iterator<JsonNode> there = seen.iterator();
        int at = 0;
        for (JsonNode item : wanted) {
            if (item.isString() && item.stringValue().equals(MORE)) {
                return "";
            }
            if (!there.hasNext()) {
                return place + " is shorter than the example";
            }
            var found = difference(place + "/" + at++, item, there.next());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return there.hasNext() ? place + " is longer than the example" : "";
    }

    private static String plain(JsonNode value) {
        var text = MOMENT.matcher(value.toString()).replaceAll("TIME");
        return ID.matcher(text).replaceAll("ID");
    }
}
