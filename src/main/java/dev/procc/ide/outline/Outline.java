package dev.procc.ide.outline;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.KnownNames;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outline of a text: its documents, the nodes in them, and the parts that can be folded.
public final class Outline {
  /// The most symbols; more would block the lists of editors.
  private static final int MAX_SYMBOLS = 5_000;

  private static final String CHILDREN = FieldRole.CHILDREN.fieldName();

  private int symbols;
  private final SourceFile file;

  private Outline(SourceFile file) {
    this.file = file;
  }

  /// A symbol: a document, a node, a person, a calendar.
  ///
  /// @param label never empty, which editors refuse with the whole list
  /// @param sort `Process`, `group`, `sendTask`, `person`
  /// @param whole the span of all of it
  /// @param name the span of its name
  public record Symbol(
      String label, String sort, String detail, Span whole, Span name, List<Symbol> children) {
    public Symbol {
      label = label.isBlank() ? "\"\"" : label;
    }
  }

  /// The symbols of a file.
  public static List<Symbol> symbols(Snapshot snapshot, String path) {
    List<Symbol> found = new ArrayList<>();
    for (SourceDocument document : snapshot.documentsOf(path)) {
      found.add(new Outline(document.file()).document(document));
    }
    return found;
  }

  private Symbol document(SourceDocument document) {
    Mapping root = document.mapping();
    List<Symbol> children = new ArrayList<>();
    for (String list :
        List.of("people", "roles", "documents", "variables", "parameters", "targets")) {
      if (root.get(list) instanceof Mapping mapping) {
        members(mapping, list, children);
      }
    }
    if (root.get(FieldRole.ROOT.fieldName()) instanceof Mapping group) {
      nodes(group.get(CHILDREN), children);
    }
    nodes(root.get(CHILDREN), children);
    String label = document.key().isEmpty() ? document.kind() : document.key();
    return new Symbol(
        label, document.kind(), document.kind(), inFile(root.span()), document.keySpan(), children);
  }

  private void members(Mapping mapping, String list, List<Symbol> into) {
    for (MappingEntry entry : mapping.entries()) {
      if (entry.key().span().file() == file && symbols++ < MAX_SYMBOLS) {
        Span key = entry.key().span();
        Span value = entry.value().span();
        Span whole = value.file() == file && value.start() >= key.start() ? key.cover(value) : key;
        into.add(
            new Symbol(
                entry.key().value(),
                list,
                KnownNames.text(entry.value(), "name"),
                whole,
                key,
                List.of()));
      }
    }
  }

  private void nodes(@Nullable YamlNode children, List<Symbol> into) {
    if (!(children instanceof Sequence sequence)) {
      return;
    }
    for (YamlNode item : sequence.items()) {
      if (item instanceof Mapping mapping && mapping.span().file() == file) {
        node(mapping, into);
      }
    }
  }

  private void node(Mapping mapping, List<Symbol> into) {
    for (String kind : Vocabulary.CHILD_KINDS) {
      if (mapping.get(kind) instanceof Scalar key && symbols++ < MAX_SYMBOLS) {
        List<Symbol> below = new ArrayList<>();
        nodes(mapping.get(CHILDREN), below);
        String title = KnownNames.text(mapping, "title");
        into.add(
            new Symbol(
                key.value(),
                kind,
                title.isEmpty() ? KnownNames.text(mapping, "name") : title,
                mapping.span(),
                key.span(),
                below));
        return;
      }
    }
  }

  private Span inFile(Span span) {
    return span.file() == file ? span : Span.at(file, 0);
  }

  /// The parts of a file that can be folded: mappings and lists of several lines, and comments on
  /// consecutive lines.
  public static List<Span> folds(Snapshot snapshot, String path) {
    List<Span> folds = new ArrayList<>();
    for (SourceDocument document : snapshot.documentsOf(path)) {
      Outline outline = new Outline(document.file());
      outline.folds(document.mapping(), folds);
      outline.comments(document.document().comments(), folds);
    }
    return folds;
  }

  private void folds(YamlNode node, List<Span> into) {
    if (node.span().file() != file) {
      return;
    }
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        Span value = entry.value().span();
        if (!(entry.value() instanceof Scalar) && value.file() == file) {
          fold(entry.key().span(), value, into);
        }
        folds(entry.value(), into);
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item.span().file() == file && item instanceof Mapping) {
          fold(item.span(), item.span(), into);
        }
        folds(item, into);
      }
    }
  }

  private void fold(Span first, Span last, List<Span> into) {
    int end = last.end();
    while (end > first.start() && Character.isWhitespace(file.text().charAt(end - 1))) {
      end--;
    }
    if (end > first.start()
        && first.file() == file
        && file.position(first.start()).line() < file.position(end).line()) {
      into.add(new Span(file, first.start(), end));
    }
  }

  private void comments(List<Comment> comments, List<Span> into) {
    int from = 0;
    for (int i = 1; i <= comments.size(); i++) {
      boolean goesOn =
          i < comments.size() && line(comments.get(i)) == line(comments.get(i - 1)) + 1;
      if (!goesOn) {
        if (i - from > 1) {
          into.add(comments.get(from).span().cover(comments.get(i - 1).span()));
        }
        from = i;
      }
    }
  }

  private int line(Comment comment) {
    return file.position(comment.span().start()).line();
  }

  /// The spans that can be selected around an offset, from the word outwards.
  public static List<Span> selections(Snapshot snapshot, String path, int offset) {
    List<Span> around = new ArrayList<>();
    for (SourceDocument document : snapshot.documentsOf(path)) {
      Span all = document.document().span();
      if (all.start() <= offset && offset <= all.end()) {
        around.add(all);
        new Outline(document.file()).selections(document.mapping(), offset, around);
      }
    }
    return around.reversed();
  }

  private void selections(YamlNode node, int offset, List<Span> around) {
    if (!contains(node.span(), offset)) {
      return;
    }
    around.add(node.span());
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        Span key = entry.key().span();
        Span value = entry.value().span();
        if (key.file() == file && value.file() == file && key.start() <= value.start()) {
          Span whole = key.cover(value);
          if (contains(whole, offset)) {
            around.add(whole);
            if (contains(key, offset)) {
              around.add(key);
            }
          }
        }
        selections(entry.value(), offset, around);
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        selections(item, offset, around);
      }
    }
  }

  private boolean contains(Span span, int offset) {
    return span.file() == file && span.start() <= offset && offset <= span.end();
  }
}
