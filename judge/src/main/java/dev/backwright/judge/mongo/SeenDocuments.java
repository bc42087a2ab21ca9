package dev.backwright.judge.mongo;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Mongo;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Drawing;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Documents that a check asked for; a failure shows them as a table of their fields.
///
/// @param what they are, for a failure's message
record SeenDocuments(String what, List<Map<String, @Nullable Object>> all)
        implements Mongo.Documents {

    private static final int MOST_COLUMNS = 30;

    SeenDocuments(String what, List<Map<String, @Nullable Object>> all) {
        this.what = what.replaceAll("\\s+", " ");
        this.all = List.copyOf(all);
    }

    @Override
    public Seen count() {
        return Sighting.of(what + ": documents", (long) all.size(), failing());
    }

    @Override
    public Seen one() {
        if (all.size() != 1) {
            throw failing()
                    .because(
                            "%s: expected one document; seen %s"
                                    .formatted(what, number(all.size())));
        }
        return Sighting.of(what, all.getFirst(), failing());
    }

    @Override
    public Seen values(String path) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Map<String, @Nullable Object> document : all) {
            values.add(DocumentFields.at(document, path));
        }
        return Sighting.of(what + ": " + path, values, failing());
    }

    @Override
    public Mongo.Documents isTable(String table) {
        Drawing drawn = Drawing.of(table);
        boolean same = drawn.rows().size() == all.size();
        for (int i = 0; same && i < all.size(); i++) {
            same = sameRow(drawn.columns(), drawn.rows().get(i), all.get(i));
        }
        if (!same) {
            throw unlike(drawn);
        }
        return this;
    }

    private static boolean sameRow(
            List<String> columns,
            List<@Nullable String> row,
            Map<String, @Nullable Object> document) {
        boolean same = true;
        for (int i = 0; same && i < columns.size(); i++) {
            same = DocumentFields.same(row.get(i), DocumentFields.at(document, columns.get(i)));
        }
        return same;
    }

    private Unmet unlike(Drawing drawn) {
        List<List<String>> expected = new ArrayList<>();
        for (List<@Nullable String> row : drawn.rows()) {
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> texts.add(cell == null ? "" : cell));
            expected.add(texts);
        }
        String message =
                "%s: expected %s with %s; seen other ones"
                        .formatted(what, number(expected.size()), drawn.columns());
        return new Unmet(message, List.of(rows(drawn.columns(), expected)));
    }

    private Failing failing() {
        Set<String> columns = new LinkedHashSet<>();
        all.forEach(document -> columns.addAll(document.keySet()));
        List<String> names = columns.stream().limit(MOST_COLUMNS).toList();
        return message -> new Unmet(message, List.of(rows(names, null)));
    }

    private Evidence rows(List<String> columns, @Nullable List<List<String>> expected) {
        List<List<String>> seen = new ArrayList<>();
        for (Map<String, @Nullable Object> document : all) {
            List<String> row = new ArrayList<>();
            columns.forEach(
                    column -> row.add(DocumentFields.text(DocumentFields.at(document, column))));
            seen.add(row);
        }
        return new Evidence.Rows(what, columns, expected, seen);
    }

    private static String number(int count) {
        return count == 1 ? "1 document" : count + " documents";
    }
}
