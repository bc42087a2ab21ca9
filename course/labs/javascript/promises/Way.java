package javascript.promises;

import java.util.ArrayList;
import java.util.List;

/// A way in which a method of a shop fails: it `rejects` its promise, or it `throws` and there is no promise.
record Way(String name) {

    static List<Way> all() {
        return List.of(new Way("rejects"), new Way("throws"));
    }

    /// What a message says of it.
    String verb(String ofRejecting) {
        return name.equals("throws") ? "threw" : ofRejecting;
    }

    /// What has happened when the last of these calls has failed this way.
    List<String> ends(List<String> events) {
        var all = new ArrayList<>(events);
        if (name.equals("rejects")) {
            all.add(all.getLast() + " failed");
        }
        return all;
    }
}
