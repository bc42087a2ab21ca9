package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.PasskeyRule;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;

/// Who may do what in an academy for many: one row for each route, and one for each field of the graph that is asked for by itself. What has no row nobody
/// may do. Whether what a route names is theirs, its feature asks, with the learner; what is another's is not there (`EveryRouteTest`).
public final class Rights {

    /// @param method of HTTP, or [#FIELD]
    /// @param path as Spring writes patterns; a field as `Query.me`
    /// @param least the role from which on it is allowed; `null` for everybody, signed in or not
    /// @param scopes what a token has to be for, one of these; none where no token will do
    /// @param lasting whether it makes what opens as much as a passkey does: who works by passkey alone does this by one, too
    public record Right(
            String method, String path, @Nullable Role least, Set<Scope> scopes, boolean lasting) {

        Right(String method, String path, @Nullable Role least) {
            this(method, path, least, Set.of(), false);
        }

        /// The same, also with a token for one of these.
        Right by(Scope... these) {
            return new Right(method, path, least, Set.of(these), lasting);
        }

        Right thatLasts() {
            return new Right(method, path, least, scopes, true);
        }

        /// Whether somebody of this role has to have come by a passkey for it.
        public boolean wantsPasskey(PasskeyRule rule, Role role) {
            return (least != null && rule.binds(least)) || (lasting && rule.binds(role));
        }
    }

    /// In place of a method of HTTP.
    static final String FIELD = "FIELD";

    private static final String LAB = "/api/labs/{step}/{name}";
    private static final String GIT = "/git/{step}/{name}.git";

    public static final List<Right> ALL =
            List.of(
                    everybody("GET", "/assets/**"),
                    everybody("GET", "/favicon.ico"),
                    everybody("GET", "/sign-in"),
                    everybody("POST", "/sign-in"),
                    everybody("POST", "/sign-in/provider"),
                    everybody("GET", "/sign-in/back/{provider}"),
                    everybody("GET", "/sign-in/forgotten"),
                    everybody("POST", "/sign-in/forgotten"),
                    everybody("POST", "/api/sign-in/passkey/challenge"),
                    everybody("POST", "/api/sign-in/passkey"),
                    everybody("POST", "/sign-out"),
                    everybody("GET", "/join"),
                    everybody("POST", "/join"),
                    everybody("GET", "/health/live"),
                    everybody("GET", "/health/ready"),
                    // by a token of its own, and only where the operator has set one
                    everybody("GET", "/metrics"),
                    // what badges say, and whether they do: for whoever is shown one
                    everybody("GET", "/badges/verify"),
                    everybody("POST", "/badges/verify"),
                    everybody("GET", "/badges/issuer"),
                    everybody("GET", "/badges/achievements/{step}"),
                    everybody("GET", "/badges/keys/{id}"),
                    everybody("GET", "/.well-known/jwks.json"),
                    everybody("GET", "/badges/{id}"),
                    everybody("GET", "/badges/{id}/credential.jwt"),
                    everybody("GET", "/badges/{id}/credential.json"),
                    learners("POST", "/join/with-account"),
                    // their own learning, and what those they lead have handed in
                    learners("GET", "/"),
                    learners("GET", "/labs/{step}/{name}"),
                    learners("GET", "/playground"),
                    learners("GET", "/review"),
                    learners("GET", LAB + "/draft"),
                    learners("PUT", LAB + "/draft"),
                    learners("POST", LAB + "/draft/keep"),
                    learners("GET", LAB + "/starter").by(Scope.READ),
                    learners("GET", LAB + "/snippets"),
                    learners("POST", LAB + "/start-again"),
                    learners("POST", LAB + "/runs"),
                    learners("GET", "/api/runs/{id}/events"),
                    learners("POST", "/api/runs/{id}/requests"),
                    learners("DELETE", "/api/runs/{id}"),
                    learners("POST", "/api/recordings"),
                    learners("GET", LAB + "/submissions"),
                    learners("POST", LAB + "/submissions").by(Scope.SUBMIT),
                    learners("GET", LAB + "/events"),
                    learners("GET", "/api/submissions/{id}").by(Scope.READ),
                    learners("GET", "/api/submissions/{id}/events").by(Scope.READ),
                    learners("GET", "/api/submissions/{id}/files").by(Scope.READ),
                    learners("GET", "/submissions/{id}"),
                    learners("POST", "/submissions/{id}/comments"),
                    learners("POST", "/submissions/{id}/comments/{comment}/delete"),
                    learners("POST", "/submissions/{id}/again"),
                    learners("GET", "/submissions/{id}/reports/{digest}"),
                    learners("POST", LAB + "/hints"),
                    learners("POST", LAB + "/solution"),
                    learners("GET", LAB + "/answers"),
                    learners("POST", LAB + "/predictions/{key}"),
                    learners("POST", LAB + "/recalls"),
                    learners("GET", "/api/predictions"),
                    learners("POST", "/api/predictions"),
                    learners("POST", "/api/predictions/{id}"),
                    learners("GET", "/api/recalls"),
                    learners("GET", "/api/export").by(Scope.READ),
                    learners("POST", "/api/import"),
                    learners("GET", "/api/status"),
                    // for programs
                    everybody("GET", "/api/openapi.yaml"),
                    learners("POST", "/graphql").by(Scope.READ, Scope.COHORTS),
                    learners("GET", "/api/me").by(Scope.READ),
                    learners("GET", "/api/labs").by(Scope.READ),
                    learners("GET", LAB).by(Scope.READ),
                    learners("GET", "/api/submissions").by(Scope.READ),
                    instructors("GET", "/api/cohorts").by(Scope.COHORTS),
                    instructors("GET", "/api/cohorts/{id}").by(Scope.COHORTS),
                    // for git; what asks for a push needs the scope of one
                    learners("GET", GIT + "/info/refs").by(Scope.READ),
                    learners("POST", GIT + "/git-upload-pack").by(Scope.READ),
                    learners("POST", GIT + "/git-receive-pack").by(Scope.SUBMIT),
                    // their own account
                    learners("GET", "/me/tokens"),
                    learners("POST", "/me/tokens").thatLasts(),
                    learners("POST", "/me/tokens/{id}/revoke"),
                    learners("POST", "/me/badges"),
                    learners("POST", "/me/badges/{id}/withdraw"),
                    learners("GET", "/me"),
                    learners("POST", "/me/name"),
                    learners("POST", "/me/password"),
                    learners("POST", "/me/sessions"),
                    learners("POST", "/me/sessions/{id}/end"),
                    learners("POST", "/me/providers"),
                    learners("POST", "/me/providers/unlink"),
                    learners("POST", "/api/me/passkeys/challenge"),
                    learners("POST", "/api/me/passkeys"),
                    learners("POST", "/me/passkeys/{id}/remove"),
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
                    admins("POST", "/people/invitations/{id}/link"),
                    admins("POST", "/people/letters/{id}/again"),
                    admins("POST", "/people/{id}/role"),
                    admins("POST", "/people/{id}/suspended"),
                    admins("POST", "/people/{id}/recovery"),
                    // how the academy runs
                    admins("GET", "/admin"));

    /// Fields that are asked for by themselves; the others come with what they are of.
    public static final List<Right> FIELDS =
            List.of(
                    learners(FIELD, "Query.me").by(Scope.READ),
                    learners(FIELD, "Query.steps").by(Scope.READ),
                    learners(FIELD, "Query.lab").by(Scope.READ),
                    learners(FIELD, "Lab.latest").by(Scope.READ),
                    learners(FIELD, "Lab.submissions").by(Scope.READ),
                    learners(FIELD, "Query.submissions").by(Scope.READ),
                    learners(FIELD, "Query.submission").by(Scope.READ),
                    instructors(FIELD, "Query.cohorts").by(Scope.COHORTS),
                    instructors(FIELD, "Query.cohort").by(Scope.COHORTS),
                    instructors(FIELD, "Grid.due").by(Scope.COHORTS),
                    instructors(FIELD, "Grid.people").by(Scope.COHORTS),
                    instructors(FIELD, "Grid.obstacles").by(Scope.COHORTS));

    private static final Map<String, Right> BY_FIELD =
            FIELDS.stream().collect(Collectors.toUnmodifiableMap(Right::path, it -> it));

    /// What machines that look after this one ask, by whichever address they know.
    static final Set<String> MACHINES = Set.of("/health/live", "/health/ready", "/metrics");

    private static final String HAS_ROLE = Rights.class.getName() + ".hasRole";
    private static final String WANTS_PASSKEY = Rights.class.getName() + ".wantsPasskey";
    private static final String UNKNOWN = Rights.class.getName() + ".unknown";

    private Rights() {}

    static void grant(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests,
            PasskeyRule rule) {
        // was allowed when it came: only how it goes on
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
        for (Right right : ALL) {
            grant(requests, HttpMethod.valueOf(right.method()), right, rule);
            if (right.method().equals("GET")) {
                grant(requests, HttpMethod.HEAD, right, rule);
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
            Right right,
            PasskeyRule rule) {
        var allowed = requests.requestMatchers(method, right.path());
        Role least = right.least();
        if (least == null) {
            allowed.permitAll();
        } else {
            allowed.access((who, context) -> {
                var known = who.get();
                if (known == null) {
                    throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
                }
                var request = context.getRequest();
                boolean may = decide(right, least, known, request);
                boolean wants = may && lacksPasskey(right, known, rule);
                request.setAttribute(WANTS_PASSKEY, wants);
                return new AuthorizationDecision(may && !wants);
            });
        }
    }

    private static boolean lacksPasskey(Right right, Authentication who, PasskeyRule rule) {
        return !has(who, SessionContexts.BY_PASSKEY)
                && who.getPrincipal() instanceof Account account
                && right.wantsPasskey(rule, account.role());
    }

    private static boolean decide(
            Right right, Role least, Authentication who, HttpServletRequest request) {
        boolean role = has(who, SessionContexts.authority(least));
        request.setAttribute(HAS_ROLE, role);
        return role && comesBy(GitPaths.scopes(request, right.scopes()), who);
    }

    /// Why somebody may not ask for a field; nothing where they may.
    static Optional<Refusal> ofField(String field, Authentication who, PasskeyRule rule) {
        var right = BY_FIELD.get(field);
        Role least = right == null ? null : right.least();
        if (right == null || least == null || !has(who, SessionContexts.authority(least))) {
            return Optional.of(Refusal.NO_RIGHT);
        }
        if (!comesBy(right.scopes(), who)) {
            return Optional.of(Refusal.NO_SCOPE);
        }
        return lacksPasskey(right, who, rule) ? Optional.of(Refusal.NO_PASSKEY) : Optional.empty();
    }

    private static boolean comesBy(Set<Scope> scopes, Authentication who) {
        return !has(who, Bearers.BY_TOKEN)
                || scopes.stream().anyMatch(it -> has(who, Bearers.authority(it)));
    }

    private static boolean has(Authentication who, String authority) {
        return who.getAuthorities().stream().anyMatch(it -> authority.equals(it.getAuthority()));
    }

    /// Whether a request was refused although its account may do it: for the way it came.
    static boolean hasRole(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(HAS_ROLE));
    }

    /// Whether a request was refused only because whoever sent it had not come by a passkey.
    static boolean wantsPasskey(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(WANTS_PASSKEY));
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
