package dev.backwright.cli;

import dev.backwright.cli.shown.Plain;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds labs by what was typed, and names the nearest where none is called so.
record LabNames(Labs labs) {

    private static final int SUGGESTIONS = 3;

    Optional<Lab> find(String typed) {
        try {
            return labs.find(LabId.of(typed));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    Lab require(String typed) {
        return find(typed).orElseThrow(() -> unknown(typed));
    }

    private Stop unknown(String typed) {
        List<String> near =
                labs.all().stream()
                        .map(lab -> lab.id().toString())
                        .sorted(Comparator.comparingInt(id -> distance(typed, id)))
                        .limit(SUGGESTIONS)
                        .toList();
        String nearest = near.stream().collect(Collectors.joining(", "));
        return Stop.misused(
                "there is no lab '%s'; nearest: %s. All of them: ./backwright labs"
                        .formatted(Plain.line(typed), nearest));
    }

    /// To the whole id, or to its last part for those who left the step out.
    private static int distance(String typed, String id) {
        int whole = edits(typed, id);
        return typed.contains("/")
                ? whole
                : Math.min(whole, edits(typed, id.substring(id.indexOf('/') + 1)));
    }

    /// How many letters to put in, take out or change (Levenshtein 1966).
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
