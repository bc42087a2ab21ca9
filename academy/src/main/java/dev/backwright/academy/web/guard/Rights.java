package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/// Who may do what in an academy for many: one row for each route. What has no row nobody may do. Whether what a route names is
/// theirs, its feature asks, with the learner; what is another's is not there (`EveryRouteTest`).
public final class Rights {

    /// @param method of HTTP
    /// @param path as Spring writes patterns
    /// @param least the role from which on it is allowed; `null` for everybody, signed in or not
    public record Right(String method, String path, @Nullable Role least) {}

    private static final String LAB = "/api/labs/{step}/{name}";

    public static final List<Right> ALL =
            List.of(
                    everybody("GET", "/assets/**"),
                    everybody("GET", "/favicon.ico"),
                    everybody("GET", "/sign-in"),
                    everybody("POST", "/sign-in"),
                    everybody("POST", "/sign-out"),
                    everybody("GET", "/join"),
                    everybody("POST", "/join"),
                    learners("POST", "/join/with-account"),
                    // their own learning, and what those they lead have handed in
                    learners("GET", "/"),
                    learners("GET", "/labs/{step}/{name}"),
                    learners("GET", "/playground"),
                    learners("GET", "/review"),
                    learners("GET", LAB + "/draft"),
                    learners("PUT", LAB + "/draft"),
                    learners("POST", LAB + "/draft/keep"),
                    learners("GET", LAB + "/starter"),
                    learners("GET", LAB + "/snippets"),
                    learners("POST", LAB + "/start-again"),
                    learners("POST", LAB + "/runs"),
                    learners("GET", "/api/runs/{id}/events"),
                    learners("POST", "/api/runs/{id}/requests"),
                    learners("DELETE", "/api/runs/{id}"),
                    learners("POST", "/api/recordings"),
                    learners("GET", LAB + "/submissions"),
                    learners("POST", LAB + "/submissions"),
                    learners("GET", LAB + "/events"),
                    learners("GET", "/api/submissions/{id}"),
                    learners("GET", "/api/submissions/{id}/events"),
                    learners("GET", "/api/submissions/{id}/files"),
                    learners("GET", "/submissions/{id}"),
                    learners("POST", "/submissions/{id}/comments"),
                    learners("POST", "/submissions/{id}/comments/{comment}/delete"),
                    learners("POST", LAB + "/hints"),
                    learners("POST", LAB + "/solution"),
                    learners("GET", LAB + "/answers"),
                    learners("POST", LAB + "/predictions/{key}"),
                    learners("POST", LAB + "/recalls"),
                    learners("GET", "/api/predictions"),
                    learners("POST", "/api/predictions"),
                    learners("POST", "/api/predictions/{id}"),
                    learners("GET", "/api/recalls"),
                    learners("GET", "/api/export"),
                    learners("POST", "/api/import"),
                    learners("GET", "/api/status"),
                    // their own account
                    learners("GET", "/me"),
                    learners("POST", "/me/name"),
                    learners("POST", "/me/password"),
                    learners("POST", "/me/sessions"),
                    learners("POST", "/me/delete"),
                    // cohorts they lead; any other is not there
                    instructors("GET", "/cohorts"),
                    instructors("POST", "/cohorts"),
                    instructors("GET", "/cohorts/{id}"),
                    instructors("GET", "/cohorts/{id}/grades.csv"),
                    instructors("POST", "/cohorts/{id}/name"),
                    instructors("POST", "/cohorts/{id}/links"),
                    instructors("POST", "/cohorts/{id}/deadlines"),
                    instructors("POST", "/cohorts/{id}/extensions"),
                    instructors("POST", "/cohorts/{id}/zone"),
                    instructors("POST", "/cohorts/{id}/people/{person}/remove"),
                    instructors("POST", "/cohorts/{id}/leaders"),
                    instructors("POST", "/cohorts/{id}/leaders/link"),
                    instructors("POST", "/cohorts/{id}/leaders/{person}/remove"),
                    instructors("POST", "/cohorts/{id}/rejudgings"),
                    instructors("GET", "/cohorts/{id}/rejudgings/{run}"),
                    instructors("POST", "/cohorts/{id}/rejudgings/{run}/stop"),
                    // others' accounts
                    admins("GET", "/people"),
                    admins("POST", "/people/invitations"),
                    admins("POST", "/people/invitations/{id}/revoke"),
                    admins("POST", "/people/{id}/role"),
                    admins("POST", "/people/{id}/suspended"),
                    admins("POST", "/people/{id}/recovery"));

    private static final String UNKNOWN = Rights.class.getName() + ".unknown";

    private Rights() {}

    static void grant(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        // was allowed when it came: only how it goes on
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
        for (Right right : ALL) {
            grant(requests, HttpMethod.valueOf(right.method()), right);
            if (right.method().equals("GET")) {
                grant(requests, HttpMethod.HEAD, right);
            }
        }
        requests.anyRequest()
                .access((who, context) -> {
                    context.getRequest().setAttribute(UNKNOWN, true);
                    return new AuthorizationDecision(false);
                });
    }

    /// Whether a request was refused because nothing of ours has its address.
    static boolean isUnknown(HttpServletRequest request) {
        return request.getAttribute(UNKNOWN) != null;
    }

    private static void grant(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests,
            HttpMethod method,
            Right right) {
        var allowed = requests.requestMatchers(method, right.path());
        Role least = right.least();
        if (least == null) {
            allowed.permitAll();
        } else {
            allowed.hasAuthority(SessionContexts.authority(least));
        }
    }

    private static Right everybody(String method, String path) {
        return new Right(method, path, null);
    }

    private static Right learners(String method, String path) {
        return new Right(method, path, Role.LEARNER);
    }

    private static Right instructors(String method, String path) {
        return new Right(method, path, Role.INSTRUCTOR);
    }

    private static Right admins(String method, String path) {
        return new Right(method, path, Role.ADMIN);
    }
}
