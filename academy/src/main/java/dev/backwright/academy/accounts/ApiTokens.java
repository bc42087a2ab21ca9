package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.stereotype.Component;

/// Tokens by which a person's programs come in: each with a name, scopes and an end, shown once. Taken back, it opens nothing any more.
@Component
@ForMany
public final class ApiTokens {

    /// So long one may be good, in days.
    public static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 80;

    private final TokenRows rows;
    private final Accounts accounts;
    private final Signature signature;
    private final AuditLog audit;

    ApiTokens(TokenRows rows, Accounts accounts, Signature signature, AuditLog audit) {
        this.rows = rows;
        this.accounts = accounts;
        this.signature = signature;
        this.audit = audit;
    }

    /// @param usedAt when last, to the minute; `null` for never
    public record Listed(
            UUID id,
            String name,
            Set<Scope> scopes,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /// Who comes in with a token, and what for.
    ///
    /// @param byPasskey whether it was made by somebody who had come by one
    public record Bearer(Account account, Set<Scope> scopes, boolean byPasskey) {}

    /// @param days one of [#DAYS]
    /// @param byPasskey whether its owner has come by one: what is open to those alone is then open to the token, too
    /// @return the token, which is kept nowhere
    /// @throws CannotAnswer where it has no name, no scope, another length, or there are 20 already
    public String make(Account owner, String name, Set<Scope> scopes, int days, boolean byPasskey) {
        var called = name.strip();
        require(
                !called.isEmpty() && called.length() <= LONGEST_NAME,
                "A token's name has 1 to %d characters.".formatted(LONGEST_NAME));
        require(!scopes.isEmpty(), "Choose at least one thing the token is for.");
        require(DAYS.contains(days), "A token is good for 7, 30, 90 or 365 days.");
        require(
                of(owner).size() < MOST,
                "You have %d tokens. Take one back first.".formatted(MOST));
        var made = rows.add(owner, called, scopes, days, byPasskey);
        var may = Scope.words(scopes);
        audit.write(
                owner,
                "made a token for",
                String.join(", ", may),
                new AccountChange(owner, AccountChange.Kind.TOKEN_MADE));
        return signature.sign(
                JwtClaimsSet.builder()
                        .id(made.id().toString())
                        .subject(owner.person().toString())
                        .issuedAt(made.madeAt())
                        .expiresAt(made.expiresAt())
                        .claim("scope", String.join(" ", may)));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw CannotAnswer.refused(otherwise, List.of(otherwise));
        }
    }

    /// Those that are still good, the latest first.
    public List<Listed> of(Account owner) {
        return rows.of(owner);
    }

    /// Another's stays.
    ///
    /// @throws CannotAnswer where there is none, or none of theirs
    public void revoke(Account owner, UUID id) {
        if (!rows.remove(owner, id)) {
            throw CannotAnswer.notFound("There is no such token.");
        }
        audit.write(owner, "took back", "a token");
    }

    /// Who brings this token, if it is one of ours, not taken back, not too old, and its owner is not suspended.
    public Optional<Bearer> bearer(String token) {
        return signature.read(token).flatMap(this::known);
    }

    private Optional<Bearer> known(Jwt token) {
        var person = UUID.fromString(token.getSubject());
        return rows.use(UUID.fromString(token.getId()), person)
                .flatMap(good ->
                        accounts.byId(person)
                                .filter(it -> !it.suspended())
                                .map(it -> new Bearer(it, good.scopes(), good.byPasskey())));
    }
}
