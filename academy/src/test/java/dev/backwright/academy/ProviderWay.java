package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.services.oidc.Person;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/// The way in through a provider, as a browser goes it.
record ProviderWay(OpenAcademy academy, PlayedProvider school) {

    static Person person(String mail) {
        return new Person(
                UUID.randomUUID().toString(),
                Map.of("email", mail, "email_verified", true, "name", "Ada Quist"));
    }

    /// Where the browser is sent that wants in.
    static String begun(Member member, Map<String, String> fields) throws Exception {
        return refreshed(member.send("/sign-in?next=/me", "/sign-in/provider", fields));
    }

    static String begun(Member member) throws Exception {
        return begun(member, Map.of("provider", "school", "next", "/me"));
    }

    static String refreshed(HttpResponse<String> page) {
        assertEquals(200, page.statusCode(), page.body());
        return page.headers().firstValue("Refresh").orElseThrow().replace("0; url=", "");
    }

    HttpResponse<String> back(Member member, String address) throws Exception {
        return member.get(address.replace(academy.premises().url(), ""));
    }

    HttpResponse<String> through(Member member, Person person) throws Exception {
        return back(member, school.agreed(begun(member), person));
    }

    static void refused(HttpResponse<String> answer, String says) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(says), answer.body());
        assertFalse(
                answer.headers().allValues("Set-Cookie").toString().contains("backwright_session"));
    }

    Member withPassword(String mail) throws Exception {
        var member = stranger();
        var token = academy.bean(Invitations.class).invite(null, Role.LEARNER, mail, 1);
        assertEquals(303, member.join(token, "Ada", mail).statusCode());
        return member;
    }

    Member stranger() {
        return Member.stranger(academy);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.body()));
    }
}
