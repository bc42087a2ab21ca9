package dev.backwright.academy.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The one line that start prints, once the first page can be had.
@Component
public final class Greeting {

    private final Premises premises;

    Greeting(Premises premises) {
        this.premises = premises;
    }

    /// The command line may come from now on; before anything else that happens when the academy is ready, the greeting among it.
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        premises.announce();
    }

    /// @param found what learners' programs run on, in a few words
    public void greet(String found) {
        System.out.println(line(found));
    }

    private String line(String found) {
        var solo = premises.solo();
        return "%s  %s%s · %s · data in %s, %d MB · Ctrl-C stops"
                .formatted(
                        premises.places().site().many() ? listening() : solo.door(),
                        solo.port().busy() ? "(8080 is busy) · " : "",
                        found,
                        premises.database().says(),
                        premises.places().home(),
                        premises.megabytes());
    }

    /// Behind a proxy, it is told where to find us.
    private String listening() {
        var own = premises.solo().url();
        var url = premises.url();
        return url.equals(own) ? url : "%s (the proxy finds it at %s)".formatted(url, own);
    }
}
