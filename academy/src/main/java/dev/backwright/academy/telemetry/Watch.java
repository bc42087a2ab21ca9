package dev.backwright.academy.telemetry;

import dev.backwright.academy.grading.JudgeRoom;
import dev.backwright.academy.grading.PresentJudges;
import dev.backwright.academy.grading.PresentJudges.Present;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.QueueLook;
import java.util.List;
import org.springframework.stereotype.Component;

/// How the academy stands at this moment.
@Component
@ForMany
public final class Watch {

    private final QueueLook queue;
    private final PresentJudges judges;
    private final JudgeRoom room;
    private final Store store;

    Watch(QueueLook queue, PresentJudges judges, JudgeRoom room, Store store) {
        this.queue = queue;
        this.judges = judges;
        this.room = room;
        this.store = store;
    }

    /// @param here whether this process judges, and no other
    /// @param judges those that work apart
    /// @param open whether this process could judge
    public record Standing(
            QueueLook.Queue queue,
            boolean here,
            boolean open,
            List<Present> judges,
            long databaseBytes) {

        /// How many judges take what is handed in, and how many are there and do not.
        long judges(boolean ofUse) {
            return here
                    ? (open == ofUse ? 1 : 0)
                    : judges.stream().filter(it -> it.isOfUse() == ofUse).count();
        }
    }

    /// @throws org.springframework.dao.DataAccessException while the database is away
    public Standing standing() {
        return new Standing(
                queue.queue(),
                !judges.areApart(),
                room.machine().isPresent(),
                judges.all(),
                store.bytes());
    }
}
