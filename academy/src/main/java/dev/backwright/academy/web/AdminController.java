package dev.backwright.academy.web;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.submissions.QueueLook;
import dev.backwright.academy.telemetry.Store;
import dev.backwright.academy.telemetry.Watch;
import dev.backwright.academy.web.AdminPage.Machine;
import dev.backwright.academy.web.AdminPage.Span;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the academy runs, for admins: what the metrics tell a machine.
@RestController
@ForMany
final class AdminController {

    private final Pages pages;
    private final Frames frames;
    private final Look look;

    AdminController(Pages pages, Frames frames, Look look) {
        this.pages = pages;
        this.frames = frames;
        this.look = look;
    }

    @GetMapping(path = "/admin", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> admin() {
        var page =
                new AdminPage(
                        frames.frame(),
                        look.watch().standing(),
                        look.spans(),
                        look.queue().faults(),
                        look.machine());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(pages.view().admin(page));
    }

    /// Where all that is seen.
    @Component
    @ForMany
    record Look(Watch watch, QueueLook queue, Store store, Premises premises) {

        private List<Span> spans() {
            return List.of(
                    new Span("The last hour", queue.tally(Duration.ofHours(1))),
                    new Span("The last day", queue.tally(Duration.ofDays(1))),
                    new Span("The last week", queue.tally(Duration.ofDays(7))));
        }

        private Machine machine() {
            var room = premises.room();
            return new Machine(
                    Store.ours(),
                    Runtime.version().toString(),
                    store.version(),
                    room.left(),
                    room.whole());
        }
    }
}
