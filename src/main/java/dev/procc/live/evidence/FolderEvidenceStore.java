package dev.procc.live.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
    Path dir = Files.createDirectories(folderOf(target, identity));
    writeNew(dir.resolve(name + ".json"), json);
    writeNew(dir.resolve(name + ".txt"), text);
  }

  private static void writeNew(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  @Override
  public List<String> readAll(String target, String identity) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : recordFiles(folderOf(target, identity))) {
      texts.add(Files.readString(file));
    }
    return texts;
  }

  private static List<Path> recordFiles(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    }
  }
}
