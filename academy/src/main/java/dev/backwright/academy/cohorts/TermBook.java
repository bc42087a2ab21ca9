package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.progress.HelpRule;
import dev.backwright.academy.submissions.HandInRule;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What cohorts ask of their people, as it is asked of one of them. It decides what is taken and which help is given; a page only
/// says so.
@Component
public final class TermBook implements HandInRule, HelpRule {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private static final String TERMS =
            """
            select c.name, c.zone, a.*, e.due_at as extended_to
            from cohort_member m join cohort c on c.id = m.cohort join assignment a on a.cohort = c.id
                left join extension e on e.cohort = c.id and e.person = m.person and e.lab = a.lab
            where m.person = :person and not m.leads\
            """;

    private static final String DONE =
            """
            select coalesce(bool_or(j.verdict = 'passed' and j.state = 'done'), false) as passed, count(*) > 0 as begun,
                count(*) filter (where (j.state <> 'done' or j.verdict <> 'unjudged')
                    and not exists (select from rejudging r where r.version = v.id and not r.was_attempt)) as attempts
            from version v join judging j on j.version = v.id
            where v.person = ? and v.lab = ? and (j.lease > 0 or j.state <> 'done')\
            """;

    private final JdbcClient db;
    private final Catalog catalog;
    private final Clock clock;

    TermBook(JdbcClient db, Catalog catalog, Clock clock) {
        this.db = db;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// `Fri 27 Nov 2026, 23:59 (Europe/Amsterdam)`.
    public static String moment(Instant at, ZoneId zone) {
        return "%s (%s)".formatted(MOMENT.format(at.atZone(zone)), zone.getId());
    }

    public Terms terms(Learner learner, LabId lab) {
        var all =
                db.sql(TERMS + " and a.lab = :lab order by lower(c.name), c.id")
                        .param("person", learner.person())
                        .param("lab", lab.toString())
                        .query((row, at) -> term(row))
                        .list();
        return new Terms(all, all.isEmpty() ? new Terms.Done(false, false, 0) : done(learner, lab));
    }

    /// What a learner's cohorts ask, lab by lab.
    public Map<LabId, List<Term>> all(Learner learner) {
        var all = new HashMap<LabId, List<Term>>();
        db.sql(TERMS)
                .param("person", learner.person())
                .query(row -> {
                    all.computeIfAbsent(LabId.of(row.getString("lab")), it -> new ArrayList<>())
                            .add(term(row));
                });
        return all;
    }

    private Terms.Done done(Learner learner, LabId lab) {
        return db.sql(DONE)
                .params(learner.person(), lab.toString())
                .query((row, at) ->
                        new Terms.Done(
                                row.getBoolean("passed"),
                                row.getBoolean("begun"),
                                row.getInt("attempts")))
                .single();
    }

    @Override
    public void require(Learner learner, LabId lab) {
        var terms = terms(learner, lab);
        var now = clock.instant();
        terms.refusing(now)
                .ifPresent(it -> {
                    throw CannotAnswer.notNow(refusal(title(lab), it, terms.done(), now));
                });
    }

    private static String refusal(String lab, Term term, Terms.Done done, Instant now) {
        var assignment = term.assignment();
        if (!done.begun() && !assignment.isOpen(now)) {
            return "%s opens on %s in %s. Until then you can read, write and run it; what you type is kept."
                    .formatted(lab, moment(assignment.opening(), term.zone()), term.cohort());
        }
        if (assignment.isClosed(now)) {
            return "%s was due by %s in %s, and is closed. Whoever leads the cohort can give you more time."
                    .formatted(lab, moment(assignment.deadline(), term.zone()), term.cohort());
        }
        return "Your attempts at %s are used up: %s gives %d. Whoever leads the cohort can allow more."
                .formatted(lab, term.cohort(), assignment.allowance().attempts());
    }

    @Override
    public Limits of(Learner learner, LabId lab) {
        var terms = terms(learner, lab);
        var now = clock.instant();
        return new Limits(
                terms.holdsHints(now) ? hints(terms) : "",
                terms.betweenHints(),
                terms.hidesSolution(now) ? solution(title(lab), terms, now) : "");
    }

    private static String hints(Terms terms) {
        return "Hints of this lab open after %s; you have made %d."
                .formatted(attempts(Math.max(1, terms.hintsAfter())), terms.done().attempts());
    }

    /// `3 attempts`.
    public static String attempts(int count) {
        return count + (count == 1 ? " attempt" : " attempts");
    }

    private static String solution(String lab, Terms terms, Instant now) {
        return terms.opening(now)
                .map(it ->
                        "The solution of %s comes with the lab, which opens on %s."
                                .formatted(lab, moment(it.assignment().opening(), it.zone())))
                .orElse(
                        "The solution of %s is shown after a pass here, or after its deadline."
                                .formatted(lab));
    }

    private String title(LabId lab) {
        return catalog.all().stream()
                .filter(it -> it.id().equals(lab))
                .findFirst()
                .map(it -> it.sheet().title())
                .orElse(lab.toString());
    }

    private static Term term(ResultSet row) throws SQLException {
        var more = Assignments.instant(row, "extended_to");
        var assignment = Assignments.assignment(row);
        boolean extended = more != null && more.isAfter(assignment.deadline());
        return new Term(
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                more != null && extended ? assignment.extended(more) : assignment,
                extended);
    }
}
