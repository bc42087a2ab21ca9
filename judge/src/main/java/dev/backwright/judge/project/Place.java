package dev.backwright.judge.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where commands are run.
///
/// @param folder beside the submission; empty for the submission itself
/// @param environment added to what is there
record Place(String folder, Map<String, String> environment) {

    Place {
        environment = Map.copyOf(environment);
    }

    static Place submission() {
        return new Place("", Map.of());
    }

    Place beside(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("a folder beside the submission: " + name);
        }
        return new Place(name, environment);
    }

    Place with(String variable, String value) {
        if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("a variable: " + variable);
        }
        var all = new HashMap<>(environment);
        all.put(variable, value);
        return new Place(folder, all);
    }

    Map<String, Object> request(String what) {
        Map<String, Object> request = new HashMap<>();
        request.put("what", what);
        request.put("at", folder);
        return request;
    }

    /// As people would type it.
    String shown(List<String> command) {
        String variables =
                new TreeMap<>(environment)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "=" + word(each.getValue()) + " ")
                                .collect(Collectors.joining());
        String line = command.stream().map(Place::word).collect(Collectors.joining(" "));
        return variables + line + (folder.isEmpty() ? "" : " (in " + folder + ")");
    }

    private static String word(String word) {
        return word.matches("[\\w@%+=:,./^~*-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
