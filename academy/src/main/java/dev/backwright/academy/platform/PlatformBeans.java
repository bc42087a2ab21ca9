package dev.backwright.academy.platform;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What every room of the academy may ask for.
@Configuration(proxyBeanMethods = false)
class PlatformBeans {

    /// Closed with the premises, not before.
    @Bean(destroyMethod = "")
    DataSource dataSource(Premises premises) {
        return premises.database().dataSource();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
