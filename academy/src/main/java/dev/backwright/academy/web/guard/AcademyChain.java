package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.PasskeyRule;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/// The chain of an academy for many: whoever signed in may do what [Rights] has for their role.
@Configuration(proxyBeanMethods = false)
@ForMany
class AcademyChain {

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Premises premises,
            Refusals refusals,
            Accounts accounts,
            ApiTokens tokens,
            PasskeyRule rule) {
        boolean https = premises.isHttps();
        var origins = new Origins(premises);
        AccessDeniedHandler denied =
                (request, response, e) -> refusals.refuse(request, response, why(request, e));
        var others = premises.places().serving().origins();
        if (!others.isEmpty()) {
            http.addFilter(new OtherOrigins(others));
        }
        return http.securityContext(
                        it -> it.securityContextRepository(new SessionContexts(accounts, origins)))
                .addFilterAfter(
                        new HostGuard(premises.hosts(), Rights.MACHINES, refusals),
                        HeaderWriterFilter.class)
                .addFilterAfter(new BodyLimit(refusals), AuthorizationFilter.class)
                .addFilterAfter(new Pace(refusals), AuthorizationFilter.class)
                .addFilterBefore(new FieldGuard(refusals), CsrfFilter.class)
                .addFilterBefore(
                        new OriginGuard(
                                origins, it -> Bearers.isBearer(it) || GitPaths.is(it), refusals),
                        CsrfFilter.class)
                .csrf(csrf -> csrf(csrf, premises, https))
                .headers(headers -> SafeHeaders.academy(headers, https))
                .authorizeHttpRequests(it -> Rights.grant(it, rule))
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .oauth2ResourceServer(it -> new Bearers(tokens, refusals).configure(it, denied))
                .exceptionHandling(it ->
                        it.authenticationEntryPoint((request, response, e) ->
                                        askWho(request, response, refusals))
                                .accessDeniedHandler(denied))
                .requestCache(it -> it.disable())
                .logout(it -> it.disable())
                .anonymous(it -> it.disable())
                .build();
    }

    private static void askWho(
            HttpServletRequest request, HttpServletResponse response, Refusals refusals)
            throws IOException {
        if (GitPaths.is(request)) {
            response.setHeader("WWW-Authenticate", GitPaths.CHALLENGE);
            refusals.refuse(request, response, Refusal.NO_GIT_TOKEN);
        } else {
            refusals.refuse(request, response, Refusal.NOT_SIGNED_IN);
        }
    }

    private static Refusal why(HttpServletRequest request, AccessDeniedException e) {
        if (Rights.isUnknown(request)) {
            return Refusal.NOTHING_HERE;
        }
        if (Rights.wantsPasskey(request)) {
            return Refusal.NO_PASSKEY;
        }
        if (Bearers.isBearer(request)) {
            return Rights.hasRole(request) ? Refusal.NO_SCOPE : Refusal.NO_RIGHT;
        }
        return e instanceof CsrfException ? Refusal.NO_TOKEN : Refusal.NO_RIGHT;
    }

    /// A token in a cookie that no script reads, and the same in the page: nobody who only looks needs a session.
    private static void csrf(CsrfConfigurer<HttpSecurity> csrf, Premises premises, boolean https) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(premises.cookieName("csrf"));
        tokens.setCookiePath("/");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(it -> it.secure(https).sameSite("Lax"));
        csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(GitPaths::is);
    }
}
