package dev.backwright.judge.intake;

/// How much may be handed in.
///
/// @param files how many files
/// @param fileBytes bytes of one file
/// @param totalBytes bytes of all files together
public record Allowance(int files, long fileBytes, long totalBytes) {

    /// Bytes as a person says them: `1 MB`, `1.5 MB`, `300 kB`.
    static String size(long bytes) {
        if (bytes >= 1_000_000) {
            return bytes % 1_000_000 == 0
                    ? bytes / 1_000_000 + " MB"
                    : "%.1f MB".formatted(bytes / 1e6);
        }
        return bytes >= 1_000 && bytes % 1_000 == 0 ? bytes / 1_000 + " kB" : bytes + " bytes";
    }
}
