package dev.procc.live.evidence;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evidence as files, `<folder>/<target>/evidence/<identity>/<name>.json` and `.txt`. An existing
/// file is never overwritten.
public final class FolderEvidenceStore implements EvidenceStore {
  private final Path folder;
  private final LedgerStore ledger;

  /// @param folder `procc.state`, or another one
  public FolderEvidenceStore(Path folder, LedgerStore ledger) {
    this.folder = folder;
    this.ledger = ledger;
  }

  private Path folderOf(String target, String identity) {
    return folder.resolve(target).resolve(EvidenceStore.folder(identity));
  }

  @Override
  public LedgerStore ledger() {
    return ledger;
  }

  /// The entry refers to the record before it is written and again afterwards, so that nothing
  /// looks changed if a program is killed between the two files.
  @Override
  public void add(
      String target,
      String identity,
      EvidenceFile file,
      @Nullable LedgerEntry entry,
      EvidenceHead last)
      throws IOException {
    Path dir = folderOf(target, identity);
    String page = file.page();
    try {
      if (entry != null) {
        ledger.save(entry.withEvidenceBegun(last, file.hash()), identity + ": evidence begun");
      }
      if (page != null) {
        writePage(dir, file, page);
      }
      OutputFile.writeNew(dir.resolve(file.recordName()), file.json(), OutputFile.Readers.OWNER);
      if (entry != null) {
        ledger.save(entry.withEvidence(last, file.hash()), identity + ": evidence " + file.name());
      }
    } catch (LedgerException e) {
      throw EvidenceStore.failure(e);
    }
  }

  /// A page whose record is not there is what a program left that was killed between the two.
  private static void writePage(Path dir, EvidenceFile file, String page) throws IOException {
    if (InputFile.names(dir, ".json").contains(file.recordName())) {
      throw new FileAlreadyExistsException(file.recordName());
    }
    OutputFile.write(dir.resolve(file.pageName()), page, OutputFile.Readers.OWNER);
  }

  @Override
  public void checkWritable(String target, String identity) throws IOException {
    Path probe = folderOf(target, identity).resolve(".writable");
    OutputFile.write(probe, "", OutputFile.Readers.OWNER);
    OutputFile.delete(probe);
    records(target, identity);
  }

  @Override
  public void move(String target, String from, String to) throws IOException {
    Path dir = folderOf(target, from);
    List<String> names = InputFile.names(dir, "");
    for (String name : names) {
      String text = InputFile.text(dir.resolve(name), InputFile.DATA_LIMIT);
      Path moved = folderOf(target, to).resolve(name);
      // What a move that was cut off has moved is there.
      if (!text.equals(InputFile.textOrNull(moved, InputFile.DATA_LIMIT))) {
        OutputFile.writeNew(moved, text, OutputFile.Readers.OWNER);
      }
    }
    for (String name : names) {
      OutputFile.delete(dir.resolve(name));
    }
  }

  @Override
  public StoredRecords records(String target, String identity) throws IOException {
    Path dir = folderOf(target, identity);
    List<String> names = new ArrayList<>();
    for (String file : InputFile.names(dir, ".json")) {
      names.add(file.substring(0, file.length() - ".json".length()));
    }
    return new FolderRecords(dir, EvidenceFile.inOrder(names));
  }

  private record FolderRecords(Path dir, List<String> names) implements StoredRecords {
    @Override
    public EvidenceFile read(String name) throws IOException {
      return new EvidenceFile(
          name,
          InputFile.text(dir.resolve(name + ".json"), InputFile.DATA_LIMIT),
          InputFile.textOrNull(dir.resolve(name + ".txt"), InputFile.DATA_LIMIT));
    }

    @Override
    public Reader open(String name) throws IOException {
      return InputFile.reader(dir.resolve(name + ".json"));
    }
  }
}
