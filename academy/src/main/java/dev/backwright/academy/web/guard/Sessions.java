package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Came;
import dev.backwright.academy.accounts.Passkey;
import dev.backwright.academy.platform.ForMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Begins and ends sessions. One ends after twelve hours without a request, and after seven days in any case.
@Component
@ForMany
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    static final int IDLE_SECONDS = 12 * 60 * 60;

    private static final Duration LONGEST = Duration.ofDays(7);

    /// Spring Session finds the sessions of a person by it.
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private static final String PASSKEY = "passkey";
    private static final String SINCE = "since";
    static final String BROWSER = "browser";
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /// Whose session a request brings; nobody's once it is too old.
    static Optional<UUID> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PERSON) instanceof String person)) {
            return Optional.empty();
        }
        return isTooOld(begun(request)) ? Optional.empty() : Optional.of(UUID.fromString(person));
    }

    private static boolean isTooOld(Instant begun) {
        return !begun.plus(LONGEST).isAfter(Instant.now());
    }

    static boolean isTooOld(Session session) {
        return isTooOld(begun(session));
    }

    static Instant begun(Session session) {
        String since = session.getAttributeOrDefault(SINCE, "");
        return since.isEmpty() ? session.getCreationTime() : Instant.parse(since);
    }

    /// When they came in, be it into another session that this one goes on from.
    private static Instant begun(HttpServletRequest request) {
        var since = text(request, SINCE);
        return since.isEmpty()
                ? Instant.ofEpochMilli(request.getSession().getCreationTime())
                : Instant.parse(since);
    }

    /// A new session, whatever the browser brought: nobody can have known its id before.
    public void begin(HttpServletRequest request, Account account) {
        begin(request, account, "", Instant.now().toString());
    }

    /// The same for whoever came by a passkey.
    public void begin(HttpServletRequest request, Account account, Passkey passkey) {
        begin(request, account, passkey.id().toString(), Instant.now().toString());
    }

    private static void begin(
            HttpServletRequest request, Account account, String passkey, String since) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(PERSON, account.person().toString());
        session.setAttribute(PASSKEY, passkey);
        session.setAttribute(SINCE, since);
        session.setAttribute(BROWSER, BrowserName.of(request.getHeader("User-Agent")));
        LOG.info("Person {} is in", account.person());
    }

    /// Ends all of a person's sessions; a new one goes on from the present, and is as old.
    public void onlyHere(HttpServletRequest request, Account account) {
        var passkey = text(request, PASSKEY);
        var since = begun(request).toString();
        endAll(account.person());
        begin(request, account, passkey, since);
    }

    /// How whoever looks at the present page came in.
    public Came came() {
        var since = Visitors.request().map(it -> text(it, SINCE)).filter(it -> !it.isEmpty());
        return new Came(
                Visitors.request().filter(Sessions::isByPasskey).isPresent(),
                since.map(Instant::parse)
                        .filter(it -> it.plus(LATELY).isAfter(Instant.now()))
                        .isPresent());
    }

    static boolean isByPasskey(HttpServletRequest request) {
        return !text(request, PASSKEY).isEmpty();
    }

    private static String text(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(name) instanceof String text ? text : "";
    }

    /// *Sign out.* What the browser keeps of this academy goes with it.
    public void end(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /// Ends those that began with this passkey.
    public void endThose(Account account, UUID passkey) {
        sessions.findByPrincipalName(account.person().toString())
                .forEach((id, session) -> {
                    if (passkey.toString().equals(session.getAttribute(PASSKEY))) {
                        sessions.deleteById(id);
                    }
                });
    }

    /// Ends all of a person's sessions.
    public void endAll(UUID person) {
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
    }
}
