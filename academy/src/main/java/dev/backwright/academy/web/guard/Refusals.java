package dev.backwright.academy.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Tells whoever asked why they do not get in.
@FunctionalInterface
public interface Refusals {

    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal why)
            throws IOException;
}
