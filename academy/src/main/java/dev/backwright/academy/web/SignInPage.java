package dev.backwright.academy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// @param mail as it was written the last time; empty before
/// @param trouble why they are not in; `null` before the first try
/// @param next where they wanted to go
/// @param ways in besides a password
public record SignInPage(
        Frame frame, String mail, @Nullable String trouble, String next, WaysIn ways) {

    /// A path of ours: no other host begins with one slash and a letter.
    private static final Pattern OWN = Pattern.compile("/([A-Za-z][^\\\\\\p{Cntrl}]*)?");

    /// Where to sign in, and to come back from to what was asked for.
    static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        var address = UriComponentsBuilder.fromPath("/sign-in");
        return wanted.equals("/")
                ? address.toUriString()
                : address.queryParam("next", "{next}")
                        .encode()
                        .buildAndExpand(wanted)
                        .toUriString();
    }

    /// What may be gone to after signing in; anything else is the path.
    static String own(String next) {
        return OWN.matcher(next).matches() && isAddress(next) ? next : "/";
    }

    private static boolean isAddress(String next) {
        try {
            return !new URI(next).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
