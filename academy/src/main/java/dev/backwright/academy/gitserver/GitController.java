package dev.backwright.academy.gitserver;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.errors.UnpackException;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.util.io.LimitedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Git's smart HTTP, as gitprotocol-http(5) has it: what is there, fetching, pushing. A path names a lab; whose repository it is, the token says.
@RestController
@RequestMapping("/git/{step}/{name}.git")
@ForMany
final class GitController {

    private static final Logger LOG = LoggerFactory.getLogger(GitController.class);

    private static final String FETCH = "git-upload-pack";
    private static final String PUSH = "git-receive-pack";

    /// Bytes of a list of what somebody has and wants.
    private static final long LONGEST_WISH = 1 << 20;

    private final Catalog catalog;
    private final Repositories repositories;
    private final Pushes pushes;

    GitController(Catalog catalog, Repositories repositories, Pushes pushes) {
        this.catalog = catalog;
        this.repositories = repositories;
        this.pushes = pushes;
    }

    @GetMapping("/info/refs")
    ResponseEntity<byte[]> branches(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String service)
            throws IOException {
        if (!service.equals(FETCH) && !service.equals(PUSH)) {
            throw CannotAnswer.malformed("This address is for git: git clone, git push.");
        }
        var bytes = new ByteArrayOutputStream();
        var out = new PacketLineOut(bytes);
        out.writeString("# service=" + service + "\n");
        out.end();
        try (var repository = open(learner, step, name);
                var fetching = fetching(repository)) {
            if (service.equals(FETCH)) {
                fetching.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(out));
            } else {
                pushes.advertise(repository, new PacketLineOutRefAdvertiser(out));
            }
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(
                        MediaType.parseMediaType("application/x-" + service + "-advertisement"))
                .body(bytes.toByteArray());
    }

    @PostMapping(path = "/" + FETCH, consumes = "application/x-" + FETCH + "-request")
    void fetch(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (var repository = open(learner, step, name);
                var fetching = fetching(repository);
                var wish = wish(request)) {
            fetching.upload(wish, answer(response, FETCH), null);
        } catch (IOException e) {
            said(response, e);
        }
    }

    @PostMapping(path = "/" + PUSH, consumes = "application/x-" + PUSH + "-request")
    void push(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var in = request.getInputStream();
        try (var repository = open(learner, step, name)) {
            var answer = answer(response, PUSH);
            pushes.receive(repository, in, answer);
            answer.flush();
        } catch (UnpackException e) {
            LOG.debug("a push was refused, and told why", e);
            readOn(in, response);
        } catch (IOException e) {
            said(response, e);
        }
    }

    private GitRepository open(Learner learner, String step, String name) {
        return repositories.open(learner, catalog.lab(step, name));
    }

    private static UploadPack fetching(GitRepository repository) {
        var fetching = new UploadPack(repository);
        fetching.setBiDirectionalPipe(false);
        return fetching;
    }

    /// A long one comes compressed.
    private static InputStream wish(HttpServletRequest request) throws IOException {
        var in = request.getInputStream();
        boolean packed = "gzip".equals(request.getHeader("Content-Encoding"));
        return new LimitedInputStream(packed ? new GZIPInputStream(in) : in, LONGEST_WISH) {
            @Override
            protected void limitExceeded() throws IOException {
                throw new IOException("a wish of more than a megabyte");
            }
        };
    }

    private static OutputStream answer(HttpServletResponse response, String service) {
        return new LateAnswer(response, "application/x-" + service + "-result");
    }

    /// Whoever pushes hears us only after they have sent all.
    private static void readOn(InputStream in, HttpServletResponse response) {
        try {
            response.flushBuffer();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | CannotAnswer e) {
            LOG.debug("a push ended in the middle", e);
        }
    }

    /// Git that does not keep to its protocol, or has gone, or a fault of ours; what could be told to it, JGit has.
    private static void said(HttpServletResponse response, IOException e) {
        var fault = fault(e);
        if (fault.isEmpty()) {
            LOG.debug("git was not understood, or has gone", e);
        } else if (response.isCommitted()) {
            LOG.warn("git could not be answered", e);
        }
        if (!response.isCommitted()) {
            response.reset();
            throw fault.orElseGet(() -> CannotAnswer.malformed("This is not what git sends here."));
        }
    }

    /// What is not the client's.
    private static Optional<RuntimeException> fault(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileNotFoundException) { // another push made one pack of many
                return Optional.of(
                        CannotAnswer.notNow("The repository was just tidied up. Fetch again."));
            }
            if (cause instanceof RuntimeException ours && !isOfWhatWasSent(ours)) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    /// JGit's words for an id, a number or a length that is none.
    private static boolean isOfWhatWasSent(RuntimeException e) {
        return e instanceof IllegalArgumentException || e instanceof IndexOutOfBoundsException;
    }
}
