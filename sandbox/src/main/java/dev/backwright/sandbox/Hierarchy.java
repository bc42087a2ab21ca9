package dev.backwright.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One hierarchy of cgroups as this process sees it. Source: man 7 cgroups, man 5 proc_pid_mountinfo.
///
/// @param mount the topmost group that can be seen
/// @param own the group this process is in
/// @param second version 2
/// @param controllers of version 1: what it limits; of version 2 each group says that itself
record Hierarchy(Path mount, Path own, boolean second, List<String> controllers) {

    /// Root within the file system, where it is mounted, version, options.
    private static final Pattern MOUNT =
            Pattern.compile("\\S+ \\S+ \\S+ (\\S+) (\\S+) .*- (cgroup2?) \\S+ (\\S+)");

    /// @param mounts lines of `/proc/self/mountinfo`
    /// @param ours lines of `/proc/self/cgroup`: `4:memory:/a/b`, and `0::/a/b` for version 2
    static List<Hierarchy> of(List<String> mounts, List<String> ours) {
        var all = new ArrayList<Hierarchy>();
        for (var mount : mounts) {
            var parts = MOUNT.matcher(mount);
            if (parts.matches()) {
                ours.stream()
                        .map(line -> line.split(":", 3))
                        .filter(line -> fits(line, parts.group(3), parts.group(4)))
                        .map(line -> of(parts.group(1), Path.of(parts.group(2)), line))
                        .filter(one -> one.own().startsWith(one.mount()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /// A path that leads up, `/../x`, is that of a group outside of what a container sees.
    private static boolean fits(String[] line, String version, String options) {
        if (line.length != 3 || line[2].startsWith("/..")) {
            return false;
        }
        if (version.equals("cgroup2")) {
            return line[0].equals("0");
        }
        return !line[1].isEmpty() && words(options).containsAll(words(line[1]));
    }

    private static Hierarchy of(String root, Path mount, String[] line) {
        var inside = Path.of(root).relativize(Path.of(line[2]));
        var own = mount.resolve(inside).normalize();
        return new Hierarchy(mount, own, line[0].equals("0"), words(line[1]));
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).filter(word -> !word.isEmpty()).toList();
    }
}
