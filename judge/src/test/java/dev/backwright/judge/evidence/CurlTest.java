package dev.backwright.judge.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.checks.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurlTest {

    private static final List<String> HOSTILE =
            List.of(
                    "",
                    "plain",
                    "it's",
                    "$(touch /tmp/x) `id` ${HOME} $PORT",
                    "\"double\" \\ back\\slash !history ~ * ? [a-z] {1,2}",
                    "a;b|c&d<e>f #g",
                    "line\nbreak\ttab\r",
                    "'; rm -rf / #\n'",
                    "esc \u001B[31m del \u007F bell \u0007",
                    "octal \u00017 digits",
                    "-n --option @file",
                    "é 漢 🙂 \u202E");

    @Test
    void theShellTakesEachWordForExactlyItsText() throws Exception {
        for (String word : HOSTILE) {
            assertEquals(List.of(word), words("args " + Curl.quoted(word)), word);
        }
    }

    @Test
    void aWholeCommandKeepsItsParts() throws Exception {
        String body = HOSTILE.get(7);
        Request request =
                Request.of("POST", "/a b?x='$(id)'[1]")
                        .header("X-Odd", "it's; \"x\"")
                        .body("text/plain", body);
        assertEquals(
                List.of(
                        "-i",
                        "--globoff",
                        "--path-as-is",
                        "-X",
                        "POST",
                        "-H",
                        "X-Odd: it's; \"x\"",
                        "-H",
                        "Content-Type: text/plain",
                        "--data-raw",
                        body,
                        "http://127.0.0.1:4711/a b?x='$(id)'[1]"),
                words("PORT=4711; " + Curl.command(request).replaceFirst("^curl", "args")));
    }

    @Test
    void bytesOnABareConnectionStayTheseBytes() throws Exception {
        byte[] all = new byte[512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String printf = Curl.raw(all, false, "PORT").replaceFirst(" \\| nc .*$", "");
        for (String shell : List.of("bash", "sh")) {
            Process process = new ProcessBuilder(shell, "-c", printf).start();
            assertArrayEquals(all, process.getInputStream().readAllBytes(), shell);
        }
    }

    @Test
    void secretsOnABareConnectionAreVariables() {
        byte[] bytes =
                "GET / HTTP/1.1\r\nAuthorization: Bearer abc123def456\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "printf -- 'GET / HTTP/1.1\\r\\nAuthorization: Bearer '\"$BEARER_TOKEN\"'\\r\\n\\r\\n'"
                        + " | nc -N 127.0.0.1 \"$PORT\"",
                Curl.raw(bytes, true, "PORT"));
    }

    @Test
    void throughTlsItTrustsTheGivenAuthority() {
        assertEquals(
                "curl -i --globoff --path-as-is --cacert \"$TLS_CA_FILE\" \"https://localhost:$HTTPS_PORT\"/a",
                Curl.command(Request.get("/a"), true));
    }

    /// What bash makes of the words.
    private static List<String> words(String command) throws Exception {
        String script = "args() { printf '%s\\0' \"$@\"; }; " + command;
        Process bash = new ProcessBuilder("bash", "-c", script).start();
        bash.getOutputStream().close();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor());
        return List.of(out.substring(0, Math.max(0, out.length() - 1)).split("\0", -1));
    }
}
