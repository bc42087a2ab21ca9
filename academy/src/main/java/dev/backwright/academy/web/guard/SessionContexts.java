package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Who a session is. It holds no account and no role: the account is read at each request, so that what an admin changes holds at once. For a page elsewhere it is
/// nobody's, whatever cookie the browser sends along.
final class SessionContexts implements SecurityContextRepository {

    /// Came by a passkey, or with a token that was made by somebody who had.
    static final String BY_PASSKEY = "BY_PASSKEY";

    private final Accounts accounts;
    private final Origins origins;

    SessionContexts(Accounts accounts, Origins origins) {
        this.accounts = accounts;
        this.origins = origins;
    }

    static String authority(Role role) {
        return "ROLE_" + role.name();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loaded(request);
    }

    /// Nothing asks for it any more; the interface still has it.
    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // a session begins and ends in Sessions alone
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return person(request).isPresent();
    }

    private Optional<UUID> person(HttpServletRequest request) {
        return origins.isForeign(request) || GitPaths.is(request)
                ? Optional.empty()
                : Sessions.person(request);
    }

    private static SecurityContext context(Optional<Account> account, boolean byPasskey) {
        var context = SecurityContextHolder.createEmptyContext();
        account.filter(it -> !it.suspended())
                .ifPresent(it ->
                        context.setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        it, null, authorities(it.role(), byPasskey))));
        return context;
    }

    static List<SimpleGrantedAuthority> authorities(Role role, boolean byPasskey) {
        return Stream.concat(
                        Arrays.stream(Role.values())
                                .filter(role::mayAct)
                                .map(SessionContexts::authority),
                        Stream.of(BY_PASSKEY).filter(it -> byPasskey))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    /// Asks the database once, and only if somebody wants to know.
    private final class Loaded implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Loaded(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known =
                        context(
                                person(request).flatMap(accounts::byId),
                                Sessions.isByPasskey(request));
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
