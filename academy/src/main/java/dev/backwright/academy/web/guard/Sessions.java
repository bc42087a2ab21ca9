package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
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
        var end = Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST);
        return end.isAfter(Instant.now()) ? Optional.of(UUID.fromString(person)) : Optional.empty();
    }

    /// A new session, whatever the browser brought: nobody can have known its id before.
    public void begin(HttpServletRequest request, Account account) {
        end(request);
        request.getSession(true).setAttribute(PERSON, account.person().toString());
        LOG.info("Person {} is in", account.person());
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

    /// How many sessions a person has.
    public int count(Account account) {
        return sessions.findByPrincipalName(account.person().toString()).size();
    }

    /// Ends all of a person's sessions.
    public void endAll(UUID person) {
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
    }
}
