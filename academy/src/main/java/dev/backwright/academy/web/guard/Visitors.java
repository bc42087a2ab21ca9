package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Who looks at the page that is being made: for what stands around it, never for what is in it.
@Component
public final class Visitors {

    /// @param csrf what changes have to bring along; empty where none can be made
    /// @param account `null` for nobody, and in solo mode
    public record Visitor(String csrf, @Nullable Account account) {}

    public Visitor present() {
        return new Visitor(request().map(Visitors::csrf).orElse(""), account().orElse(null));
    }

    static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /// Nobody but this browser knows it.
    static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static Optional<Account> account() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(it -> it.getPrincipal() instanceof Account account ? account : null);
    }
}
