package dev.backwright.judge.app;

import java.io.IOException;
import java.nio.channels.Channel;
import java.time.Duration;

/// Closes a channel when a time has passed, so that whoever waits on it is let go. Closing this calls it off.
final class Deadline implements AutoCloseable {

    private final Thread watch;
    private volatile boolean passed;

    private Deadline(Channel channel, Duration time) {
        watch = Thread.ofVirtual().start(() -> closeAfter(channel, time));
    }

    static Deadline closing(Channel channel, Duration time) {
        return new Deadline(channel, time);
    }

    boolean passed() {
        return passed;
    }

    private void closeAfter(Channel channel, Duration time) {
        try {
            Thread.sleep(time);
            passed = true;
            channel.close();
        } catch (InterruptedException calledOff) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyGone) {
            passed = true;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
