package dev.backwright.academy.web;

import dev.backwright.academy.web.guard.Refusal;
import dev.backwright.academy.web.guard.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says what went wrong: to the API as problem+json, to git in plain words, to a browser as a page.
@Component
final class Problems implements Refusals {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Pages pages;
    private final Frames frames;
    private final JsonMapper json;

    Problems(Pages pages, Frames frames, JsonMapper json) {
        this.pages = pages;
        this.frames = frames;
        this.json = json;
    }

    ResponseEntity<byte[]> answer(HttpServletRequest request, Problem problem) {
        return ResponseEntity.status(problem.status())
                .header("Cache-Control", "no-store")
                .contentType(type(request))
                .body(text(request, problem).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal why)
            throws IOException {
        if (why == Refusal.NOT_SIGNED_IN
                && type(request).equals(HTML)
                && request.getMethod().equals("GET")) {
            response.sendRedirect(SignInPage.address(request));
            return;
        }
        var problem = Problem.of(why.status(), why.title(), why.says(), why.next());
        response.setStatus(why.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(type(request).toString());
        var text =
                type(request).equals(HTML)
                        ? refusal(request, why, problem)
                        : text(request, problem);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(HttpServletRequest request, Problem problem) {
        var type = type(request);
        if (type.equals(PLAIN)) {
            return says(problem) + "\n";
        }
        return type.equals(HTML) ? page(problem) : body(problem);
    }

    private String refusal(HttpServletRequest request, Refusal why, Problem problem) {
        return switch (why) {
            case NO_KEY -> pages.view().key(new KeyPage(request.getParameter("key") != null));
            case NO_PASSKEY -> page(problem, "Your account", "/me");
            default -> page(problem);
        };
    }

    private String page(Problem problem) {
        return page(problem, "To the path", "/");
    }

    private String page(Problem problem, String act, String to) {
        return pages.view()
                .error(
                        new ErrorPage(
                                frames.frame(),
                                problem.status(),
                                problem.title(),
                                problem.detail(),
                                problem.next(),
                                act,
                                to));
    }

    private String body(Problem problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", phrase(problem.status()));
        body.put("status", problem.status());
        body.put("detail", says(problem));
        body.put("instance", problem.instance());
        if (!problem.violations().isEmpty()) {
            body.put("violations", problem.violations());
        }
        return json.writeValueAsString(body);
    }

    /// A problem of no type of its own is called as its status is (RFC 9457, section 4.2.1).
    private static String phrase(int status) {
        return Optional.ofNullable(HttpStatus.resolve(status))
                .map(HttpStatus::getReasonPhrase)
                .orElse("");
    }

    private static String says(Problem problem) {
        return (problem.detail() + " " + problem.next()).strip();
    }

    /// A browser is shown a page; git shows its user what is plain text.
    private static MediaType type(HttpServletRequest request) {
        var path = request.getServletPath();
        if (path.startsWith("/api/") || path.equals("/graphql")) {
            return MediaType.APPLICATION_PROBLEM_JSON;
        }
        return path.startsWith("/git/") ? PLAIN : HTML;
    }
}
