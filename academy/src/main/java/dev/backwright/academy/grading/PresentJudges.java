package dev.backwright.academy.grading;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Lab;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The judges that work apart, as they were seen in the last ten seconds.
@Component
public final class PresentJudges {

    private final JdbcClient db;
    private final Premises premises;
    private final Catalog catalog;

    PresentJudges(JdbcClient db, Premises premises, Catalog catalog) {
        this.db = db;
        this.premises = premises;
        this.catalog = catalog;
    }

    /// One of them.
    ///
    /// @param places how many submissions it judges side by side
    /// @param sameLabs whether it has every lab as it is here; of others it takes none
    /// @param hindrance why it takes nothing just now
    public record Present(
            String name, String version, int places, boolean sameLabs, @Nullable String hindrance) {

        public boolean isOfUse() {
            return sameLabs && hindrance == null;
        }
    }

    /// Whether others judge, and this process does not.
    public boolean areApart() {
        return premises.places().judges().apart();
    }

    public List<Present> all() {
        return db.sql(
                        """
                        select name, version, places, labs @> ?::jsonb as same, hindrance from judge_present
                        where seen_at > now() - interval '10 seconds' order by name\
                        """)
                .param(labs())
                .query((row, at) ->
                        new Present(
                                row.getString("name"),
                                row.getString("version"),
                                row.getInt("places"),
                                row.getBoolean("same"),
                                row.getString("hindrance")))
                .list();
    }

    private String labs() {
        var digests = new TreeMap<String, String>();
        for (Lab lab : catalog.all()) {
            digests.put(lab.id().toString(), lab.digest());
        }
        return JsonMapper.shared().writeValueAsString(digests);
    }

    /// Why what is handed in now waits for a judge; nothing where one takes it, or this process judges.
    Optional<String> absence() {
        if (!areApart()) {
            return Optional.empty();
        }
        try {
            return absence(all());
        } catch (DataAccessException e) {
            return Optional.empty(); // that the database is away is said elsewhere
        }
    }

    private static Optional<String> absence(List<Present> there) {
        if (there.stream().anyMatch(Present::isOfUse)) {
            return Optional.empty();
        }
        return Optional.of(
                there.stream()
                        .map(Present::hindrance)
                        .flatMap(why -> Optional.ofNullable(why).stream())
                        .findFirst()
                        .map(why -> "No judge can work just now: " + why)
                        .orElse(
                                there.isEmpty()
                                        ? "No judge is there just now. What you hand in is kept and waits for a judge (./backwright judge)."
                                        : "The judges that are there have other labs than this academy. What you hand in is kept and waits for a judge that has the same."));
    }
}
