package dev.procc.language.project;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import java.util.List;

/// A tree of one text, wherever it came from.
public record SingleFileTree(SourceFile file) implements FileTree {
  @Override
  public FileListing list() {
    return new FileListing(List.of(file.path()), List.of());
  }

  @Override
  public boolean exists(String path) {
    return path.equals(file.path());
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    return Outcome.of(file);
  }
}
