package dev.backwright.academy.platform;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a migration may do while the previous version still works on the database: add what that one need not know
/// (decision 54). With tables that it makes itself it may do anything.
///
/// One that takes something away says so in its first line, with the first version that does not use it any more, and raises
/// `schema_serves()`:
///
///     -- takes away what nothing has used since 0.2.0: draft.starter_digest
///
/// @param current the version that is being made
/// @param released those that people may have
record MigrationRules(String current, Set<String> released) {

    private static final Pattern TAKES_AWAY =
            Pattern.compile(
                    "-- takes away what nothing has used since (\\d+\\.\\d+\\.\\d+): \\S.*");

    private static final Pattern SERVES =
            Pattern.compile("create or replace function schema_serves\\(\\) .*");

    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");
    private static final Pattern INDEX =
            Pattern.compile("create (unique )?index (?:\\w+ )?on (\\w+)( .*)?");
    private static final Pattern ALTER = Pattern.compile("alter table (\\w+) (.*)");

    /// The number of the contract is what judges go by.
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "create (or replace )?function (?!judge_contract\\b).*|create (type|sequence|view) .*|comment on .*"
                            + "|(insert into|update) .*|revoke all on function .* from public");

    private static final Pattern HARMLESS_OF_A_COLUMN =
            Pattern.compile("alter column \\w+ set (default|statistics|storage) .*");

    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\breferences (\\w+)(?: ?\\([^()]*\\))?( on delete (?:cascade|set null))?");

    /// What the previous version cannot live with.
    List<String> broken(String sql) {
        var first = TAKES_AWAY.matcher(sql.lines().findFirst().orElse(""));
        var statements = SqlStatements.of(sql);
        if (first.matches()) {
            return brokenByTakingAway(first.group(1), statements);
        }
        var own = new HashSet<String>();
        return statements.stream().flatMap(it -> broken(it, own)).toList();
    }

    private List<String> brokenByTakingAway(String unusedSince, List<String> statements) {
        boolean unused =
                released.contains(unusedSince)
                        && Version.parse(unusedSince).compareTo(Version.parse(current)) < 0;
        boolean raised = statements.stream().anyMatch(it -> SERVES.matcher(it).matches());
        return Stream.of(
                        unused ? "" : unusedSince + " is no version that came before " + current,
                        raised ? "" : "schema_serves() is not raised")
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static Stream<String> broken(String statement, Set<String> own) {
        var outline = SqlStatements.outline(statement);
        var table = TABLE.matcher(outline);
        if (table.matches()) {
            own.add(table.group(1));
        }
        boolean harmless =
                table.matches()
                        || HARMLESS.matcher(outline).matches()
                        || isHarmlessIndex(outline, own)
                        || isHarmlessChange(outline, own);
        return harmless && holdsNobodyBack(statement, own) ? Stream.of() : Stream.of(statement);
    }

    private static boolean isHarmlessIndex(String outline, Set<String> own) {
        var index = INDEX.matcher(outline);
        return index.matches() && (index.group(1) == null || own.contains(index.group(2)));
    }

    private static boolean isHarmlessChange(String outline, Set<String> own) {
        var alter = ALTER.matcher(outline);
        return alter.matches()
                && (own.contains(alter.group(1))
                        || Arrays.stream(alter.group(2).split(", ", -1))
                                .allMatch(MigrationRules::isHarmlessAction));
    }

    /// The previous version writes rows without a new column.
    private static boolean isHarmlessAction(String action) {
        boolean column =
                action.startsWith("add column ")
                        && !action.contains(" unique")
                        && !action.contains(" primary key");
        boolean filled =
                !action.contains(" not null")
                        || action.contains(" default ")
                        || action.contains(" generated ");
        return (column && filled) || HARMLESS_OF_A_COLUMN.matcher(action).matches();
    }

    /// The previous version deletes rows, and knows of nothing that names them.
    private static boolean holdsNobodyBack(String statement, Set<String> own) {
        return REFERENCE
                .matcher(statement)
                .results()
                .allMatch(it -> it.group(2) != null || own.contains(it.group(1)));
    }
}
