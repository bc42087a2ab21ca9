package dev.backwright.academy;

import dev.backwright.academy.platform.Places;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;

/// An academy in a process of its own whose judge never comes to an end: home, database address, user, password.
public final class KilledServer {

    private KilledServer() {}

    public static void main(String[] words) {
        var judge =
                new FakeJudge(
                        it -> {
                            System.out.println("judging");
                            try {
                                Thread.sleep(Long.MAX_VALUE);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return Outcome.FAILED;
                        });
        OpenAcademy.at(
                Path.of(words[0]), new Places.Login(words[1], words[2], words[3]), judge);
    }
}
