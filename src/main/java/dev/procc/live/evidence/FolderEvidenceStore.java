package dev.procc.live.evidence;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Evidence as files, `<folder>/<target>/evidence/<identity>/<name>.json` and `.txt`. A file that
/// is there is never written over.
public final class FolderEvidenceStore implements EvidenceStore {
  private final Path folder;

  /// @param folder `procc.state`, or one that was named
  public FolderEvidenceStore(Path folder) {
    this.folder = folder;
  }

  private Path folderOf(String target, String identity) {
    return folder.resolve(target).resolve("evidence").resolve(identity);
  }

  @Override
  public void add(String target, String identity, String name, String json, String text)
      throws IOException {
    Path dir = folderOf(target, identity);
    OutputFile.writeNew(dir.resolve(name + ".json"), json, OutputFile.Readers.OWNER);
    OutputFile.writeNew(dir.resolve(name + ".txt"), text, OutputFile.Readers.OWNER);
  }

  @Override
  public void checkWritable(String target, String identity) throws IOException {
    Path probe = folderOf(target, identity).resolve(".writable");
    OutputFile.write(probe, "", OutputFile.Readers.OWNER);
    OutputFile.delete(probe);
    readAll(target, identity);
  }

  @Override
  public void move(String target, String from, String to) throws IOException {
    Path dir = folderOf(target, from);
    List<String> names = InputFile.names(dir, "");
    for (String name : names) {
      String text = InputFile.text(dir.resolve(name), InputFile.DATA_LIMIT);
      OutputFile.writeNew(folderOf(target, to).resolve(name), text, OutputFile.Readers.OWNER);
    }
    for (String name : names) {
      OutputFile.delete(dir.resolve(name));
    }
  }

  @Override
  public List<String> readAll(String target, String identity) throws IOException {
    Path dir = folderOf(target, identity);
    List<String> texts = new ArrayList<>();
    for (String name : InputFile.names(dir, ".json")) {
      texts.add(InputFile.text(dir.resolve(name), InputFile.DATA_LIMIT));
    }
    return texts;
  }
}
