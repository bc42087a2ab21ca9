package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which hints are open. The server decides; a page only asks.
@Component
public final class HintBook {

    private static final TypeReference<Map<String, String>> OUTCOMES = new TypeReference<>() {};

    private final JdbcClient db;
    private final HelpRule rule;
    private final Clock clock;

    HintBook(JdbcClient db, HelpRule rule, Clock clock) {
        this.db = db;
        this.rule = rule;
        this.clock = clock;
    }

    /// The hints of one check.
    ///
    /// @param opened texts opened so far, from the first
    /// @param nextIsOpen whether the next tier may be opened now
    /// @param minutesToNext after how many minutes it may be opened without a further attempt; 0 where none is counted
    /// @param heldBack what holds the next one back beside that, in a sentence; empty for nothing
    public record Hints(
            int tiers,
            List<String> opened,
            boolean nextIsOpen,
            int minutesToNext,
            String heldBack) {
        public Hints {
            opened = List.copyOf(opened);
        }
    }

    /// What of the book is read.
    private record Page(Learner learner, LabId lab, String check) {}

    public Hints of(Learner learner, Lab lab, String check) {
        var tiers = tiers(lab, check);
        var about = new Page(learner, lab.id(), check);
        int opened = Math.min(opened(about), tiers.size());
        var next = next(about, opened);
        var hold = hold(about);
        return new Hints(
                tiers.size(),
                tiers.subList(0, opened),
                opened < tiers.size() && next.open() && hold.isNone(),
                minutes(later(next, hold)),
                hold.says());
    }

    /// What holds every hint of a lab back.
    ///
    /// @param left how long still; zero where it is not time that it wants
    private record Hold(Duration left, String says) {

        boolean isNone() {
            return says.isEmpty();
        }
    }

    private Hold hold(Page about) {
        var limits = rule.of(about.learner(), about.lab());
        var left = limits.between().isZero() ? Duration.ZERO : left(about, limits.between());
        if (!limits.hints().isEmpty() || !left.isPositive()) {
            return new Hold(Duration.ZERO, limits.hints());
        }
        return new Hold(
                left,
                "Between two hints of this lab lie at least %d min: the next opens in %d min."
                        .formatted(limits.between().toMinutes(), minutes(left)));
    }

    private Duration left(Page about, Duration between) {
        return lastOpened(about)
                .map(it -> Duration.between(clock.instant(), it.plus(between)))
                .orElse(Duration.ZERO);
    }

    /// Where it wants attempts, no time opens it.
    private static Duration later(HintRule.Next next, Hold hold) {
        if (!hold.isNone() && hold.left().isZero()) {
            return Duration.ZERO;
        }
        var own = next.open() ? Duration.ZERO : next.waits().orElse(Duration.ZERO);
        return own.compareTo(hold.left()) > 0 ? own : hold.left();
    }

    /// Opens a tier; opening an open one again shows it again.
    ///
    /// @param tier from 1
    /// @throws CannotAnswer while it is closed, saying what opens it
    public String open(Learner learner, Lab lab, String check, int tier) {
        var tiers = tiers(lab, check);
        if (tier < 1 || tier > tiers.size()) {
            throw CannotAnswer.notFound(
                    "The check %s has %d hints; there is no hint %d."
                            .formatted(check, tiers.size(), tier));
        }
        var about = new Page(learner, lab.id(), check);
        int opened = opened(about);
        if (tier > opened) {
            requireOpen(about, tier, opened);
            remember(about, tier);
        }
        return tiers.get(tier - 1);
    }

    private void requireOpen(Page about, int tier, int opened) {
        var next = next(about, opened);
        var hold = hold(about);
        if (tier == opened + 1 && !hold.isNone()) {
            throw CannotAnswer.notNow(hold.says());
        }
        if (tier == opened + 1 && next.open()) {
            return;
        }
        throw CannotAnswer.notNow(
                tier > opened + 1
                        ? "Hint %d comes first.".formatted(opened + 1)
                        : next.waits()
                                .map(wait -> closed(tier, wait))
                                .orElse("Hints open once the check has failed."));
    }

    private static String closed(int tier, Duration wait) {
        return "Hint %d opens when an attempt changes files and result, or in %d min."
                .formatted(tier, minutes(wait));
    }

    private static int minutes(Duration wait) {
        return (int) wait.plusSeconds(59).toMinutes();
    }

    private static List<String> tiers(Lab lab, String check) {
        return Optional.ofNullable(lab.checks().get(check))
                .orElseThrow(() ->
                        CannotAnswer.notFound("%s has no check %s.".formatted(lab.id(), check)));
    }

    private HintRule.Next next(Page about, int opened) {
        return HintRule.next(
                about.check(), attempts(about), openedAt(about, opened), clock.instant());
    }

    private List<Attempt> attempts(Page about) {
        return db.sql(
                        """
                        select j.judged_at, v.files_digest, (select jsonb_object_agg(c ->> 'id', c ->> 'outcome')
                            from jsonb_array_elements(j.report -> 'checks') c)::text as outcomes
                        from version v join judging j on j.version = v.id
                        where v.person = ? and v.lab = ? and j.state = 'done' order by j.judged_at, v.number\
                        """)
                .params(about.learner().person(), about.lab().toString())
                .query((row, at) ->
                        new Attempt(
                                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                                row.getString("files_digest"),
                                JsonMapper.shared().readValue(row.getString("outcomes"), OUTCOMES)))
                .list();
    }

    private int opened(Page about) {
        return db.sql(
                        """
                        select coalesce(max(tier), 0) from hint_opened
                        where person = ? and lab = ? and check_id = ?\
                        """)
                .params(about.learner().person(), about.lab().toString(), about.check())
                .query(Integer.class)
                .single();
    }

    private Optional<Instant> lastOpened(Page about) {
        return db.sql("select max(opened_at) as at from hint_opened where person = ? and lab = ?")
                .params(about.learner().person(), about.lab().toString())
                .query((row, at) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private Optional<Instant> openedAt(Page about, int tier) {
        return db.sql(
                        """
                        select opened_at from hint_opened
                        where person = ? and lab = ? and check_id = ? and tier = ?\
                        """)
                .params(about.learner().person(), about.lab().toString(), about.check(), tier)
                .query((row, at) -> row.getObject("opened_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private void remember(Page about, int tier) {
        db.sql(
                        """
                        insert into hint_opened (person, lab, check_id, tier, opened_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing\
                        """)
                .params(
                        about.learner().person(),
                        about.lab().toString(),
                        about.check(),
                        tier,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
