package dev.backwright.academy.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The one line that start prints, once the first page can be had.
@Component
final class Greeting {

    private final Premises premises;

    Greeting(Premises premises) {
        this.premises = premises;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        premises.announce();
        System.out.println(line());
    }

    private String line() {
        var solo = premises.solo();
        return "%s  %s%s · data in %s, %d MB · Ctrl-C stops"
                .formatted(
                        solo.door(),
                        solo.port().busy() ? "(8080 is busy) · " : "",
                        premises.database().says(),
                        premises.places().home(),
                        premises.megabytes());
    }
}
