package dev.backwright.academy.submissions;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// What is to be judged, in PostgreSQL: it outlives any crash, and many judges may pull from it. A judge that dies stops
/// its heartbeat; after that another takes the submission over, under a later lease.
final class JudgingQueue implements AutoCloseable {

    private static final TaskDescriptor<Void> JUDGE = TaskDescriptor.of("judge");
    private static final TaskDescriptor<Void> AGAIN = TaskDescriptor.of("judge-again");

    private final Scheduler scheduler;
    private final JdbcClient db;
    private final Worker worker;

    /// Who pulls from the queue.
    ///
    /// @param name the same after a restart: what it held when it died is its own to take back
    /// @param heartbeat how often it says that it lives; four missed, and it counts as dead
    /// @param apart whether others pull, and this one only fills the queue
    record Worker(String name, int places, Duration heartbeat, boolean apart) {}

    JudgingQueue(DataSource dataSource, Desk desk, SecondDesk second, Worker worker) {
        this.db = JdbcClient.create(dataSource);
        this.worker = worker;
        this.scheduler =
                Scheduler.create(
                                new TransactionAwareDataSourceProxy(dataSource),
                                task(JUDGE, desk::take),
                                task(AGAIN, second::take))
                        .threads(worker.places())
                        .schedulerName(new SchedulerName.Fixed(worker.name()))
                        .pollingInterval(Duration.ofSeconds(1))
                        .heartbeatInterval(worker.heartbeat())
                        .missedHeartbeatsLimit(4)
                        .shutdownMaxWait(Duration.ofMillis(200))
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .enablePriority()
                        .build();
    }

    private static CustomTask<Void> task(
            TaskDescriptor<Void> what, Function<UUID, CompletionHandler<Void>> desk) {
        return Tasks.custom(what)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .onDeadExecutionRevive()
                .execute((place, context) -> desk.apply(UUID.fromString(place.getId())));
    }

    /// Puts a submission at the end. Takes part in the caller's transaction; [#wake] comes after it.
    void add(UUID submission) {
        add(JUDGE.instance(submission.toString()).priority(Priority.MEDIUM));
    }

    /// Puts a rejudging behind every submission, also those that are still to come.
    void addAgain(UUID rejudging) {
        add(AGAIN.instance(rejudging.toString()).priority(Priority.LOW));
    }

    private void add(TaskInstance.Builder<Void> place) {
        scheduler.scheduleIfNotExists(place.build(), Instant.now());
        if (worker.apart()) {
            db.sql("select pg_notify('backwright_work', '')").query((row, at) -> at).list();
        }
    }

    /// Looks for work at once instead of at the next poll.
    void wake() {
        if (!worker.apart()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /// Sweeps what this worker held when it died, and begins to pull.
    ///
    /// @param lost submissions that have no verdict and are missing from the queue
    /// @param again rejudgings that are
    void start(Iterable<UUID> lost, Iterable<UUID> again) {
        db.sql(
                        """
                        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                            execution_time = now(), version = version + 1
                        where picked and picked_by = ?\
                        """)
                .param(worker.name())
                .update();
        db.sql(
                        """
                        delete from scheduled_tasks where task_name = 'judge-again' and task_instance not in
                            (select r.id::text from rejudging r join rejudging_run u on u.id = r.run
                                where r.state <> 'done' and u.stopped_at is null)\
                        """)
                .update();
        lost.forEach(this::add);
        again.forEach(this::addAgain);
        if (!worker.apart()) {
            scheduler.start();
        }
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
