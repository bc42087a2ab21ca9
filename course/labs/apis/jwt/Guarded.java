package apis.jwt;

import static dev.backwright.checks.Expect.expect;

import java.util.List;

/// How refresh tokens are kept.
final class Guarded {

    private static final int FOURTEEN_DAYS = 1_209_600;

    /// A token of 120 random bits has at least 20 characters; two of them agree by chance in a few.
    private static final int LEAST_DIFFERENT = 15;

    private Guarded() {}

    static void isGuarded(Desk.Tokens tokens) {
        var cookie = tokens.reply().cookie("refresh");
        cookie.httpOnly().because("No script of the page reads the refresh token").is(true);
        cookie.secure().because("The refresh token is only sent over HTTPS").is(true);
        cookie.sameSite().because("No other site has the refresh token sent").is("Strict");
        cookie.path().because("Only `/session` needs the refresh token").is("/session");
        cookie.domain().because("No other host needs the refresh token").isAbsent();
        cookie.lifetime()
                .because("The browser keeps the cookie for 14 days")
                .isAtMost(FOURTEEN_DAYS)
                .isAtLeast(FOURTEEN_DAYS - 60);
        tokens.reply()
                .body()
                .because("The refresh token is in the cookie only, where no script finds it")
                .lacks(tokens.refresh());
        tokens.reply()
                .header("Cache-Control")
                .because("A reply with tokens is not to be kept by caches")
                .contains("no-store");
    }

    static void cannotBeGuessed(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            for (int j = 0; j < i; j++) {
                int different = different(tokens.get(i), tokens.get(j));
                expect(
                        different >= LEAST_DIFFERENT,
                        "A refresh token has at least 120 random bits. These two differ in %d characters only: %s and %s"
                                .formatted(different, tokens.get(j), tokens.get(i)));
            }
        }
    }

    private static int different(String one, String other) {
        int different = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different;
    }
}
