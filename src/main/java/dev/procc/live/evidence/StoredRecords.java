package dev.procc.live.evidence;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// The stored records of one process, each read when needed: the last few are read without the
/// others.
public interface StoredRecords {
  /// Their names, oldest first.
  List<String> names();

  EvidenceFile read(String name) throws IOException;

  /// The JSON text of a record, for callers that only read its beginning.
  Reader open(String name) throws IOException;

  default List<EvidenceFile> readAll() throws IOException {
    List<EvidenceFile> files = new ArrayList<>();
    for (String name : names()) {
      files.add(read(name));
    }
    return files;
  }
}
