package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Obstacles;
import dev.backwright.academy.cohorts.Place;
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
        try (var member = Member.stranger(academy)) {
            assertEquals(303, member.join(link(1), name, Member.mail()).statusCode());
            return member.account();
        }
    }

    CohortGrid.Grid grid() throws Exception {
        var cohort = academy.bean(Cohorts.class).of(leader.account(), id);
        return academy.bean(CohortGrid.class)
                .of(cohort, academy.bean(Assignments.class).of(cohort));
    }

    Optional<Place> anyPlace(Account whose) throws Exception {
        return grid().rows().stream()
                .filter(row -> row.member().person().equals(whose.person()))
                .findFirst()
                .map(row -> row.places().get(CohortsTest.CLOSURES));
    }

    Place place(Account whose) throws Exception {
        return anyPlace(whose).orElseThrow();
    }

    List<Obstacles.Obstacle> obstacles() throws Exception {
        return academy.bean(Obstacles.class)
                .of(academy.bean(Cohorts.class).of(leader.account(), id));
    }
}
