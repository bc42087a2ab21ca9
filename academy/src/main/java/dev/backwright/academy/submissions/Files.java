package dev.backwright.academy.submissions;

import java.util.Map;

/// Files as an editor sends them: path and text.
record Files(Map<String, String> files) {}
