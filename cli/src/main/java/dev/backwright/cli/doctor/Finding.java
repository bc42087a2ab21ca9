package dev.backwright.cli.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// One thing that was looked at.
///
/// @param what `Java`, `packages`
/// @param seen what is there
/// @param advice what to do; `null` where nothing needs doing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String what, State state, String seen, @Nullable String advice) {

    /// How it is.
    public enum State {
        @JsonProperty("good")
        GOOD("✓ good"),
        /// It works, less well than it could.
        @JsonProperty("weak")
        WEAK("‖ weak"),
        /// Labs cannot be judged before this is mended.
        @JsonProperty("missing")
        MISSING("✗ missing");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    static Finding good(String what, String seen) {
        return new Finding(what, State.GOOD, seen, null);
    }

    static Finding weak(String what, String seen, String advice) {
        return new Finding(what, State.WEAK, seen, advice);
    }

    static Finding missing(String what, String seen, String advice) {
        return new Finding(what, State.MISSING, seen, advice);
    }
}
