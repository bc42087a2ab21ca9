package dev.backwright.judge.project;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Project;
import dev.backwright.checks.Registry;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.registry.RegistryService;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.OpenService;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.function.Executable;

/// Projects for tests, in whichever sandbox, with a registry.
interface Projects {

    Limits LIMITS =
            Limits.STANDARD.withWall(Duration.ofSeconds(120)).withCpu(Duration.ofSeconds(60));

    Sandbox sandbox();

    /// One project and its registry.
    final class Open implements AutoCloseable {

        private final OpenService service;
        private final LearnersProject project;

        private Open(OpenService service, LearnersProject project) {
            this.service = service;
            this.project = project;
        }

        Project project() {
            return project;
        }

        Registry registry() {
            return (Registry) service.words();
        }

        List<Evidence> evidence() {
            return project.evidence();
        }

        @Override
        public void close() {
            project.close();
            service.close();
        }
    }

    /// @param namesAndTexts the submission's files, names and texts in turn
    default Open open(String... namesAndTexts) {
        return open(LIMITS, Map.of(), namesAndTexts);
    }

    default Open open(Limits limits, Map<String, String> data, String... namesAndTexts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        OpenService service = new RegistryService().open(data, new Origin());
        return new Open(
                service,
                LearnersProject.open(
                        sandbox(),
                        files,
                        limits,
                        () -> List.of(service.towards("npm_config_registry")),
                        service::environment));
    }

    static Unmet unmet(Executable check) {
        return assertThrows(Unmet.class, check);
    }
}
