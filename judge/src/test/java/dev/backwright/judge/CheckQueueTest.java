package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CheckQueueTest {

    @Test
    void whatNeedsNothingComesOutInOrderWhileOthersRun() throws Exception {
        var queue = queue("needsNone", "needsFirst", "needsLater", "needsNobody");
        assertEquals("none", id(queue.next()));
        assertEquals("later", id(queue.next()), "a need that comes later is not waited for");
        assertEquals("nobody", id(queue.next()), "nor one that does not exist");
    }

    @Test
    void aNeedIsWaitedFor() throws Exception {
        var queue = queue("needsNone", "needsFirst");
        var first = queue.next();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = threads.submit(queue::next);
            var more = threads.submit(queue::next);
            Thread.sleep(50);
            assertTrue(!next.isDone() && !more.isDone());
            if (first != null) {
                queue.done(first);
            }
            var ids = Stream.of(next.get(), more.get()).map(CheckQueueTest::id).sorted().toList();
            assertEquals(List.of("", "first"), ids);
        }
        assertNull(queue.next());
    }

    private static String id(CheckQueue.@Nullable Planned planned) {
        return planned == null ? "" : planned.id();
    }

    private static CheckQueue queue(String... methods) throws NoSuchMethodException {
        List<CheckQueue.Planned> all = new ArrayList<>();
        for (String name : methods) {
            var method = Samples.class.getDeclaredMethod(name);
            all.add(new CheckQueue.Planned(method.getAnnotation(Check.class), method));
        }
        return new CheckQueue(all);
    }

    static final class Samples {
        @Check(id = "none", title = "")
        void needsNone() {}

        @Check(id = "first", title = "", needs = "none")
        void needsFirst() {}

        @Check(id = "later", title = "", needs = "nobody")
        void needsLater() {}

        @Check(id = "nobody", title = "", needs = "nowhere")
        void needsNobody() {}
    }
}
