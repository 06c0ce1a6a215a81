package dev.procc.cli.command;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.FileTree;
import java.util.List;

/// A tree of one text, wherever it came from.
record SingleFile(SourceFile file) implements FileTree {
  @Override
  public Listing list() {
    return new Listing(List.of(file.path()), List.of());
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
