package dev.procc.app.importing;

import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.wire.LiveProcess;
import java.util.List;

/// A live process with its definition: the plan between the two is empty.
///
/// @param key of the definition
/// @param paths of the files that are new or change because of it
/// @param dates that stay days although expressions were requested, with reasons
/// @param unsaid what a definition of the process cannot express, and a replacement would lose
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
