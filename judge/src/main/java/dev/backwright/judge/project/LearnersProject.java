package dev.backwright.judge.project;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Project;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.json.JsonText;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A submission as a project during one check.
public final class LearnersProject implements Project, AutoCloseable {

    private final Commands commands;
    private final Place place;

    private LearnersProject(Commands commands, Place place) {
        this.commands = commands;
        this.place = place;
    }

    /// Nothing is started before something is asked for.
    ///
    /// @param limits of all commands together
    /// @param wires to services, asked for at the start
    /// @param services what it has to know of them besides, likewise
    public static LearnersProject open(
            Sandbox sandbox,
            SortedMap<String, byte[]> files,
            Limits limits,
            Supplier<List<Wire>> wires,
            Supplier<Map<String, String>> services) {
        var commands =
                new Commands(() ->
                        Clerk.start(
                                sandbox,
                                ProjectLaunch.clerk(files, limits, wires.get(), services.get())));
        return new LearnersProject(commands, Place.submission());
    }

    @Override
    public Run run(String... command) {
        return commands.run(place, List.of(command));
    }

    @Override
    public Project with(String variable, String value) {
        return new LearnersProject(commands, place.with(variable, value));
    }

    @Override
    public Project beside(String name) {
        return new LearnersProject(commands, place.beside(name));
    }

    @Override
    public Project lay(String path, String text) {
        String content = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        commands.ask(place, "lay", path, Map.of("content", content));
        return this;
    }

    @Override
    public Seen files(String folder) {
        JsonNode answer = commands.ask(place, "list", folder, Map.of());
        List<String> files = new ArrayList<>();
        answer.path("files").forEach(file -> files.add(file.asString()));
        if (answer.path("more").asBoolean()) {
            throw new Unmet(
                    "%s: expected a few files; seen more than %d"
                            .formatted(named(folder), files.size()));
        }
        files.sort(null);
        return Sighting.of("the files of " + named(folder), files, Failing.PLAIN);
    }

    @Override
    public Seen file(String path) {
        String what = "the file " + named(path);
        return text(path)
                .map(text -> Sighting.of(what, text, failing(path, text)))
                .orElseGet(() -> Sighting.absent(what, Failing.PLAIN));
    }

    @Override
    public Seen json(String path, String... place) {
        String what = String.join(" › ", place) + " in " + named(path);
        Optional<String> text = text(path);
        if (text.isEmpty()) {
            return Sighting.absent(what, Failing.PLAIN);
        }
        Failing failing = failing(path, text.get());
        JsonNode node = JsonText.under(parsed(path, text.get(), failing), place);
        return node.isMissingNode()
                ? Sighting.absent(what, failing)
                : Sighting.of(what, JsonText.plain(node), failing);
    }

    private JsonNode parsed(String path, String text, Failing failing) {
        try {
            return JsonText.parse(text);
        } catch (JacksonException noJson) {
            throw failing.because(
                    "the file %s: expected JSON; seen %s"
                            .formatted(named(path), Rendering.of(text)));
        }
    }

    private Failing failing(String path, String text) {
        return message -> new Unmet(message, List.of(new Evidence.File(named(path), text)));
    }

    private Optional<String> text(String path) {
        JsonNode answer = commands.ask(place, "read", path, Map.of());
        if (answer.has("large")) {
            throw new Unmet("the file %s is too large to be looked at".formatted(named(path)));
        }
        return answer.has("content")
                ? Optional.of(
                        new String(
                                Base64.getDecoder().decode(answer.path("content").asString()),
                                StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private String named(String path) {
        String folder = place.folder();
        if (path.isEmpty()) {
            return folder.isEmpty() ? "the project" : folder;
        }
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    /// What its commands printed, in order; of many the last.
    public List<Evidence> evidence() {
        return commands.shown();
    }

    @Override
    public void close() {
        commands.close();
    }
}
