package dev.procc.live.execution;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Plans under way as files of a working folder, `.procc/apply/<target>/<plan hash>.plan.json`.
public final class PendingPlanFolder implements PendingPlanStore {
  private static final String SUFFIX = ".plan.json";
  private final Path folder;

  /// @param folder `.procc/apply`; made when the first plan is kept
  public PendingPlanFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public void save(Plan plan) throws IOException {
    Path dir = Files.createDirectories(folder.resolve(plan.target()));
    Path file = dir.resolve(plan.planHash() + SUFFIX);
    Path temporary = dir.resolve("." + plan.planHash() + ".next");
    Files.writeString(temporary, PlanFile.write(plan));
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public Optional<ProcessPlan> find(String target, String identity, String hash) {
    try {
      for (Path file : planFiles(target)) {
        for (ProcessPlan plan :
            PlanFile.read(file.toString(), Files.readString(file)).processes()) {
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
      Files.deleteIfExists(file);
    }
  }

  private List<Path> planFiles(String target) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(target))) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    }
  }
}
