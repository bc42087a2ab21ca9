package dev.backwright.judge;

import dev.backwright.sandbox.Limits;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One lab as its folder tells it. Files are read when asked for.
///
/// @param folder where it lies
/// @param digest over checks, starter, data and limits; submission and report pin it
/// @param sheet what `lab.yaml` says
/// @param checks ids of its checks with their hint tiers, in the order of `hints.yaml`
/// @param wrongs its wrong solutions
public record Lab(
        LabId id,
        Path folder,
        String digest,
        Sheet sheet,
        Map<String, List<String>> checks,
        List<Wrong> wrongs) {

    public Lab {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        wrongs = List.copyOf(wrongs);
    }

    /// How a lab's submissions are run.
    public enum Kind {
        PROGRAM,
        APP,
        DATA,
        PROJECT,
        TESTS
    }

    /// What `lab.yaml` says.
    ///
    /// @param topics ids of CURRICULUM
    /// @param needs services, as [dev.backwright.judge.service.Kind] names them
    /// @param mongo what its checks rest on that not every MongoDB has: `transactions`
    /// @param tls whether its servers are to speak TLS, too
    /// @param prerequisites ids of labs that help
    /// @param edit files a learner edits, the first one opened first; the rest of `starter/` is read only
    /// @param run for a program: the script `Run` runs; for an app: a first request, `GET /notes`; for a project: an npm script, `test`
    ///     where it is empty
    /// @param formerly old ids
    /// @param limits what a submission's processes may use
    public record Sheet(
            String title,
            List<String> topics,
            Kind kind,
            List<String> needs,
            List<String> mongo,
            boolean tls,
            int minutes,
            List<String> prerequisites,
            List<String> edit,
            String run,
            List<String> formerly,
            Limits limits) {}

    /// A wrong solution, which must fail exactly the checks it names.
    ///
    /// @param fails ids of checks
    /// @param blocks ids of checks blocked by those
    /// @param because id of the misconception behind it
    public record Wrong(String name, List<String> fails, List<String> blocks, String because) {}

    /// The files a learner starts from.
    public FileTree starter() {
        return new FileTree(Starter.read(folder));
    }

    /// One good answer, whole.
    public FileTree solution() {
        return merge(new FileTree(laid(starter().files(), folder.resolve("solution"))));
    }

    /// Other right answers by name, each whole.
    public Map<String, FileTree> alternatives() {
        Map<String, FileTree> all = new LinkedHashMap<>();
        for (String name : LabFolder.folders(folder.resolve("alternatives"))) {
            all.put(name, overlay("alternatives", name));
        }
        return all;
    }

    /// A wrong solution's files, whole.
    public FileTree files(Wrong wrong) {
        return overlay("wrong", wrong.name());
    }

    /// The lesson, Markdown.
    public String lesson() {
        return LabFolder.text(folder.resolve("lesson.md"))
                .orElseThrow(() -> new JudgeException(id + " has no lesson.md"));
    }

    /// What its services begin with: the texts of its `data.*` files by name, such as `data.sql`, and of what lies in `registry/`.
    public Map<String, String> data() {
        return LabFolder.data(folder);
    }

    /// For a lab of tests: the programs they are run on besides the learner's own, by name, `right/class_based`; of each the
    /// files that differ from the starter's. Never shown to a learner.
    public SortedMap<String, SortedMap<String, byte[]>> variants() {
        return LabFolder.variants(folder);
    }

    /// What is judged: the learner's editable and additional files, and all else from `starter/`. A file the learner may
    /// not edit is always the lab's own; one the learner has taken away stays away.
    public FileTree merge(FileTree submitted) {
        SortedMap<String, byte[]> files = new TreeMap<>(submitted.files());
        starter()
                .files()
                .forEach((path, bytes) -> {
                    if (!sheet.edit().contains(path)) {
                        files.put(path, bytes);
                    }
                });
        return new FileTree(files);
    }

    private FileTree overlay(String kind, String name) {
        var files = laid(solution().files(), folder.resolve(kind).resolve(name));
        files.remove("wrong.yaml");
        return merge(new FileTree(files));
    }

    private static SortedMap<String, byte[]> laid(SortedMap<String, byte[]> below, Path above) {
        SortedMap<String, byte[]> files = new TreeMap<>(below);
        files.putAll(LabFolder.read(above));
        return files;
    }
}
