package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.Room;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Archives that come over HTTP. Each is put on the disk first, so that no connection to the database waits for a slow sender; then
/// few are taken in at once. Of one person there is one at a time.
@Component
final class Imports {

    static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PIECE = 1 << 20;

    private final Semaphore all = new Semaphore(AT_ONCE, true);
    private final Set<Learner> busy = ConcurrentHashMap.newKeySet();
    private final Archive archive;
    private final ArchiveRules rules;
    private final Room room;
    private final Path folder;

    Imports(Archive archive, ArchiveRules rules, Premises premises) {
        this.archive = archive;
        this.rules = rules;
        this.room = premises.room();
        this.folder = premises.places().home().resolve("run");
    }

    /// @throws CannotAnswer where it cannot be taken in, or not now
    Archive.Added take(Learner learner, InputStream zip) throws IOException {
        if (!busy.add(learner)) {
            throw CannotAnswer.tooMany(
                    "An archive of yours is being imported. Send the next one when that is done.",
                    PATIENCE);
        }
        try (var file = onDisk(zip)) {
            return inTurn(learner, Channels.newInputStream(file));
        } finally {
            busy.remove(learner);
        }
    }

    private Archive.Added inTurn(Learner learner, InputStream zip) throws IOException {
        await();
        try {
            return archive.take(learner, zip, rules);
        } finally {
            all.release();
        }
    }

    private void await() {
        try {
            if (all.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw CannotAnswer.tooMany(
                "Too many archives are being imported just now. Send yours again in a minute.",
                Duration.ofMinutes(1));
    }

    /// A file without a name: it is gone when it is closed, however this process ends.
    private FileChannel onDisk(InputStream zip) throws IOException {
        Files.createDirectories(folder);
        var file =
                FileChannel.open(
                        folder.resolve("import-" + UUID.randomUUID()),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        try {
            copy(zip, file);
            return file.position(0);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void copy(InputStream zip, FileChannel file) throws IOException {
        for (var piece = zip.readNBytes(PIECE); piece.length > 0; piece = zip.readNBytes(PIECE)) {
            if (room.isShort()) {
                throw CannotAnswer.noRoom(room.says() + " " + Room.WHAT_TO_DO);
            }
            var left = ByteBuffer.wrap(piece);
            while (left.hasRemaining()) {
                file.write(left);
            }
        }
    }
}
