package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Who comes with a token instead of a session (RFC 6750, in the header alone). Then the token decides, whatever cookies come along.
final class Bearers {

    /// Came with a token, and so may do only what its scopes say.
    static final String BY_TOKEN = "BY_TOKEN";

    private static final String INVALID = "Bearer error=\"invalid_token\"";
    private static final DefaultBearerTokenResolver USUAL = new DefaultBearerTokenResolver();

    private final ApiTokens tokens;
    private final Refusals refusals;

    Bearers(ApiTokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    static String authority(Scope scope) {
        return "SCOPE_" + scope.word();
    }

    /// Whether a request brings a token, good or not. No foreign page can make a browser do that unless it is told that it may.
    static boolean isBearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        boolean bearer = header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer");
        return bearer || GitPaths.token(request) != null;
    }

    /// What has a token of its own is no business of ours.
    private static boolean isForMachines(HttpServletRequest request) {
        return Rights.MACHINES.contains(request.getServletPath());
    }

    private static @Nullable String token(HttpServletRequest request) {
        if (isForMachines(request)) {
            return null;
        }
        var gits = GitPaths.token(request);
        return gits == null ? USUAL.resolve(request) : gits;
    }

    void configure(
            OAuth2ResourceServerConfigurer<HttpSecurity> server, AccessDeniedHandler denied) {
        AuthenticationManager manager = this::authenticate;
        server.authenticationManagerResolver(request -> manager)
                .bearerTokenResolver(Bearers::token)
                .accessDeniedHandler(denied)
                .authenticationEntryPoint((request, response, e) -> {
                    response.setHeader(
                            "WWW-Authenticate",
                            GitPaths.is(request) ? GitPaths.CHALLENGE : INVALID);
                    refusals.refuse(request, response, Refusal.BAD_TOKEN);
                });
    }

    private Authentication authenticate(Authentication brought) {
        var token = ((BearerTokenAuthenticationToken) brought).getToken();
        var bearer =
                tokens.bearer(token)
                        .orElseThrow(() -> new InvalidBearerTokenException("no token of ours"));
        var authorities =
                new ArrayList<GrantedAuthority>(
                        SessionContexts.authorities(bearer.account().role(), bearer.byPasskey()));
        authorities.add(new SimpleGrantedAuthority(BY_TOKEN));
        for (Scope scope : bearer.scopes()) {
            authorities.add(new SimpleGrantedAuthority(authority(scope)));
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                bearer.account(), null, authorities);
    }
}
