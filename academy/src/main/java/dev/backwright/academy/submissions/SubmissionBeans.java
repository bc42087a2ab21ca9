package dev.backwright.academy.submissions;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Intake;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the queue together.
@Configuration(proxyBeanMethods = false)
class SubmissionBeans {

    @Bean
    Intake intake() {
        return new Intake(Intake.Settings.STANDARD);
    }

    @Bean
    Desk desk(Versions versions, Verdicts verdicts, Judging judging, Retries retries) {
        return new Desk(versions, verdicts, judging, retries);
    }

    @Bean
    SecondDesk secondDesk(Versions versions, RejudgingRows rows, Judging judging, Retries retries) {
        return new SecondDesk(versions, rows, judging, retries);
    }

    @Bean
    JudgingQueue judgingQueue(
            DataSource dataSource, Desk desk, SecondDesk second, JudgingQueue.Worker worker) {
        return new JudgingQueue(dataSource, desk, second, worker);
    }

    @Bean
    JudgingQueue.Worker worker(Judging judging, Premises premises) {
        return new JudgingQueue.Worker(
                premises.places().home().toString(),
                judging.places(),
                Duration.ofSeconds(5),
                premises.places().judges().apart());
    }

    @Bean
    Rejudgings rejudgings(
            JdbcClient db, JudgingQueue queue, TransactionTemplate transaction, Clock clock) {
        return new Rejudgings(db, queue, transaction, clock);
    }

    @Bean
    Reruns reruns(JdbcClient db, JudgingQueue queue, TransactionTemplate transaction, Clock clock) {
        return new Reruns(db, queue, transaction, clock);
    }

    @Bean
    Submissions submissions(
            Versions versions,
            Verdicts verdicts,
            JudgingQueue queue,
            TransactionTemplate transaction) {
        return new Submissions(versions, verdicts, queue, transaction);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> startQueue(
            JudgingQueue queue,
            Verdicts verdicts,
            RejudgingRows rejudgings,
            Catalog catalog,
            Premises premises) {
        return ready -> {
            if (!premises.places().judges().apart()) {
                rejudgings.judgeBy(catalog.all());
            }
            queue.start(verdicts.lost(), rejudgings.lost());
        };
    }
}
