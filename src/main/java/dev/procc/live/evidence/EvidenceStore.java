package dev.procc.live.evidence;

import java.io.IOException;
import java.util.List;

/// Where evidence records are kept, oldest first, each a JSON text that is never changed.
public interface EvidenceStore {
  /// Adds a record.
  ///
  /// @param name a file name without ending, in the order of time
  /// @param text the same for people
  void add(String target, String identity, String name, String json, String text)
      throws IOException;

  /// Makes sure that a record of a process can be added.
  ///
  /// @throws IOException if none can
  void checkWritable(String target, String identity) throws IOException;

  /// Puts the records of a process under another identity, which has none.
  void move(String target, String from, String to) throws IOException;

  /// Every record of a process, oldest first.
  List<String> readAll(String target, String identity) throws IOException;
}
