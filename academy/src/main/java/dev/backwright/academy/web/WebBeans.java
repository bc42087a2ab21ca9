package dev.backwright.academy.web;

import dev.backwright.academy.platform.Premises;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/// Style sheets, scripts and fonts, whose addresses carry a digest, so they may be kept for good; and what is looked at
/// before a change.
@Configuration(proxyBeanMethods = false)
class WebBeans implements WebMvcConfigurer {

    private final Premises premises;

    WebBeans(Premises premises) {
        this.premises = premises;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bareProblems() {
        return server ->
                server.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(BareProblems.class.getName());
                    }
                });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoomCheck(premises.room()));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
