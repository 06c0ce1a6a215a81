package dev.procc.app.importing;

import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.wire.LiveProcess;
import java.util.List;

/// A live process with the definition that says the same: the plan between the two is empty.
///
/// @param key of the definition
/// @param paths of the files that are new or change for it
/// @param dates that stay dates although expressions were asked for, and why
/// @param unsaid what of the process a definition does not hold, and a replacement would lose
public record ImportedProcess(
    LiveProcess live,
    String key,
    DesiredProcess desired,
    List<String> paths,
    List<String> dates,
    List<String> unsaid) {
  public ImportedProcess {
    dates = List.copyOf(dates);
    paths = List.copyOf(paths);
    unsaid = List.copyOf(unsaid);
  }
}
