package dev.backwright.academy.web.guard;

/// Why a request does not get in.
public enum Refusal {
    FOREIGN_HOST(
            421,
            "Not this host",
            "The academy answers only to 127.0.0.1 and localhost at its own port.",
            "Open the address that the start printed."),
    NO_KEY(
            401,
            "The key is missing",
            "This request brought no key of the present start.",
            "Open the address that the start printed."),
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
    TOO_LARGE(
            413,
            "Too large",
            "The request brought more than the academy takes: 12 MB, and 300 MB for an import.",
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
