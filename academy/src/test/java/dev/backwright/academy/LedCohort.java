package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Obstacles;
import dev.backwright.academy.cohorts.Place;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A cohort, and the instructor who leads it.
record LedCohort(OpenAcademy academy, Member leader, UUID id) {

    static LedCohort fresh(OpenAcademy academy) throws Exception {
        return of(academy, Member.joined(academy, Role.INSTRUCTOR));
    }

    static LedCohort of(OpenAcademy academy, Member leader) throws Exception {
        var made = leader.send("/cohorts", "/cohorts", Map.of("name", "Backend"));
        var location = made.headers().firstValue("Location").orElseThrow();
        return new LedCohort(academy, leader, UUID.fromString(location.replaceFirst(".*/", "")));
    }

    String page() {
        return "/cohorts/" + id;
    }

    /// The token of a link into it.
    String link(int seats) throws Exception {
        var made = leader.send(page(), page() + "/links", Map.of("seats", Integer.toString(seats)));
        assertEquals(200, made.statusCode(), made.body());
        return made.body().replaceFirst("(?s).*/join\\?token=([^\"]+).*", "$1");
    }

    Account learner(String name) throws Exception {
        try (var member = member(name)) {
            return member.account();
        }
    }

    CohortGrid.Grid grid() throws Exception {
        return academy.bean(CohortGrid.class).of(cohort());
    }

    Cohort cohort() throws Exception {
        return academy.bean(Cohorts.class).of(leader.account(), id);
    }

    CohortGrid.Row row(Account whose) throws Exception {
        return grid().rows().stream()
                .filter(row -> row.member().person().equals(whose.person()))
                .findFirst()
                .orElseThrow();
    }

    boolean isLate(Account whose) throws Exception {
        return row(whose).isLate(CohortsTest.CLOSURES, Instant.now());
    }

    /// Sends a form that stands on its page.
    HttpResponse<String> ask(String path, Map<String, String> fields) throws Exception {
        return leader.send(page(), page() + path, fields);
    }

    /// Somebody new who learns in it, in a browser of their own.
    Member member(String name) throws Exception {
        var member = Member.stranger(academy);
        assertEquals(303, member.join(link(1), name, Member.mail()).statusCode());
        return member;
    }

    Optional<Place> anyPlace(Account whose) throws Exception {
        return Optional.ofNullable(row(whose).places().get(CohortsTest.CLOSURES));
    }

    Place place(Account whose) throws Exception {
        return anyPlace(whose).orElseThrow();
    }

    List<Obstacles.Obstacle> obstacles() throws Exception {
        return academy.bean(Obstacles.class).of(cohort());
    }
}
