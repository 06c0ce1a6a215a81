package dev.procc.ide.values;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.SourceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The index of fields of compiled processes by the place of their texts in a file.
public final class FieldIndex {
  private final List<MadeField> fields;

  /// A field, and the text of its value.
  public record MadeField(CompiledProcess process, FieldRef field, Origin origin, Span text) {}

  private FieldIndex(List<MadeField> fields) {
    this.fields = fields;
  }

  /// The fields whose values come from a file of a snapshot.
  public static FieldIndex of(Snapshot snapshot, String path) {
    return snapshot.derived("fields of " + path, FieldIndex.class, s -> make(s, path));
  }

  private static FieldIndex make(Snapshot snapshot, String path) {
    List<MadeField> fields = new ArrayList<>();
    boolean shared = isShared(snapshot, path);
    for (CompiledProcess process : snapshot.compilation().processes()) {
      if (!shared && !process.resolved().decl().key().span().file().path().equals(path)) {
        continue;
      }
      for (Map.Entry<FieldRef, Origin> entry : process.resolved().origins().entrySet()) {
        Span text = entry.getValue().span();
        if (text.file().path().equals(path)) {
          fields.add(new MadeField(process, entry.getKey(), entry.getValue(), text));
        }
      }
    }
    fields.sort(Comparator.comparingInt(field -> field.text().start()));
    return new FieldIndex(fields);
  }

  /// Whether the texts of a file may be those of processes in other files.
  private static boolean isShared(Snapshot snapshot, String path) {
    List<SourceDocument> documents = snapshot.documentsOf(path);
    for (SourceDocument document : documents) {
      if (!document.kind().equals("Process")) {
        return true;
      }
    }
    return documents.isEmpty();
  }

  /// Every field, by place.
  public List<MadeField> all() {
    return fields;
  }

  /// The fields whose text contains an offset: those with the shortest such text.
  public List<MadeField> at(int offset) {
    List<MadeField> found = new ArrayList<>();
    int shortest = Integer.MAX_VALUE;
    for (MadeField field : fields) {
      Span text = field.text();
      if (text.start() > offset) {
        break;
      }
      if (offset > text.end() || text.length() > shortest) {
        continue;
      }
      if (text.length() < shortest) {
        shortest = text.length();
        found.clear();
      }
      found.add(field);
    }
    return found;
  }
}
