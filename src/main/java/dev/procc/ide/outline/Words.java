package dev.procc.ide.outline;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.NameIndex;
import dev.procc.ide.names.Occurrence;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The words of a text by kind, for colours: keys, kinds of nodes, names, tags, texts.
public final class Words {
  /// The kind of a word.
  public enum WordKind {
    KEY,
    NODE_KIND,
    NAME,
    VARIABLE,
    TEXT,
    COMMENT
  }

  /// A word on one line.
  public record Word(Span span, WordKind kind, boolean declares) {}

  private final SourceFile file;
  private final List<Word> words = new ArrayList<>();

  private Words(SourceFile file) {
    this.file = file;
  }

  /// The words of a file in text order, without overlaps.
  public static List<Word> of(Snapshot snapshot, String path) {
    List<Word> found = new ArrayList<>();
    for (Occurrence each : NameIndex.ofDocuments(snapshot, path)) {
      boolean variable =
          switch (each.name().kind()) {
            case VARIABLE, PARAMETER, LOOP, COLUMN -> true;
            default -> false;
          };
      found.add(
          new Word(each.span(), variable ? WordKind.VARIABLE : WordKind.NAME, each.declares()));
    }
    for (SourceDocument document : snapshot.documentsOf(path)) {
      Words words = new Words(document.file());
      words.visit(document.mapping());
      for (Comment comment : document.document().comments()) {
        words.add(comment.span(), WordKind.COMMENT);
      }
      found.addAll(words.words);
    }
    return withoutOverlaps(found);
  }

  private void visit(YamlNode node) {
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.key().span().file() == file && entry.mergedAt() == null) {
          boolean kind = Vocabulary.CHILD_KINDS.contains(entry.key().value());
          add(entry.key().span(), kind ? WordKind.NODE_KIND : WordKind.KEY);
        }
        visit(entry.value());
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::visit);
    } else if (node instanceof Scalar scalar && scalar.span().file() == file) {
      add(scalar.span(), WordKind.TEXT);
    }
  }

  private void add(Span span, WordKind kind) {
    boolean oneLine =
        span.length() > 0 && file.position(span.start()).line() == file.position(span.end()).line();
    if (oneLine) {
      words.add(new Word(span, kind, false));
    }
  }

  /// The words with shorter ones cut out of the longer ones around them.
  private static List<Word> withoutOverlaps(List<Word> found) {
    found.sort(
        Comparator.<Word>comparingInt(word -> word.span().start())
            .thenComparingInt(word -> word.span().length())
            .thenComparingInt(word -> -word.kind().ordinal()));
    List<Word> kept = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < found.size(); i++) {
      Word word = found.get(i);
      int start = Math.max(end, word.span().start());
      int stop = word.span().end();
      int next = i + 1;
      while (next < found.size() && found.get(next).span().start() < stop) {
        Span inner = found.get(next).span();
        if (inner.start() > start && inner.end() <= stop) {
          kept.add(
              new Word(new Span(inner.file(), start, inner.start()), word.kind(), word.declares()));
          kept.add(found.get(next));
          start = inner.end();
        } else if (inner.start() == start && inner.length() < stop - start) {
          kept.add(found.get(next));
          start = inner.end();
        }
        next++;
      }
      if (start < stop) {
        kept.add(new Word(new Span(word.span().file(), start, stop), word.kind(), word.declares()));
      }
      end = Math.max(end, stop);
      i = next - 1;
    }
    return kept;
  }
}
