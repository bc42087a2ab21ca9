package dev.backwright.academy.badges;

/// What a badge tells of a lab that was passed; each is a line of its evidence: `- version: 3`.
public enum Fact {
    LAB("lab"),
    VERSION("version"),
    PASSED("passed on"),
    SEEN("solution seen before"),
    JUDGE("judge"),
    LAB_DIGEST("SHA-256 of the lab"),
    FILES("SHA-256 of the files"),
    REPORT("SHA-256 of the report");

    private final String word;

    Fact(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
