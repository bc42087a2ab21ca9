package dev.backwright.academy.grading;

import dev.backwright.academy.platform.StoreTrouble;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One answer of server-sent events, written by a thread of its own until all is told, its reader leaves, or the server
/// closes. None of these is worth a word in the log.
final class EventResponse {

    private static final Logger LOG = LoggerFactory.getLogger(EventResponse.class);

    private EventResponse() {}

    /// Writes the events of one answer, and returns when all is told.
    interface Body {
        void write(SseEmitter to) throws IOException, InterruptedException;
    }

    static SseEmitter begin(String thread, Body body) {
        var emitter = new LastOfItsConnection();
        emitter.onTimeout(emitter::complete); // it has none, unless the server closes
        Thread.ofVirtual().name(thread).start(() -> write(body, emitter));
        return emitter;
    }

    private static void write(Body body, SseEmitter emitter) {
        try {
            body.write(emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a reader went away", e); // the server has noticed too, and ends the request
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (StoreTrouble.of(e).isEmpty()) {
                LOG.error("A stream of events broke", e);
            }
            emitter.complete(); // whoever reads asks again by itself
        }
    }

    /// Streams end when the server does, and what is asked next on the same connection would be lost.
    private static final class LastOfItsConnection extends SseEmitter {

        LastOfItsConnection() {
            super(0L);
        }

        @Override
        protected void extendResponse(ServerHttpResponse response) {
            super.extendResponse(response);
            response.getHeaders().setConnection("close");
        }
    }
}
