package dev.backwright.academy;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.PasskeyDemand;
import dev.backwright.academy.web.guard.Rights;
import dev.backwright.academy.web.guard.Rights.Right;
import graphql.TrivialDataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Made from the table of rights: each row is tried by nobody and by each role, and each route there is has a row.
final class RightsTest {

    /// Not made by a controller of ours.
    private static final Set<String> OTHERS = Set.of("GET /assets/**", "GET /favicon.ico");

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.forMany(
                        home, new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        var rows =
                Rights.ALL.stream()
                        .map(it -> it.method() + " " + it.path())
                        .filter(it -> !OTHERS.contains(it))
                        .collect(Collectors.toCollection(TreeSet::new));
        var routes = new TreeSet<String>();
        academy.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("dev.backwright")) {
                        for (var path : mapping.getPatternValues()) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(it -> routes.add(it + " " + path));
                        }
                    }
                });
        assertEquals(rows, routes);
    }

    @TestFactory
    Stream<DynamicTest> eachRowHoldsForEachRole() {
        Map<String, Role> all = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            all.put(role.word(), role);
        }
        var nobody =
                DynamicTest.dynamicTest(
                        "nobody",
                        () -> {
                            try (var member = Member.stranger(academy)) {
                                tryAll(member, null);
                            }
                        });
        return Stream.concat(
                Stream.of(nobody),
                all.entrySet().stream()
                        .map(it ->
                                DynamicTest.dynamicTest(
                                        it.getKey(),
                                        () -> {
                                            try (var member =
                                                    Member.joined(academy, it.getValue())) {
                                                tryAll(member, it.getValue());
                                            }
                                        })));
    }

    /// Where passkeys are demanded, the same rows hold for whoever came by one.
    @TestFactory
    Stream<DynamicTest> eachRowHoldsForThoseWhoWorkByPasskeyAlone(@TempDir Path other) {
        return Map.of(PasskeyDemand.LEADERS, Role.INSTRUCTOR, PasskeyDemand.ADMINS, Role.ADMIN)
                .entrySet()
                .stream()
                .map(it ->
                        DynamicTest.dynamicTest(
                                it.getKey().name(),
                                () -> tryAll(other.resolve(it.getKey().name()), it)));
    }

    private static void tryAll(Path home, Map.Entry<PasskeyDemand, Role> demand) throws Exception {
        var judge = new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run);
        try (var demanding = OpenAcademy.demanding(home, demand.getKey(), judge)) {
            for (Role role : List.of(Role.INSTRUCTOR, Role.ADMIN)) {
                try (var member = Member.atLocalhost(demanding).joined(role)) {
                    var key = SoftKey.madeBy(member);
                    tryRows(ofNote(), member, it -> mayByPassword(it, role, demand.getValue()));
                    assertEquals(200, key.signIn(member).statusCode());
                    tryRows(ofNote(), member, it -> mayAct(it, role));
                }
            }
        }
    }

    /// What no learner may do, and what everybody does about their account.
    private static List<Right> ofNote() {
        return Rights.ALL.stream()
                .filter(it ->
                        !mayAct(it, Role.LEARNER)
                                || it.path().startsWith("/me")
                                || it.path().startsWith("/api/me"))
                .toList();
    }

    private static boolean mayByPassword(Right right, Role role, Role from) {
        Role least = right.least();
        boolean bound =
                (least != null && least.mayAct(from))
                        || (role.mayAct(from)
                                && right.path().equals("/me/tokens")
                                && isPost(right));
        return mayAct(right, role) && !bound;
    }

    private static boolean isPost(Right right) {
        return right.method().equals("POST");
    }

    private static boolean mayAct(Right right, @Nullable Role role) {
        Role least = right.least();
        return least == null || (role != null && role.mayAct(least));
    }

    private static void tryAll(Member member, @Nullable Role role) throws Exception {
        tryRows(Rights.ALL, member, it -> mayAct(it, role));
    }

    private static void tryRows(List<Right> rows, Member member, Predicate<Right> may)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Right right : rows) {
            if (right.path().equals("/sign-out")) {
                continue; // it ends what the others need
            }
            boolean byTokenAlone = right.path().startsWith("/git/"); // TokensTest tries these
            boolean allowed = may.test(right) && !byTokenAlone;
            var answer = member.ask(right.method(), path(right));
            if (allowed == isRefused(answer)) {
                wrong.add("%s %s: %s".formatted(right.method(), path(right), answer));
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    /// What comes along with its object has no row: it is there or not with that.
    @Test
    void everyFieldThatIsFetchedHasARowAndEveryRowAField() {
        var schema = academy.bean(GraphQlSource.class).schema();
        var code = schema.getCodeRegistry();
        var fetched = new TreeSet<String>();
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !type.getName().startsWith("__")) {
                for (var field : object.getFieldDefinitions()) {
                    var at = FieldCoordinates.coordinates(object, field);
                    if (!(code.getDataFetcher(at, field) instanceof TrivialDataFetcher)) {
                        fetched.add(at.toString());
                    }
                }
            }
        }
        assertEquals(
                Rights.FIELDS.stream()
                        .map(Right::path)
                        .collect(Collectors.toCollection(TreeSet::new)),
                fetched);
        assertFalse(schema.isSupportingMutations() || schema.isSupportingSubscriptions());
    }

    @TestFactory
    Stream<DynamicTest> eachFieldHoldsForEachRole() {
        return Stream.of(Role.values())
                .map(role ->
                        DynamicTest.dynamicTest(
                                role.word(),
                                () -> {
                                    try (var member = Member.joined(academy, role)) {
                                        assertEquals(List.of(), wrongFields(member, role));
                                    }
                                }));
    }

    private static List<String> wrongFields(Member member, Role role) throws Exception {
        var cohort = Asked.cohort(academy, member.account());
        List<String> wrong = new ArrayList<>();
        for (Right right : Rights.FIELDS) {
            boolean allowed = role.mayAct(requireNonNull(right.least()));
            var answer = member.call("POST", "/graphql", Asked.field(right.path(), cohort));
            if (allowed == Asked.isRefused(answer, "NO_RIGHT")
                    || (allowed && !Asked.errors(answer).isMissingNode())) {
                wrong.add(right.path() + ": " + answer.body());
            }
        }
        return wrong;
    }

    static String path(Right right) {
        return right.path()
                .replace("{step}", "javascript")
                .replace("{name}", "closures")
                .replace("{key}", "1")
                .replace("**", "none.css")
                .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
    }

    private static boolean isRefused(String answer) {
        return answer.startsWith("401")
                || answer.startsWith("403")
                || answer.startsWith("302 /sign-in");
    }

    @Test
    void whatHasNoRowNobodyMay() throws Exception {
        try (var admin = Member.joined(academy, Role.ADMIN)) {
            assertTrue(admin.ask("GET", "/nowhere").startsWith("404"));
            assertTrue(admin.ask("PUT", "/people").startsWith("404"));
            assertTrue(admin.ask("HEAD", "/").startsWith("200"));
        }
    }
}
