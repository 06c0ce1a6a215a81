package dev.procc.app.pull;

import dev.procc.app.project.ChangedFile;
import dev.procc.view.live.PullReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A pull that was prepared in memory.
///
/// @param files that change, by path
public record PreparedPull(Map<String, ChangedFile> files, PullReport report) {
  public PreparedPull {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }
}
