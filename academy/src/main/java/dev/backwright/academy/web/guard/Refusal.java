package dev.backwright.academy.web.guard;

/// Why a request does not get in.
public enum Refusal {
    FOREIGN_HOST(
            421,
            "Not this host",
            "The academy answers only to its own name and port.",
            "Open the address that the start printed, or the one you were given."),
    NO_KEY(
            401,
            "The key is missing",
            "This request brought no key of the present start.",
            "Open the address that the start printed."),
    NOT_SIGNED_IN(
            401,
            "Sign in first",
            "This request came from nobody who is signed in.",
            "Sign in, then try again."),
    NO_GIT_TOKEN(
            401,
            "A token is missing",
            "git brought no token.",
            "Give it any user name, and as the password a token that you make on your account's page."),
    BAD_TOKEN(
            401,
            "The token is not good",
            "The token that this request brought is not one of this academy, is too old, or was taken back.",
            "Make another on your account's page."),
    NO_SCOPE(
            403,
            "Not with this token",
            "A token may do only what its scopes are for, and this is not among them.",
            "Make a token with the scope it takes, if there is one, or do it on a page."),
    NO_RIGHT(
            403,
            "Not for you",
            "Your account has no right to this.",
            "Ask an admin of this academy."),
    NO_PASSKEY(
            403,
            "By passkey alone",
            "In this academy your role works by passkey alone, and you came in another way.",
            "Sign out, then sign in with a passkey; if you have none yet, make one on your account's page. A token has to be made after that, too."),
    NOTHING_HERE(
            404, "Nothing here", "There is nothing at this address.", "Look at what you opened."),
    TOO_FAST(
            429,
            "Too fast",
            "This academy was asked for more in a minute than a person asks for.",
            "Wait a moment, then try again."),
    FOREIGN_ORIGIN(
            403,
            "Not from this page",
            "A change must come from a page of this academy, and this one did not.",
            "Reload the page and try again."),
    NO_TOKEN(
            403,
            "The token is missing",
            "A change must bring the page's token in the header X-CSRF-TOKEN.",
            "Reload the page and try again."),
    NO_TEXT(
            400,
            "Not understood",
            "A field of this request is no text.",
            "Send it as UTF-8, without characters of value zero."),
    TOO_LARGE(
            413,
            "Too large",
            "The request brought more than the academy takes: 12 MB, 64 MB for a push, 300 MB for an import, 64 kB for a question to /graphql.",
            "Hand in less.");

    private final int status;
    private final String title;
    private final String says;
    private final String next;

    Refusal(int status, String title, String says, String next) {
        this.status = status;
        this.title = title;
        this.says = says;
        this.next = next;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String says() {
        return says;
    }

    /// What to do.
    public String next() {
        return next;
    }
}
