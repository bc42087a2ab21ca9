package dev.backwright.academy.web;

import dev.backwright.academy.badges.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a badge is brought to be checked.
///
/// @param brought what was brought, to stand in the form again; empty where it was too long for that
/// @param finding what is to be said of it; `null` before anything was brought
public record VerifyPage(Frame frame, String brought, @Nullable Finding finding) {

    private static final int SHOWN = 20_000;
    private static final int LONGEST = 200_000;

    public VerifyPage {
        brought = brought.length() > LONGEST ? "" : brought;
    }

    /// What came of it, in words.
    public static String headline(Finding finding) {
        return switch (finding) {
            case Finding.Ours _ -> "Made by this academy, and unchanged";
            case Finding.Withdrawn _ -> "Withdrawn";
            case Finding.Gone _ -> "Made by this academy, which does not have it any more";
            case Finding.Changed _ -> "Changed";
            case Finding.NotOurs _ -> "Not ours";
        };
    }

    /// The same in a sentence or two.
    public static String says(Finding finding) {
        return switch (finding) {
            case Finding.Ours _ ->
                    "It bears this academy's signature, and its learner has not taken it back.";
            case Finding.Withdrawn(var at) ->
                    "This academy made it; its learner took it back on %s."
                            .formatted(PeoplePage.moment(at));
            case Finding.Gone _ ->
                    "It bears this academy's signature, but whoever took it has left. Nobody here can say that it still holds.";
            case Finding.Changed _ ->
                    "It names a key of this academy, but is not what this academy gave. Believe nothing of it.";
            case Finding.NotOurs(var why, var _) -> why + " Nobody here vouches for it.";
        };
    }

    /// What it says, where nobody vouches for that; empty for nothing.
    public static String text(Finding finding) {
        var text =
                switch (finding) {
                    case Finding.Changed(var says) -> says;
                    case Finding.NotOurs(var _, var says) -> says;
                    case Finding.Ours _, Finding.Withdrawn _, Finding.Gone _ -> "";
                };
        return text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text;
    }

    public List<BadgePage.Row> rows(Finding.Ours ours) {
        return ours.says().evidence().stream().map(BadgePage.Row::of).toList();
    }
}
