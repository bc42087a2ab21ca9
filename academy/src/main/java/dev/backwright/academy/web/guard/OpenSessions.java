package dev.backwright.academy.web.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.platform.ForMany;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The sessions of a person, one by one.
@Component
@ForMany
public final class OpenSessions {

    private static final Comparator<OpenSession> ORDER =
            Comparator.comparing((OpenSession it) -> !it.here())
                    .thenComparing(OpenSession::used, Comparator.reverseOrder());

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /// Those that open anything still: the one that asks, then the others by when they last did.
    public List<OpenSession> of(Account account) {
        var here = Visitors.request().map(it -> it.getSession(false)).map(it -> it.getId());
        return sessions.findByPrincipalName(account.person().toString()).values().stream()
                .filter(it -> !it.isExpired() && !Sessions.isTooOld(it))
                .map(it -> told(it, here))
                .sorted(ORDER)
                .toList();
    }

    /// @return whether there was such a session of theirs
    public boolean end(Account account, String id) {
        var known =
                sessions.findByPrincipalName(account.person().toString()).keySet().stream()
                        .filter(it -> name(it).equals(id))
                        .findFirst();
        known.ifPresent(sessions::deleteById);
        return known.isPresent();
    }

    private static OpenSession told(Session session, Optional<String> here) {
        return new OpenSession(
                name(session.getId()),
                session.getAttributeOrDefault(Sessions.BROWSER, BrowserName.UNKNOWN),
                Sessions.begun(session),
                session.getLastAccessedTime(),
                here.filter(session.getId()::equals).isPresent());
    }

    /// A session's own id is what a browser comes in with: a page never shows it.
    private static String name(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
