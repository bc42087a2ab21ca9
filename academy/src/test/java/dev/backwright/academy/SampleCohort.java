package dev.backwright.academy;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Allowance;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Extensions;
import dev.backwright.judge.Lab;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A cohort in its fourth week: some ahead, some behind, some stuck.
public final class SampleCohort {

    private static final List<String> NAMES =
            List.of(
                    "Aaltje de Wit",
                    "Adaeze Okafor",
                    "Beatriz Lima",
                    "Chidi Eze",
                    "Dagny Halvorsen",
                    "Elif Kaya",
                    "Farid Rahimi",
                    "Hana Kobayashi",
                    "Jonas Weber",
                    "Lucía Ortega",
                    "Oskar Lindqvist",
                    "Tomasz Zieliński");

    private final OpenAcademy academy;
    private final JdbcClient db;
    private final Random random = new Random(7);

    private SampleCohort(OpenAcademy academy) {
        this.academy = academy;
        this.db = academy.bean(JdbcClient.class);
    }

    /// @return its id
    public static UUID of(OpenAcademy academy, Account leader) {
        return new SampleCohort(academy).fill(leader);
    }

    private UUID fill(Account leader) {
        var cohort = academy.bean(Cohorts.class).make(leader, "Backend, autumn 2026");
        var labs = academy.bean(Catalog.class).all();
        var now = Instant.now();
        var midnight = now.truncatedTo(ChronoUnit.DAYS).minusSeconds(1);
        due(cohort, labs.subList(0, 4), midnight.minus(Duration.ofDays(16)));
        ask(
                cohort,
                labs.subList(4, 8),
                new Assignment(
                        null,
                        midnight.minus(Duration.ofDays(6)),
                        true,
                        new Allowance(10, 2, 15, true)));
        due(cohort, labs.subList(8, 11), midnight.plus(Duration.ofDays(5)));
        ask(
                cohort,
                labs.subList(11, 14),
                new Assignment(
                        midnight.plus(Duration.ofDays(7)).plusSeconds(1),
                        null,
                        false,
                        Allowance.ANY));
        for (var name : NAMES) {
            var person = person(cohort, name);
            int far = random.nextInt(2, 13);
            for (int i = 0; i < far; i++) {
                passes(person, labs.get(i), now.minus(Duration.ofDays(24 - 2L * i)));
            }
            fails(person, labs.get(far), now.minus(Duration.ofHours(random.nextInt(200))));
            if (name.startsWith("C")) {
                academy.bean(Extensions.class)
                        .set(
                                leader,
                                cohort,
                                person,
                                labs.subList(4, 8).stream().map(Lab::id).toList(),
                                now.plus(Duration.ofDays(1)));
            }
        }
        return cohort.id();
    }

    private void due(Cohort cohort, List<Lab> labs, Instant at) {
        ask(cohort, labs, Assignment.due(at));
    }

    private void ask(Cohort cohort, List<Lab> labs, Assignment asked) {
        academy.bean(Assignments.class).set(cohort, labs.stream().map(Lab::id).toList(), asked);
    }

    private UUID person(Cohort cohort, String name) {
        var person = UUID.randomUUID();
        db.sql("insert into person (id, created_at) values (?, now())").param(person).update();
        db.sql(
                        "insert into account (person, name, mail, role, password) values (?, ?, ?, 'learner', '')")
                .params(person, name, person + "@example.org")
                .update();
        db.sql(
                        "insert into cohort_member (cohort, person, leads, joined_at) values (?, ?, false, now())")
                .params(cohort.id(), person)
                .update();
        return person;
    }

    private void passes(UUID person, Lab lab, Instant at) {
        if (random.nextInt(4) == 0) {
            db.sql(
                            "insert into solution_seen (person, lab, seen_at) values (?, ?, now() - interval '60 days')")
                    .params(person, lab.id().toString())
                    .update();
        }
        new SampleAttempt(lab, person, at, List.of(), 1).store(db);
    }

    private void fails(UUID person, Lab lab, Instant at) {
        var wrong = lab.wrongs().get(random.nextInt(Math.min(3, lab.wrongs().size())));
        int tries = random.nextInt(1, 8);
        for (int i = 0; i < tries; i++) {
            new SampleAttempt(lab, person, at.plusSeconds(i), wrong.fails(), 1).store(db);
        }
    }
}
