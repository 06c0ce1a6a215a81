package dev.procc.ide.completion;

import dev.procc.base.source.SourceFile;
import dev.procc.base.text.TextLines;
import dev.procc.ide.Snapshot;
import dev.procc.ide.completion.Proposal.Sort;
import dev.procc.ide.cursor.Cursor;
import dev.procc.ide.cursor.Cursor.Role;
import dev.procc.ide.cursor.Cursor.Step;
import dev.procc.ide.cursor.CursorScanner;
import dev.procc.ide.cursor.Expected;
import dev.procc.ide.names.KnownNames;
import dev.procc.language.project.ProjectPaths;
import dev.procc.language.project.ProjectReader;
import dev.procc.model.vocabulary.EnumDocs;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The completion at a position: keys of the mapping, words of the language, names of the project.
///
/// The text may be newer than the snapshot, which only provides the names.
public final class Completions {
  private final Snapshot names;
  private final String path;
  private final String text;
  private final Cursor cursor;
  private final List<Proposal> proposals = new ArrayList<>();

  private Completions(Snapshot names, String path, String text, int offset) {
    this.names = names;
    this.path = path;
    this.text = text;
    cursor = CursorScanner.scan(text, offset);
  }

  /// The proposals at an offset, all that begin with or contain what is typed.
  public static List<Proposal> at(Snapshot names, String path, String text, int offset) {
    return new Completions(names, path, text, offset).find();
  }

  private List<Proposal> find() {
    if (cursor.role() == Role.COMMENT || isOfOthers() || isBeforeText()) {
      return List.of();
    }
    String kind = kind();
    if (cursor.tag() != null) {
      new TagProposals(names, path, text, cursor).addTo(proposals);
      return matching(proposals);
    }
    if (cursor.role() == Role.VALUE && cursor.keys().equals(List.of("kind"))) {
      addKinds();
      return matching(proposals);
    }
    Expected expected = Expected.at(kind, cursor.path());
    if (expected == null) {
      return List.of();
    }
    if (cursor.role() == Role.VALUE) {
      addValues(expected);
    } else if (cursor.role() == Role.ITEM) {
      addValues(expected);
      addKeys(expected, "");
    } else {
      boolean isMapping = expected.mapping(cursor.siblings().keySet()) != null;
      Expected items = isMapping ? null : expected.items();
      addKeys(items == null ? expected : items, items == null ? "" : "- ");
    }
    return matching(proposals);
  }

  /// Whether it is a table, or YAML of others: no mark of ours, and a key that no document has.
  private boolean isOfOthers() {
    return ProjectPaths.isTable(path)
        || (!ProjectReader.isDefinition(new SourceFile(path, text)) && hasOtherKey());
  }

  private boolean hasOtherKey() {
    for (int at = 0; at < text.length(); ) {
      int end = TextLines.lineEnd(text, at);
      int colon = text.indexOf(':', at, end);
      if (colon < end
          && colon > at
          && Character.isLetter(text.charAt(at))
          && end < cursor.start()) {
        String key = text.substring(at, colon);
        if (Vocabulary.DOCUMENT_KINDS.stream()
            .allMatch(kind -> Vocabulary.mapping(kind).key(key) == null)) {
          return true;
        }
      }
      int next = TextLines.nextLine(text, end);
      at = next > at ? next : text.length();
    }
    return false;
  }

  /// Whether a key or an item here would stand before another on its line.
  private boolean isBeforeText() {
    if (cursor.role() == Role.VALUE || cursor.tag() != null || !cursor.word().isBlank()) {
      return false;
    }
    int at = cursor.start() + cursor.word().length();
    String rest = text.substring(at, TextLines.lineEnd(text, at));
    boolean isWord =
        !rest.isEmpty() && (Character.isLetterOrDigit(rest.charAt(0)) || rest.charAt(0) == '"');
    String next = rest.strip();
    return !isWord && !next.isEmpty() && "}],#".indexOf(next.charAt(0)) < 0;
  }

  /// The kind of the document; if it has none, the one that its file name implies.
  private String kind() {
    return Vocabulary.DOCUMENT_KINDS.contains(cursor.kind()) ? cursor.kind() : promised();
  }

  /// Adds the kinds of documents, the implied one first.
  private void addKinds() {
    for (String each : Vocabulary.DOCUMENT_KINDS) {
      addWord(each, "", each.equals(promised()) ? 0 : 1);
    }
  }

  private String promised() {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (String kind : Vocabulary.DOCUMENT_KINDS) {
      if (name.contains("." + kind.toLowerCase(Locale.ROOT) + ".")) {
        return kind;
      }
    }
    return switch (name) {
      case "people.yaml" -> "People";
      case "documents.yaml" -> "Documents";
      case "calendars.yaml", "calendar.yaml" -> "Calendar";
      case "procc.yaml" -> "Project";
      default -> "Process";
    };
  }

  private List<Proposal> matching(List<Proposal> all) {
    List<Proposal> kept = new ArrayList<>();
    for (Proposal each : all) {
      String typed =
          text.substring(
                  each.start(), Math.max(each.start(), cursor.start() + cursor.word().length()))
              .toLowerCase(Locale.ROOT);
      boolean fits =
          each.label().toLowerCase(Locale.ROOT).contains(typed)
              || each.detail().toLowerCase(Locale.ROOT).contains(typed);
      if (fits) {
        kept.add(each);
      }
    }
    return kept;
  }

  private void addKeys(Expected expected, String before) {
    if (expected.isChild() && expected.mapping(cursor.siblings().keySet()) == null) {
      for (String kind : Vocabulary.CHILD_KINDS) {
        KeySpec key = Vocabulary.mapping(kind).key(kind);
        addKey(kind, before + kind + ":", key == null ? "" : key.doc(), 0);
      }
      return;
    }
    MappingSpec mapping = expected.mapping(cursor.siblings().keySet());
    if (mapping != null) {
      int rank = 0;
      for (KeySpec key : mapping.keys()) {
        if (!cursor.siblings().containsKey(key.name())) {
          String insert = before + key.name() + (hasColon() ? "" : colon(key.shape()));
          addKey(key.name(), insert, key.doc(), key.required() ? rank : 100 + rank);
          rank++;
        }
      }
    }
    if (expected.isMap() || expected.shape() instanceof ValueShape.AnyShape) {
      addNamesAsKeys(expected);
    }
  }

  private boolean hasColon() {
    return cursor.end() < text.length() && text.charAt(cursor.end()) == ':';
  }

  private static String colon(ValueShape shape) {
    boolean nested =
        shape instanceof ValueShape.StructShape
            || (shape instanceof ValueShape.ListShape list
                && !(list.item() instanceof ValueShape.TextShape));
    return nested ? ":" : ": ";
  }

  private void addKey(String label, String insert, String doc, int rank) {
    String text = hasColon() ? label : insert.endsWith(":") ? insert + " " : insert;
    proposals.add(new Proposal(label, Sort.KEY, text, cursor.start(), cursor.end(), "", doc, rank));
  }

  /// Adds names that are keys: parameters under `with`, variables of a period or a target.
  private void addNamesAsKeys(Expected expected) {
    KnownNames known = KnownNames.of(names);
    switch (expected.name()) {
      case "with" -> {
        Step with = cursor.path().getLast();
        var template = known.documents("Template").get(BlockText.plain(with.siblings().get("use")));
        if (template != null) {
          KnownNames.declared(template, "parameters").keySet().forEach(this::addName);
        }
      }
      case "variables" -> {
        if (!cursor.kind().equals("Process")) {
          known.variables().keySet().forEach(this::addName);
        }
      }
      default -> {}
    }
  }

  private void addName(String name) {
    if (!cursor.siblings().containsKey(name)) {
      addKey(name, name + (hasColon() ? "" : ": "), "", 0);
    }
  }

  private void addValues(Expected expected) {
    ValueShape shape = expected.shape();
    ValueShape.EnumShape words = Expected.alternative(shape, ValueShape.EnumShape.class);
    if (words != null) {
      List<String> docs = EnumDocs.docs(words);
      for (int i = 0; i < words.values().size(); i++) {
        addWord(words.values().get(i), docs.isEmpty() ? "" : docs.get(i), i);
      }
    }
    if (Expected.alternative(shape, ValueShape.BoolShape.class) != null) {
      addWord("true", "", 0);
      addWord("false", "", 1);
    }
    if (Expected.alternative(shape, ValueShape.DateExpressionShape.class) != null) {
      new DateProposals(names, path, text, cursor).addTo(proposals);
    }
    new NameProposals(names, cursor, space()).addTo(expected, proposals);
    addExamples(expected.key());
  }

  private void addExamples(@Nullable KeySpec key) {
    if (key != null
        && key.name().equals(cursor.key())
        && cursor.role() == Role.VALUE
        && proposals.isEmpty()) {
      for (String example : key.examples()) {
        addWord(isInQuotes() ? BlockText.plain(example) : example, "An example.", 50);
      }
    }
  }

  private boolean isInQuotes() {
    char before = cursor.start() == 0 ? ' ' : text.charAt(cursor.start() - 1);
    return before == '"' || before == '\'';
  }

  /// The blank that is missing after the colon right before the position.
  private String space() {
    return cursor.start() > 0 && text.charAt(cursor.start() - 1) == ':' ? " " : "";
  }

  private void addWord(String word, String doc, int rank) {
    proposals.add(
        new Proposal(word, Sort.WORD, space() + word, cursor.start(), cursor.end(), "", doc, rank));
  }
}
