package dev.backwright.sandbox;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whose programs are run, and so how strong isolation must be.
///
/// @param others other people's: then nothing runs as a plain process
/// @param acceptWeakIsolation unless who runs this has said that it may, in words that name the risk
public record People(boolean others, boolean acceptWeakIsolation) {

    /// `oneself` or `others`; in the environment `BACKWRIGHT_PEOPLE`.
    public static final String SETTING = "backwright.people";

    /// `true` or `false`; in the environment `BACKWRIGHT_ACCEPT_WEAK_ISOLATION`.
    public static final String ACCEPT = "backwright.accept-weak-isolation";

    /// One's own programs, which may do what one may do oneself.
    public static final People ONESELF = new People(false, false);

    public static final People OTHERS = new People(true, false);

    /// As this process was told: a system property comes before the environment.
    ///
    /// @throws SandboxException when it was told something else than the words above
    public static People ofThisProcess() {
        return of(System::getProperty, System::getenv);
    }

    static People of(
            Function<String, @Nullable String> property,
            Function<String, @Nullable String> environment) {
        boolean others =
                switch (told(SETTING, property, environment)) {
                    case "", "oneself" -> false;
                    case "others" -> true;
                    case String odd -> throw wrong(SETTING, "oneself or others", odd);
                };
        boolean accept =
                switch (told(ACCEPT, property, environment)) {
                    case "", "false" -> false;
                    case "true" -> true;
                    case String odd -> throw wrong(ACCEPT, "true or false", odd);
                };
        return new People(others, accept);
    }

    private static String told(
            String name,
            Function<String, @Nullable String> property,
            Function<String, @Nullable String> environment) {
        var text = property.apply(name);
        if (text == null) {
            text = environment.apply(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        }
        return text == null ? "" : text.strip();
    }

    private static SandboxException wrong(String name, String choice, String odd) {
        return new SandboxException(name + " is " + choice + ", got '" + odd + "'.");
    }

    boolean refuseProcesses() {
        return others && !acceptWeakIsolation;
    }
}
