package dev.backwright.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.cli.doctor.Finding.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private @TempDir Path folder = Path.of("");

    @Test
    void thisCheckoutsToolboxIsWhole() {
        Path toolbox = Path.of("../toolbox").toAbsolutePath().normalize();

        assertEquals(State.GOOD, new NodeProbe(toolbox).look().state());
        assertEquals(State.GOOD, new PackagesProbe(toolbox).look().state());
    }

    @Test
    void anEmptyToolboxLacksNode() {
        Finding finding = new NodeProbe(folder).look();

        assertEquals(State.MISSING, finding.state());
        assertNotNull(finding.advice());
    }

    @Test
    void aMissingAndAnOldPackageAreNamed() throws Exception {
        Files.writeString(
                folder.resolve("package.json"),
                "{\"dependencies\": {\"express\": \"5.3.0\", \"cors\": \"2.8.6\"}}");
        Path express = Files.createDirectories(folder.resolve("node_modules/express"));
        Files.writeString(express.resolve("package.json"), "{\"version\": \"4.0.0\"}");

        Finding finding = new PackagesProbe(folder).look();

        assertEquals(State.MISSING, finding.state());
        assertEquals("express is 4.0.0, not 5.3.0, cors is missing", finding.seen());
    }

    @Test
    void thisBuildBroughtPostgres() {
        assertEquals(State.GOOD, new PostgresProbe().look().state());
    }

    @Test
    void thisMachinesServersAreFoundOrTheirLackIsSaid() {
        Finding mysql = new MySqlProbe(null).look();
        assertEquals(State.GOOD, mysql.state(), mysql.seen());
        assertTrue(mysql.seen().matches("MariaDB \\d+\\.\\d+.*, /.*"), mysql.seen());
        Finding none = new MySqlProbe("/nowhere/mariadbd").look();
        assertEquals(State.WEAK, none.state());
        assertTrue(String.valueOf(none.advice()).contains("/nowhere/mariadbd"), none::toString);
        String seen = new MySqlProbe("mysql://root:s3cret@host:3306").look().seen();
        assertFalse(seen.contains("s3cret"), seen);
        Finding redis = new RedisProbe().look();
        assertEquals(State.GOOD, redis.state(), redis.seen());
        assertTrue(redis.seen().matches("\\d+\\.\\d+.*, /.*"), redis.seen());
        assertFalse(new MongoProbe().look().seen().isEmpty());
    }

    @Test
    void aMissingRedisIsSaidWithWhatToInstall() {
        System.setProperty("backwright.redis", "/nowhere/redis-server");
        try {
            Finding redis = new RedisProbe().look();
            assertEquals(State.WEAK, redis.state());
            assertTrue(String.valueOf(redis.advice()).contains("apt install redis-server"));
        } finally {
            System.clearProperty("backwright.redis");
        }
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(State.WEAK, new PortProbe(taken.getLocalPort()).look().state());
        }
    }

    @Test
    void aHomeThatIsNotMadeYetIsGood() {
        Finding finding = new HomeProbe(folder.resolve("a/b")).look();

        assertEquals(State.GOOD, finding.state(), finding.seen());
        assertTrue(finding.seen().contains("not made yet"));
    }

    @Test
    void aFileInTheHomesPlaceIsMissing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertEquals(State.MISSING, new HomeProbe(file.resolve("home")).look().state());
    }

    @Test
    void whatWasNotTriedIsSaidByBoth() {
        var untried = new Trial.Untried("there is no Node");

        assertTrue(new IsolationProbe(untried).look().seen().contains("there is no Node"));
        assertEquals(State.WEAK, new LimitsProbe(untried).look().state());
    }

    @Test
    void aRefusalMeansThatLabsCannotBeJudged() {
        var refused = new Trial.Refused("not as root");

        assertEquals(State.MISSING, new IsolationProbe(refused).look().state());
    }

    @Test
    void aMissingThingMeansThatLabsCannotBeJudged() {
        var weak = Finding.weak("a", "b", "c");
        var missing = Finding.missing("a", "b", "c");

        assertTrue(Doctor.canWork(List.of(weak)));
        assertFalse(Doctor.canWork(List.of(weak, missing)));
        assertTrue(Doctor.text(List.of(missing)).contains("→ c"));
    }
}
