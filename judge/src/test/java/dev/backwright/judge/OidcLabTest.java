package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcLabTest {

    private static final String LAB = "web/members";

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    /// The solution with a part of it replaced.
    private Report with(String part, String other) {
        String solution =
                new String(
                        fixture.lab(LAB).solution().files().get("server.js"),
                        StandardCharsets.UTF_8);
        assertTrue(solution.contains(part), part);
        return fixture.judged(LAB, "server.js", solution.replace(part, other));
    }

    private static List<Step> steps(CheckResult check) {
        return check.evidence().stream()
                .filter(Evidence.Wires.class::isInstance)
                .map(Evidence.Wires.class::cast)
                .flatMap(wires -> wires.scenes().stream())
                .flatMap(scene -> scene.steps().stream())
                .toList();
    }

    @Test
    void peopleSignInFromTheFirstSubmissionOn() {
        for (String state : List.of("cold", "warm")) {
            Report report = fixture.judged(LAB, fixture.lab(LAB).solution());
            assertEquals(
                    List.of(
                            "signs-in PASSED",
                            "asks-well PASSED",
                            "minds-the-browser PASSED",
                            "minds-the-token PASSED",
                            "takes-a-no PASSED",
                            "outlives-it PASSED"),
                    Fixture.outcomes(report),
                    state + ": " + report);
            ReportShape.holds(report);
        }
    }

    @Test
    void aRedirectUriThatIsNotRegisteredIsTold() {
        Report report =
                with("redirect_uri: OIDC_REDIRECT_URI", "redirect_uri: OIDC_REDIRECT_URI + '/'");
        CheckResult signs = Fixture.check(report, "signs-in");
        assertEquals(
                "The provider refuses the authorization request and shows people an error and never"
                        + " sends them back: redirect_uri is http://localhost/callback/, and registered"
                        + " is exactly http://localhost/callback.",
                signs.message());
        List<String> texts = steps(signs).stream().map(step -> step.statement().text()).toList();
        assertEquals("GET /.well-known/openid-configuration", texts.getFirst());
        assertTrue(texts.get(1).startsWith("browser GET /authorize "), texts::toString);
        ReportShape.holds(report);
    }

    @Test
    void aStateThatNobodyComparesIsSeenWithTheRequestThatShouldNotBe() {
        Report report =
                with("expectedState: begun.state", "expectedState: url.searchParams.get('state')");
        CheckResult minds = Fixture.check(report, "minds-the-browser");
        assertEquals(Outcome.FAILED, minds.outcome(), report::toString);
        Step token =
                steps(minds).stream()
                        .filter(step -> step.statement().text().startsWith("POST /token"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(token.statement().text().contains("code=*** "), token::toString);
        assertTrue(token.statement().error().startsWith("400 "), token::toString);
        assertFalse(report.toString().contains("code_verifier=v"), report::toString);
    }

    @Test
    void aWayElsewhereIsSeen() {
        Report report = with("Location: to.href", "Location: 'http://evil.example/authorize?x'");
        CheckResult signs = Fixture.check(report, "signs-in");
        assertTrue(
                String.valueOf(signs.message())
                        .startsWith("GET /login: header Location: expected 'http://127.0.0.1:"),
                signs::toString);
        assertFalse(signs.evidence().isEmpty());
    }

    @Test
    void whateverAProgramSaysToTheProviderIsItsOwnDoing() {
        String hostile =
                """
                import net from 'node:net';
                const port = new URL(OIDC_ISSUER).port;
                for (const text of ['\\r\\n\\r\\n', 'GET', 'POST /token HTTP/1.1\\r\\nContent-Length: -5\\r\\n\\r\\n',
                  'GET /\\0 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n', 'x'.repeat(300000)]) {
                  net.connect(port, '127.0.0.1').on('error', () => {}).end(text);
                }
                const sessions = new Map();
                """;
        Report report = with("const sessions = new Map();\n", hostile);
        assertEquals(Verdict.PASSED, report.verdict(), report::toString);
    }
}
