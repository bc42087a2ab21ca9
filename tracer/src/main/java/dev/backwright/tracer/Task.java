package dev.backwright.tracer;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A program that somebody else wants recorded.
///
/// @param files absolute path and content
/// @param main the absolute path of the one that runs
/// @param steps how many steps are recorded at most
/// @param millis how long it may run
record Task(TreeMap<String, byte[]> files, String main, int steps, long millis) {

    /// Where the files lie, as far as the program can tell.
    static final String FOLDER = "/home/learner";

    private static final long MILLIS = 10_000;

    /// Reads `{"files": {"order.cjs": "…"}, "main": "order.cjs", "steps": 10000, "millis": 10000}`.
    static Task read(String line) {
        var files = new TreeMap<String, byte[]>();
        String main = "";
        int steps = Words.STEPS;
        long millis = MILLIS;
        try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "files" -> files(json, files);
                    case "main" -> main = path(json.getString());
                    case "steps" -> steps = json.getIntValue();
                    case "millis" -> millis = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        }
        return new Task(files, main, steps, millis);
    }

    /// The main file as it was named by whoever asked.
    String name() {
        return main.substring(FOLDER.length() + 1);
    }

    private static void files(JsonParser json, TreeMap<String, byte[]> files) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            files.put(path(name), json.getString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String path(String name) {
        return FOLDER + "/" + name;
    }
}
