package dev.backwright.academy.web.guard;

import dev.backwright.academy.platform.ForOne;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.Premises.Solo;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/// The chain of solo mode: whoever has the key of this start is the one learner.
@Configuration(proxyBeanMethods = false)
@ForOne
class SoloChain {

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Premises premises, Refusals refusals) {
        var solo = premises.solo();
        return http.addFilterAfter(
                        new HostGuard(premises.hosts(), Set.of(), refusals),
                        HeaderWriterFilter.class)
                .addFilterAfter(new BodyLimit(refusals), AuthorizationFilter.class)
                .addFilterBefore(new FieldGuard(refusals), CsrfFilter.class)
                .addFilterBefore(
                        new OriginGuard(
                                new Origins(premises),
                                request -> KeyFilter.isBearer(request, solo.key()),
                                refusals),
                        CsrfFilter.class)
                .addFilterBefore(
                        new KeyFilter(solo.key(), EnterPage.cookieName(solo)),
                        AuthorizationFilter.class)
                .csrf(csrf -> csrf(csrf, solo))
                .headers(SafeHeaders::solo)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/enter", "/assets/**", "/favicon.ico")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(it ->
                        it.authenticationEntryPoint((request, response, e) ->
                                        refusals.refuse(request, response, Refusal.NO_KEY))
                                .accessDeniedHandler((request, response, e) ->
                                        refusals.refuse(request, response, Refusal.NO_TOKEN)))
                .requestCache(it -> it.disable())
                .logout(it -> it.disable())
                .anonymous(it -> it.disable())
                .build();
    }

    private static void csrf(CsrfConfigurer<HttpSecurity> csrf, Solo solo) {
        var plain = new CsrfTokenRequestAttributeHandler();
        plain.setCsrfRequestAttributeName(null);
        csrf.csrfTokenRepository(new StartCsrf(solo.key()))
                .csrfTokenRequestHandler(plain)
                .ignoringRequestMatchers(request -> KeyFilter.isBearer(request, solo.key()));
    }
}
