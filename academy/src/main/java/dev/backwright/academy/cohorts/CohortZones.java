package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// In which time zone a cohort's days begin and end. Another zone leaves dates and times of day as they were written.
@Component
@ForMany
public final class CohortZones {

    private static final List<String> SHIFTS =
            List.of(
                    """
                    update assignment set opens_at = (opens_at at time zone :was) at time zone :is,
                        due_at = (due_at at time zone :was) at time zone :is where cohort = :cohort\
                    """,
                    """
                    update extension set due_at = (due_at at time zone :was) at time zone :is
                    where cohort = :cohort\
                    """);

    private final JdbcClient db;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    CohortZones(JdbcClient db, AuditLog audit, TransactionTemplate transaction) {
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Those that are offered: of places, and UTC.
    public static List<String> all() {
        return Stream.concat(
                        Stream.of("UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(it ->
                                        it.matches(
                                                "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                                .sorted())
                .toList();
    }

    /// @throws CannotAnswer where it is none of those
    public void set(Account by, Cohort cohort, String zone) {
        var wanted = zone.strip();
        if (!all().contains(wanted) || !isKnownToTheDatabase(wanted)) {
            throw CannotAnswer.refused(
                    "A time zone looks like Europe/Amsterdam, or UTC.", List.of());
        }
        transaction.executeWithoutResult(status -> {
            // of two who set it at once the second moves what the first has left
            var was =
                    db.sql("select zone from cohort where id = ? for update")
                            .param(cohort.id())
                            .query(String.class)
                            .single();
            db.sql("update cohort set zone = ? where id = ?").params(wanted, cohort.id()).update();
            SHIFTS.forEach(shift ->
                    db.sql(shift)
                            .param("was", was)
                            .param("is", wanted)
                            .param("cohort", cohort.id())
                            .update());
            audit.write(by, "set the time zone of %s to".formatted(cohort.name()), wanted);
        });
    }

    private boolean isKnownToTheDatabase(String zone) {
        return db.sql("select exists (select from pg_timezone_names where name = ?)")
                .param(zone)
                .query(Boolean.class)
                .single();
    }
}
