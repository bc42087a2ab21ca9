package dev.backwright.judge.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// One YAML map, asked key by key; what is wrong goes to a list that many sheets share.
///
/// ```java
/// var sheet = Sheet.read(file, "labs/web/hello/lab.yaml", problems);
/// String title = sheet.text("title");
/// sheet.done();                                   // whatever was not asked for is unknown
/// ```
///
/// A value that is wrong is noted and answered with an empty one, so that all problems of all files show at once.
public final class Sheet {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String name;
    private final JsonNode node;
    private final List<String> problems;
    private final Set<String> asked = new HashSet<>();

    private Sheet(String name, JsonNode node, List<String> problems) {
        this.name = name;
        this.node = node;
        this.problems = problems;
    }

    /// Reads a file. One that is missing or no map is a problem, and an empty sheet.
    ///
    /// @param name how the file is called in problems
    public static Sheet read(Path file, String name, List<String> problems) {
        try {
            JsonNode node = YAML.readTree(Files.readString(file));
            if (node.isObject()) {
                return new Sheet(name, node, problems);
            }
            problems.add(name + ": expected keys and values");
        } catch (java.nio.file.NoSuchFileException missing) {
            problems.add(name + ": is missing");
        } catch (IOException e) {
            problems.add(name + ": cannot be read: " + e);
        } catch (JacksonException e) {
            problems.add(
                    name
                            + ": is no YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        return new Sheet(name, JsonNodeFactory.instance.missingNode(), problems);
    }

    /// A text that must be there.
    public String text(String key) {
        return text(key, value -> !value.isBlank(), "a text");
    }

    /// A text of a certain form that must be there.
    public String text(String key, Predicate<String> form, String expected) {
        JsonNode value = required(key, expected);
        if (value == null) {
            return "";
        }
        if (value.isString() && form.test(value.asString())) {
            return value.asString();
        }
        wrong(key, expected, value);
        return "";
    }

    /// A text that may be missing.
    public String textOr(String key, String otherwise) {
        return find(key) == null ? otherwise : text(key);
    }

    /// A whole number not below `least`.
    public int whole(String key, int least) {
        String expected = "a whole number, at least " + least;
        JsonNode value = required(key, expected);
        if (value == null) {
            return least;
        }
        if (value.isInt() && value.asInt() >= least) {
            return value.asInt();
        }
        wrong(key, expected, value);
        return least;
    }

    /// True or false; false where it is missing.
    public boolean flag(String key) {
        JsonNode value = find(key);
        if (value != null && !value.isBoolean()) {
            wrong(key, "true or false", value);
        }
        return value != null && value.isBoolean() && value.asBoolean();
    }

    /// A list of texts that must be there and may be empty.
    public List<String> texts(String key, Pattern form, String expected) {
        JsonNode value = required(key, "a list, each " + expected);
        return value == null ? List.of() : texts(key, value, form, expected);
    }

    /// A list of texts that may be missing.
    public List<String> textsOrNone(String key, Pattern form, String expected) {
        return find(key) == null ? List.of() : texts(key, form, expected);
    }

    private List<String> texts(String key, JsonNode value, Pattern form, String expected) {
        var texts = new ArrayList<String>();
        if (!value.isArray()) {
            wrong(key, "a list, each " + expected, value);
            return texts;
        }
        for (JsonNode item : value) {
            boolean good = item.isValueNode() && form.matcher(item.asString()).matches();
            if (!good || texts.contains(item.asString())) {
                wrong(key, good ? "each once" : expected, item);
            } else {
                texts.add(item.asString());
            }
        }
        return texts;
    }

    /// A map that may be missing.
    public Sheet inner(String key) {
        JsonNode value = find(key);
        if (value != null && !value.isObject()) {
            wrong(key, "keys and values", value);
        }
        JsonNode inner = value == null ? JsonNodeFactory.instance.missingNode() : value;
        return new Sheet(name + ": " + key, inner, problems);
    }

    /// Whether the key is there.
    public boolean has(String key) {
        return find(key) != null;
    }

    /// Every key with its list of texts, in the file's order.
    public Map<String, List<String>> lists(Pattern keys, String expectedKey) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String key : List.copyOf(node.propertyNames())) {
            if (!keys.matcher(key).matches()) {
                problems.add("%s: %s: the key is not %s".formatted(name, key, expectedKey));
            }
            all.put(key, texts(key, Pattern.compile("(?s).*\\S.*"), "a text"));
        }
        return all;
    }

    /// Notes a problem with a key.
    public void problem(String key, String sentence) {
        problems.add("%s: %s: %s".formatted(name, key, sentence));
    }

    /// Notes every key that nobody asked for.
    public void done() {
        for (String key : node.propertyNames()) {
            if (!asked.contains(key)) {
                problems.add(
                        "%s: %s: unknown key, known are %s"
                                .formatted(
                                        name,
                                        key,
                                        asked.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    private @Nullable JsonNode find(String key) {
        asked.add(key);
        return node.get(key);
    }

    private @Nullable JsonNode required(String key, String expected) {
        JsonNode value = find(key);
        if (value == null && !node.isMissingNode()) {
            problem(key, "is missing, expected " + expected);
        }
        return value;
    }

    private void wrong(String key, String expected, JsonNode value) {
        problem(key, "expected %s, got %s".formatted(expected, value));
    }
}
