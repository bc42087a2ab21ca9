package dev.backwright.cli.shown;

import dev.backwright.judge.Report;

/// Colour for those who want it; SGR of ECMA-48, 8.3.117.
public record Ink(boolean colour) {

    String strong(String text) {
        return sgr("1", text);
    }

    String soft(String text) {
        return sgr("2", text);
    }

    String verdict(Report.Verdict verdict, String text) {
        return switch (verdict) {
            case PASSED -> sgr("1;32", text);
            case FAILED -> sgr("1;31", text);
            case UNJUDGED -> sgr("1;35", text);
        };
    }

    String outcome(Report.Outcome outcome, String text) {
        return switch (outcome) {
            case PASSED -> sgr("32", text);
            case FAILED -> sgr("31", text);
            case UNJUDGED -> sgr("35", text);
            case BLOCKED, NOT_JUDGED_HERE -> soft(text);
        };
    }

    private String sgr(String code, String text) {
        return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
