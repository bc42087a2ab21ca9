package dev.backwright.sandbox;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Named pipes, made many at a time because each making is a process.
final class Fifos {

    private static final int BATCH = 32;

    private final Path folder;
    private final Deque<Path> ready = new ArrayDeque<>();
    private int made;

    Fifos(Path folder) {
        this.folder = folder;
    }

    synchronized Path take() {
        if (ready.isEmpty()) {
            make();
        }
        return ready.removeFirst();
    }

    private void make() {
        var command = new ArrayList<>(List.of("mkfifo", "-m", "600", "--"));
        for (int i = 0; i < BATCH; i++) {
            var fifo = folder.resolve("fifo" + made++);
            command.add(fifo.toString());
            ready.add(fifo);
        }
        var answer = Spawner.ask(new ProcessBuilder(command));
        if (!answer.good()) {
            ready.clear();
            throw new SandboxException(
                    "Could not make named pipes in " + folder + ": " + answer.text());
        }
    }
}
