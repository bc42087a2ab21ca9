package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A learner's versions of a lab as a list shows them. Neither files nor reports leave the database for it: three questions, however
/// many versions there are.
@Component
public final class VersionLines {

    private static final SortedMap<String, String> NO_FILES = new TreeMap<>();

    private final JdbcClient db;
    private final Versions versions;

    VersionLines(JdbcClient db, Versions versions) {
        this.db = db;
        this.versions = versions;
    }

    /// One version.
    ///
    /// @param tally what the latest report on it counts; `null` before the first
    /// @param changed paths whose content is not the one of the version before; of the first version, of the starter
    /// @param isStarter whether it is the lab's starter still
    public record Line(
            Version version, @Nullable Tally tally, List<String> changed, boolean isStarter) {
        public Line {
            changed = List.copyOf(changed);
        }
    }

    /// @param holding how many of the checks passed
    public record Tally(Verdict verdict, int holding, int checks) {}

    /// The latest first.
    public List<Line> of(Learner learner, Lab lab, int most) {
        var all = versions.of(learner, lab.id(), most + 1);
        var ids = all.stream().map(Version::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var tallies = tallies(ids);
        var files = digests(ids);
        var starter = digests(lab.starter());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < Math.min(all.size(), most); i++) {
            var version = all.get(i);
            var now = files.getOrDefault(version.id(), NO_FILES);
            var before =
                    i + 1 < all.size()
                            ? files.getOrDefault(all.get(i + 1).id(), NO_FILES)
                            : starter;
            lines.add(
                    new Line(
                            version,
                            tallies.get(version.id()),
                            changed(now, before),
                            merged(now, lab, starter).equals(starter)));
        }
        return lines;
    }

    private static List<String> changed(Map<String, String> now, Map<String, String> before) {
        return now.entrySet().stream()
                .filter(it -> !it.getValue().equals(before.get(it.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What would be judged, as [Lab#merge] makes it of the files themselves.
    private static Map<String, String> merged(
            Map<String, String> submitted, Lab lab, Map<String, String> starter) {
        var merged = new TreeMap<>(submitted);
        starter.forEach((path, digest) -> {
            if (!lab.sheet().edit().contains(path)) {
                merged.put(path, digest);
            }
        });
        return merged;
    }

    private static SortedMap<String, String> digests(FileTree tree) {
        var digests = new TreeMap<String, String>();
        tree.files().forEach((path, content) -> digests.put(path, FilesDigest.of(content)));
        return digests;
    }

    /// SHA-256 of each file of each of these, by path.
    private Map<UUID, SortedMap<String, String>> digests(Collection<UUID> ids) {
        var digests = new HashMap<UUID, SortedMap<String, String>>();
        db.sql(
                        """
                        select version, path, encode(sha256(content), 'hex') as digest
                        from version_file where version in (:ids)\
                        """)
                .param("ids", ids)
                .query(row -> {
                    digests.computeIfAbsent(
                                    row.getObject("version", UUID.class), it -> new TreeMap<>())
                            .put(row.getString("path"), row.getString("digest"));
                });
        return digests;
    }

    private Map<UUID, Tally> tallies(Collection<UUID> ids) {
        var tallies = new HashMap<UUID, Tally>();
        db.sql(
                        """
                        select version, verdict, jsonb_array_length(report -> 'checks') as checks,
                            jsonb_array_length(jsonb_path_query_array(
                                report, '$.checks[*] ? (@.outcome == "passed")')) as holding
                        from judging where report is not null and version in (:ids)\
                        """)
                .param("ids", ids)
                .query(row -> {
                    tallies.put(
                            row.getObject("version", UUID.class),
                            new Tally(
                                    Verdict.valueOf(
                                            row.getString("verdict").toUpperCase(Locale.ROOT)),
                                    row.getInt("holding"),
                                    row.getInt("checks")));
                });
        return tallies;
    }
}
