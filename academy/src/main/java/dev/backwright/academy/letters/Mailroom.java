package dev.backwright.academy.letters;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/// Sends letters, in PostgreSQL's order: those put down by an academy that died are sent by the next, or by one beside it.
@Component
@ForMany
final class Mailroom implements AutoCloseable {

    private static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send");
    private static final TaskDescriptor<Void> TELL = TaskDescriptor.of("tell");
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final Scheduler scheduler;
    private final JdbcClient db;
    private final LetterRows rows;
    private final Sending sending;
    private final Premises premises;

    Mailroom(DataSource dataSource, LetterRows rows, Sending sending, Premises premises) {
        this.db = JdbcClient.create(dataSource);
        this.rows = rows;
        this.sending = sending;
        this.premises = premises;
        var send = task(SEND, sending::send);
        var tell = task(TELL, sending::tell);
        this.scheduler =
                Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), send, tell)
                        .tableName("letter_queue")
                        .threads(2)
                        .schedulerName(new SchedulerName.Fixed("letters-" + UUID.randomUUID()))
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(4)
                        .pollingInterval(Duration.ofSeconds(2))
                        .shutdownMaxWait(Duration.ofMillis(200))
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .build();
    }

    /// @param sending returns how many tries have come to nothing
    private static CustomTask<Void> task(TaskDescriptor<Void> what, ToIntFunction<UUID> sending) {
        return Tasks.custom(what)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(30)))
                .onDeadExecutionRevive()
                .execute((place, context) ->
                        next(sending.applyAsInt(UUID.fromString(place.getId()))));
    }

    boolean isOpen() {
        return premises.places().outside().mail() != null;
    }

    /// Takes part in the caller's transaction; [#wake] comes after it.
    void add(UUID letter) {
        scheduler.scheduleIfNotExists(SEND.instance(letter.toString()).build(), Instant.now());
    }

    /// The same of a notice.
    void tell(UUID notice) {
        scheduler.scheduleIfNotExists(TELL.instance(notice.toString()).build(), Instant.now());
    }

    /// The same, before its time.
    void hurry(UUID letter) {
        add(letter);
        db.sql(
                        "update letter_queue set execution_time = now() where task_instance = ? and not picked")
                .param(letter.toString())
                .update();
    }

    /// Looks at once instead of at the next poll.
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /// @param tries that came to nothing; 0 where nothing is left to do
    private static CompletionHandler<Void> next(int tries) {
        if (tries == 0 || tries >= Letter.MOST_TRIES) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        var wait = FIRST_WAIT.multipliedBy(1L << (2 * (tries - 1)));
        var kept = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        return (done, queue) -> queue.reschedule(done, done.getTimeDone().plus(kept));
    }

    /// What an academy held when it died is taken up by any after [#HEARTBEAT] was missed four times.
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!isOpen()) {
            return;
        }
        rows.all().forEach(this::add);
        sending.untold().forEach(this::tell);
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
