package dev.procc.live.evidence;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// The records of one process as they are stored, each read when it is asked for: whoever needs the
/// last few does not read what was written for years.
public interface StoredRecords {
  /// Their names, oldest first.
  List<String> names();

  EvidenceFile read(String name) throws IOException;

  /// The JSON of one, for who reads only its beginning.
  Reader open(String name) throws IOException;

  default List<EvidenceFile> readAll() throws IOException {
    List<EvidenceFile> files = new ArrayList<>();
    for (String name : names()) {
      files.add(read(name));
    }
    return files;
  }
}
