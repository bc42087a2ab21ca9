package dev.backwright.academy.platform;

/// Where submissions are judged.
///
/// @param apart by processes of their own (`./backwright judge`), which take what is queued; else in the academy's process
/// @param role of the database, by which those come; it may call the queue's functions and nothing else
public record Judges(boolean apart, String role) {

    /// `here` or `apart`; in the environment `BACKWRIGHT_JUDGES`.
    static final String SETTING = "backwright.judges";

    static final String ROLE = "backwright_judge";

    public static final Judges HERE = new Judges(false, ROLE);

    /// @throws CannotStart where it is another word
    static Judges of(String word, String role) {
        return switch (word) {
            case "here" -> new Judges(false, role);
            case "apart" -> new Judges(true, role);
            default ->
                    throw CannotStart.usage(
                            "BACKWRIGHT_JUDGES is here or apart, got '" + word + "'.");
        };
    }
}
