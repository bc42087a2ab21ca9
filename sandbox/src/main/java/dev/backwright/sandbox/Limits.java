package dev.backwright.sandbox;

import java.time.Duration;

/// What a process tree may use; immutable: `Limits.STANDARD.withMemory(128 * Limits.MEGABYTE)`.
///
/// @param wall time on the clock from start to end
/// @param cpu processor time of the whole tree
/// @param memory bytes of the whole tree where cgroups are writable, else of each process's data
/// @param processes processes and threads
/// @param output bytes of standard output and standard error together; beyond, the process is ended
/// @param disk bytes of the work folder and `/tmp`
public record Limits(
        Duration wall, Duration cpu, long memory, int processes, long output, long disk) {

    public static final long MEGABYTE = 1024L * 1024;

    public static final Limits STANDARD =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    512 * MEGABYTE,
                    128,
                    4 * MEGABYTE,
                    64 * MEGABYTE);

    public Limits withWall(Duration limit) {
        return new Limits(limit, cpu, memory, processes, output, disk);
    }

    public Limits withCpu(Duration limit) {
        return new Limits(wall, limit, memory, processes, output, disk);
    }

    public Limits withMemory(long bytes) {
        return new Limits(wall, cpu, bytes, processes, output, disk);
    }

    public Limits withProcesses(int count) {
        return new Limits(wall, cpu, memory, count, output, disk);
    }

    public Limits withOutput(long bytes) {
        return new Limits(wall, cpu, memory, processes, bytes, disk);
    }

    public Limits withDisk(long bytes) {
        return new Limits(wall, cpu, memory, processes, output, bytes);
    }
}
