package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.TestDatabases;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route there is knows whose request it answers, and by an id of somebody else nothing is found. A route that is added and
/// is in none of the lists fails here.
final class EveryRouteTest {

    /// What the second of two people asks for by an id of the first.
    ///
    /// @param kind of what it is the id
    /// @param status what is answered to the first, and to anybody else, and where there is no such id
    private record ById(String kind, String body, int status, int elsewhere) {}

    private static final Map<String, ById> BY_ID = new LinkedHashMap<>();

    static {
        BY_ID.put("GET /api/submissions/{id}", new ById("submission", "", 200, 404));
        BY_ID.put("GET /api/submissions/{id}/files", new ById("submission", "", 200, 404));
        BY_ID.put("GET /api/submissions/{id}/events", new ById("submission", "", 200, 404));
        BY_ID.put("POST /api/predictions/{id}", new ById("prediction", "{\"chosen\":0}", 200, 404));
        BY_ID.put("GET /api/runs/{id}/events", new ById("run", "", 200, 404));
        BY_ID.put(
                "POST /api/runs/{id}/requests",
                new ById("run", "{\"method\":\"GET\",\"target\":\"/\"}", 200, 404));
        BY_ID.put("DELETE /api/runs/{id}", new ById("run", "", 204, 204)); // over is over
    }

    /// What answers everybody alike.
    private static final Set<String> NOBODYS =
            new TreeSet<>(
                    Set.of(
                            "GET /enter",
                            "GET /playground",
                            "GET /api/status",
                            "GET /api/labs/{step}/{name}/snippets",
                            "GET /api/labs/{step}/{name}/starter",
                            "POST /api/recordings"));

    /// Of a path they name a lab, or a question of its lesson.
    private static final Set<String> OF_THE_COURSE = Set.of("step", "name", "key");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)");

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.at(
                        home,
                        TestDatabases.fresh(),
                        new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void whatIsSomebodyElsesIsAnsweredAsIfItHadNeverBeen() throws Exception {
        var one = Someone.fresh(academy);
        var other = Someone.fresh(academy);
        var ids =
                Map.of(
                        "submission", one.handIn("wrong"),
                        "prediction", one.predict(),
                        "run", one.run());
        for (var route : BY_ID.entrySet()) {
            var asked = route.getValue();
            var id = ids.getOrDefault(asked.kind(), "");
            var foreign = ask(other, route.getKey(), asked, id);
            assertTrue(foreign.startsWith(asked.elsewhere() + " "), route.getKey() + foreign);
            assertEquals(
                    ask(other, route.getKey(), asked, UUID.randomUUID().toString()),
                    foreign,
                    route.getKey());
        }
        for (var route : BY_ID.entrySet()) {
            var asked = route.getValue();
            var own = ask(one, route.getKey(), asked, ids.getOrDefault(asked.kind(), ""));
            assertTrue(own.startsWith(asked.status() + " "), route.getKey() + own);
        }
    }

    private static String ask(Someone someone, String route, ById asked, String id)
            throws Exception {
        int space = route.indexOf(' ');
        var path = route.substring(space + 1).replace("{id}", id);
        var answer = someone.send(route.substring(0, space), path, asked.body());
        var body = answer.body().replace(id, "{id}");
        return answer.statusCode() + " " + Someone.withoutInstance(body);
    }

    @Test
    void everyRouteThatNamesWhatALearnerMadeIsTriedAbove() {
        assertEquals(
                new TreeSet<>(BY_ID.keySet()),
                routes((route, method) ->
                        VARIABLE.matcher(route)
                                .results()
                                .anyMatch(it -> !OF_THE_COURSE.contains(it.group(1)))));
    }

    @Test
    void everyRouteSaysWhoAsksUnlessItAnswersEverybodyAlike() {
        assertEquals(
                NOBODYS,
                routes((route, method) ->
                        Arrays.stream(method.getMethodParameters())
                                .noneMatch(it -> it.getParameterType() == Learner.class)));
    }

    /// Method and path of ours that are so.
    private static Set<String> routes(BiPredicate<String, HandlerMethod> are) {
        var routes = new TreeSet<String>();
        academy.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("dev.backwright")) {
                        routes.addAll(
                                words(mapping).stream()
                                        .filter(it -> are.test(it, method))
                                        .toList());
                    }
                });
        return routes;
    }

    private static List<String> words(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        methods.isEmpty()
                                ? List.of("ANY " + path).stream()
                                : methods.stream().map(it -> it + " " + path))
                .collect(Collectors.toList());
    }
}
