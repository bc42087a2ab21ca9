package dev.backwright.academy.gitserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The git of this machine at work in a clone, with no settings but these.
record GitClient(Path folder) {

    /// @param says output and errors, as they came
    record Done(int exit, String says) {}

    static GitClient cloned(Path into, String url) throws Exception {
        var git = new GitClient(Files.createDirectories(into));
        git.must("clone", "-q", url, ".");
        return git;
    }

    Done git(String... words) throws Exception {
        return end(start(words));
    }

    static Done end(Process process) throws Exception {
        var says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Done(process.waitFor(), says);
    }

    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ASKPASS", "true");
        environment.put("LC_ALL", "C.UTF-8");
        for (var who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
        }
        return builder.start();
    }

    /// @return what it says
    String must(String... words) throws Exception {
        var done = git(words);
        assertEquals(0, done.exit(), () -> String.join(" ", words) + "\n" + done.says());
        return done.says();
    }

    /// Writes a file, and commits all there is.
    void commit(String file, String content) throws Exception {
        commit(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void commit(String file, byte[] content) throws Exception {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), content);
        commitAll();
    }

    void commitAll() throws Exception {
        must("add", "-A");
        must("commit", "-q", "-m", "a change");
    }

    /// Many commits at once, each with a file of its own, on top of a branch.
    void commits(int many) throws Exception {
        var head = must("rev-parse", "HEAD").strip();
        var stream = new StringBuilder();
        for (int i = 0; i < many; i++) {
            stream.append("commit refs/heads/main\ncommitter A <a@example.org> ")
                    .append(1_800_000_000 + i)
                    .append(" +0000\ndata 1\nc\n")
                    .append(i == 0 ? "from " + head + "\n" : "")
                    .append("M 644 inline notes.md\ndata <<E\n")
                    .append(i)
                    .append("\nE\n");
        }
        var process = start("fast-import", "--quiet", "--force");
        try (var in = process.getOutputStream()) {
            in.write(stream.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(0, end(process).exit());
        must("reset", "-q", "--hard", "main");
    }
}
