package dev.backwright.judge.worker;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Submission;
import java.util.UUID;

/// One submission that this process has.
///
/// @param token by which its report is accepted; a later one makes it worthless
/// @param waited milliseconds in the queue
/// @param inVain how often judging it has come to nothing so far
record Job(UUID id, LabId lab, long seed, int attempt, int token, double waited, int inVain) {

    Submission submission(FileTree files) {
        return new Submission(id.toString(), lab, files, seed, attempt);
    }
}
