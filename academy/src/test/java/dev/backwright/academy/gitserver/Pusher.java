package dev.backwright.academy.gitserver;

import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.LabId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody with a repository of one lab, and what the academy has of them.
record Pusher(OpenAcademy academy, Account account) {

    static final LabId LAB = new LabId("javascript", "closures");
    static final String PATH = "/git/javascript/closures.git";
    static final String FILE = "closures.js";

    static Pusher joined(OpenAcademy academy) throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            return new Pusher(academy, member.account());
        }
    }

    String token(Scope... scopes) {
        return academy.bean(ApiTokens.class).make(account, "git", Set.of(scopes), 7, false);
    }

    String url(String token) {
        return academy.url(PATH).replace("://", "://anybody:" + token + "@");
    }

    static String basic(String token) {
        var pair = "x:" + token;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// Their repository in a folder, to fetch and to push.
    GitClient cloned(Path folder) throws Exception {
        return cloned(folder, Scope.READ, Scope.SUBMIT);
    }

    GitClient cloned(Path folder, Scope... scopes) throws Exception {
        return GitClient.cloned(folder, url(token(scopes)));
    }

    List<Version> versions() {
        return academy.bean(Submissions.class).of(account.learner(), LAB);
    }

    String handedIn(Version version) {
        var files = academy.bean(Submissions.class).files(version).files();
        return new String(files.get(FILE), StandardCharsets.UTF_8);
    }

    /// The id of its row.
    UUID repository() {
        return academy.bean(GitRows.class).repository(account.learner(), LAB).orElseThrow();
    }

    GitRepository opened() {
        var lab = academy.bean(Catalog.class).lab(LAB);
        return academy.bean(Repositories.class).open(account.learner(), lab);
    }

    int rows(String table) {
        return academy.bean(JdbcClient.class)
                .sql(
                        "select count(*) from %s p join git_repository r on r.id = p.repository where r.person = ?"
                                .formatted(table))
                .param(account.person())
                .query(Integer.class)
                .single();
    }

    /// Versions, packs, branches and where they are.
    String kept() {
        var rows = academy.bean(GitRows.class);
        return "%d %d %s"
                .formatted(versions().size(), rows("git_pack"), rows.branches(repository()));
    }

    /// An empty commit on `main`, in a pack of its own, as another academy on the same database would take it.
    ObjectId commit(ObjectId parent) throws Exception {
        try (var repository = opened();
                var inserter = repository.newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setTreeId(repository.parseCommit(parent).getTree());
            commit.setParentId(parent);
            commit.setAuthor(new PersonIdent("Ada", "ada@example.org"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("nothing new");
            var id = inserter.insert(commit);
            inserter.flush();
            repository.getObjectDatabase().store();
            academy.bean(GitRows.class)
                    .moveBranch(repository.owned().id(), Branches.MAIN, parent.name(), id.name());
            return id;
        }
    }
}
