package dev.backwright.academy.web;

import dev.backwright.academy.catalog.UnknownLab;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.Room;
import dev.backwright.academy.platform.StoreTrouble;
import dev.backwright.judge.Intake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns what was thrown into words. What is nobody's fault but ours is logged once and shown without its insides.
@ControllerAdvice
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Problems problems;
    private final Premises premises;

    Errors(Problems problems, Premises premises) {
        this.problems = problems;
        this.premises = premises;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unknownLab(UnknownLab e, HttpServletRequest request) {
        return problems.answer(request, Problem.of(404, "No such lab", message(e), ""));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Intake.Refused e, HttpServletRequest request) {
        return problems.answer(
                request,
                new Problem(
                        422,
                        "These files cannot be taken in",
                        String.join(" ", e.violations()),
                        "",
                        e.violations()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> cannotAnswer(CannotAnswer e, HttpServletRequest request) {
        var answer =
                problems.answer(
                        request,
                        new Problem(e.status(), title(e.status()), message(e), "", e.violations()));
        return e.comeAgain().map(wait -> after(wait, answer)).orElse(answer);
    }

    private static ResponseEntity<byte[]> after(Duration wait, ResponseEntity<byte[]> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header("Retry-After", Long.toString(wait.toSeconds()))
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotAnswer answer) {
                return cannotAnswer(answer, request);
            }
        }
        return problems.answer(
                request,
                Problem.of(
                        400,
                        "Not understood",
                        "The body is not the JSON that this call takes.",
                        "docs/architecture.md shows its shape."));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mismatch(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return problems.answer(
                request,
                Problem.of(
                        404,
                        "Nothing here",
                        "%s is no id of ours.".formatted(e.getValue()),
                        "Look at the versions of the lab."));
    }

    /// Whoever asked has gone.
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void gone(IOException e) {
        LOG.debug("a reader went away", e);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            return problems.answer(
                    request, Problem.of(status, title(status), says(status, request), ""));
        }
        var trouble = StoreTrouble.of(e);
        if (trouble.isPresent()) {
            return problems.answer(request, ofStore(trouble.get()));
        }
        var problem =
                Problem.of(
                        500,
                        "Our fault",
                        "The academy could not do this.",
                        "Try again; what happened stands in the window where the academy runs.");
        LOG.error(
                "{} {} failed: {}",
                request.getMethod(),
                request.getRequestURI(),
                problem.instance(),
                e);
        return problems.answer(request, problem);
    }

    /// A database may also be away because the disk is full.
    private Problem ofStore(StoreTrouble trouble) {
        var room = premises.room();
        if (room.isShort()) {
            return full(room.says());
        }
        return switch (trouble) {
            case FULL -> full("The disk that holds the academy's database is full.");
            case AWAY ->
                    Problem.of(
                            503,
                            "The database is away",
                            premises.database().away(),
                            "Try again in a few seconds.");
        };
    }

    private static Problem full(String detail) {
        return Problem.of(507, title(507), detail, Room.WHAT_TO_DO);
    }

    private static String says(int status, HttpServletRequest request) {
        var what = request.getMethod() + " " + request.getRequestURI();
        return switch (status) {
            case 404 -> "There is nothing at " + request.getRequestURI() + ".";
            case 405 -> what + " is not offered.";
            case 413 -> what + " brought too much.";
            case 415 -> what + " does not take this kind of body.";
            default -> what + " was not understood.";
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 404 -> "Nothing here";
            case 409 -> "Not now";
            case 413 -> "Too large";
            case 422 -> "Refused";
            case 429 -> "Too many at once";
            case 507 -> "The disk is full";
            default -> HttpStatus.valueOf(status).getReasonPhrase();
        };
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
