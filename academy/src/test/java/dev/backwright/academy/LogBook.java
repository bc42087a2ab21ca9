package dev.backwright.academy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What is logged while it is open, as a learner would find it in the window where the academy runs.
public final class LogBook extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private LogBook() {}

    public static LogBook open() {
        var book = new LogBook();
        book.start();
        root().addAppender(book);
        return book;
    }

    /// Warnings and errors so far, each with the kind of its exception.
    public List<String> complaints() {
        return List.copyOf(lines);
    }

    /// The same, whole.
    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            event.prepareForDeferredProcessing();
            events.add(event);
            var thrown = event.getThrowableProxy();
            lines.add(
                    event.getLoggerName()
                            + ": "
                            + event.getFormattedMessage()
                            + (thrown == null ? "" : " " + thrown.getClassName()));
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        root().detachAppender(this);
    }
}
