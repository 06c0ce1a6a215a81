package dev.procc.live.execution;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  public void save(Plan plan) throws IOException {
    Path file = folder.resolve(plan.target()).resolve(plan.planHash() + SUFFIX);
    OutputFile.write(file, PlanFile.write(plan), OutputFile.Readers.OWNER);
  }

  @Override
  public Optional<ProcessPlan> find(String target, String identity, String hash) {
    try {
      for (Path file : planFiles(target)) {
        String text = InputFile.text(file, InputFile.DATA_LIMIT);
        for (ProcessPlan plan : PlanFile.read(file.toString(), text).processes()) {
          if (plan.identity().equals(identity) && plan.hash().equals(hash)) {
            return Optional.of(plan);
          }
        }
      }
    } catch (IOException | PlanFileException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  @Override
  public void clear(String target) throws IOException {
    for (Path file : planFiles(target)) {
      OutputFile.delete(file);
    }
  }

  private List<Path> planFiles(String target) throws IOException {
    Path dir = folder.resolve(target);
    List<Path> files = new ArrayList<>();
    for (String name : InputFile.names(dir, SUFFIX)) {
      files.add(dir.resolve(name));
    }
    return files;
  }
}
