package dev.backwright.academy.web.guard;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// Sessions lie in the academy's database: they outlive a restart and are known to every academy beside it.
@Configuration(proxyBeanMethods = false)
@ForMany
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = Sessions.IDLE_SECONDS)
class SessionBeans {

    @Bean
    CookieSerializer sessionCookie(Premises premises) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(premises.cookieName("session"));
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(premises.isHttps());
        return cookie;
    }
}
