package dev.procc.live.execution;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A store of plans that are being applied, as files of a working folder: `.procc/<target>/<plan
/// hash>.plan.json`.
public final class PendingPlanFolder implements PendingPlanStore {
  private static final String SUFFIX = ".plan.json";
  private final Path folder;

  /// @param folder `.procc`; created with the first plan
  public PendingPlanFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String save(Plan plan) throws IOException {
    String name = plan.planHash() + SUFFIX;
    Path file = folder.resolve(plan.target()).resolve(name);
    OutputFile.write(file, PlanFile.write(plan), OutputFile.Readers.OWNER);
    return name;
  }

  @Override
  public Optional<ProcessPlan> find(String target, String identity, String hash) {
    for (String name : names(target)) {
      for (ProcessPlan plan : processes(folder.resolve(target).resolve(name))) {
        if (plan.identity().equals(identity) && plan.hash().equals(hash)) {
          return Optional.of(plan);
        }
      }
    }
    return Optional.empty();
  }

  /// A file that cannot be read does not hide the others.
  private static List<ProcessPlan> processes(Path file) {
    try {
      String text = InputFile.text(file, InputFile.DATA_LIMIT);
      return PlanFile.read(file.toString(), text).processes();
    } catch (IOException | PlanFileException unreadable) {
      return List.of();
    }
  }

  @Override
  public List<String> names(String target) {
    try {
      return InputFile.names(folder.resolve(target), SUFFIX);
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  @Override
  public void clear(String target, List<String> names) throws IOException {
    for (String name : names) {
      OutputFile.delete(folder.resolve(target).resolve(name));
    }
  }
}
