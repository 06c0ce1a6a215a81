package dev.procc.language.compile;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies of a file with one fault each, as a slip of the author or of an editor makes it.
final class SingleFaultMutants {
  /// A text with one fault.
  ///
  /// @param kind the kind of fault, such as `key misspelt`
  /// @param text the text of the whole file
  /// @param firstLine the first line of `text` at which the fault may be reported
  /// @param lastLine the last such line
  record Mutant(String kind, String text, int firstLine, int lastLine) {}

  private final SourceFile file;
  private final String text;
  private final List<Mutant> mutants = new ArrayList<>();

  private SingleFaultMutants(SourceFile file) {
    this.file = file;
    text = file.text();
  }

  /// All mutants of a correct text.
  static List<Mutant> of(SourceFile file) {
    SingleFaultMutants all = new SingleFaultMutants(file);
    for (YamlDocument document : Yaml.parse(file).value().orElseThrow()) {
      all.addNode(document.root(), null);
    }
    all.addLines();
    all.addRanges(30);
    all.addRanges(4);
    all.addCharacters();
    return all.mutants;
  }

  private void addNode(YamlNode node, @Nullable Scalar parent) {
    switch (node) {
      case Mapping mapping -> {
        for (MappingEntry entry : mapping.entries()) {
          addEntry(mapping, entry, parent);
          if (entry.value() instanceof Scalar scalar) {
            addRetyped(scalar, "");
          } else {
            addRetyped(entry.value());
          }
          addNode(entry.value(), entry.key());
        }
      }
      case Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          if (item instanceof Scalar scalar) {
            addRetyped(scalar, "null");
          }
          addNode(item, parent);
        }
      }
      case Scalar scalar -> {}
      case dev.procc.language.yaml.node.Unknown unknown -> {}
    }
  }

  private void addEntry(Mapping mapping, MappingEntry entry, @Nullable Scalar parent) {
    Span key = entry.key().span();
    for (String slip : slips(key.text())) {
      add("key misspelt", key.start(), key.end(), slip);
    }
    int from = key.start();
    int to = end(entry.value(), key);
    int index = mapping.entries().indexOf(entry);
    boolean last = index == mapping.entries().size() - 1;
    int head = line(parent == null ? mapping.span().start() : parent.span().start());
    if (mapping.flow()) {
      int next = last ? to : mapping.entries().get(index + 1).key().span().start();
      int start =
          last && index > 0
              ? end(
                  mapping.entries().get(index - 1).value(),
                  mapping.entries().get(index - 1).key().span())
              : from;
      addAt("key dropped", start, next, "", head, line(mapping.span().end()));
      add("key doubled", to, to, ", " + text.substring(from, to));
      return;
    }
    String written = text.substring(from, to).stripTrailing();
    int column = from - file.lineStart(line(from));
    int after =
        Math.min(
            text.length(), lineEnd(to > from && text.charAt(to - 1) == '\n' ? to - 1 : to) + 1);
    String copy = " ".repeat(column) + written + "\n";
    add("key doubled", after, after, copy);
    boolean first = !text.substring(file.lineStart(line(from)), from).isBlank();
    if (!first) {
      addAt("key dropped", file.lineStart(line(from)), after, "", head, line(from));
    } else if (!last) {
      int next = mapping.entries().get(index + 1).key().span().start();
      addAt("key dropped", from, next, "", head, line(from));
    }
  }

  private static int end(YamlNode value, Span key) {
    return Math.max(value.span().end(), key.end() + 1);
  }

  private static List<String> slips(String key) {
    List<String> slips = new ArrayList<>();
    int middle = key.length() / 2;
    if (key.length() > 3) {
      slips.add(key.substring(0, middle) + key.substring(middle + 1));
      slips.add(
          key.substring(0, middle - 1)
              + key.charAt(middle)
              + key.charAt(middle - 1)
              + key.substring(middle + 1));
      slips.add(key.substring(0, middle) + key.charAt(middle) + key.substring(middle));
      slips.add(
          Character.isUpperCase(key.charAt(0))
              ? key.toLowerCase(java.util.Locale.ROOT)
              : Character.toUpperCase(key.charAt(0)) + key.substring(1));
    }
    slips.removeIf(slip -> slip.equals(key));
    slips.add(key + "x");
    return slips;
  }

  private void addRetyped(Scalar scalar, String absent) {
    for (String other : List.of("7", "true", "some words", "[x]", "{ x: y }", absent)) {
      if (!other.equals(scalar.span().text())) {
        add("value retyped", scalar.span().start(), scalar.span().end(), other);
      }
    }
  }

  private void addRetyped(YamlNode node) {
    boolean flow = node instanceof Mapping mapping ? mapping.flow() : ((Sequence) node).flow();
    int from = node.span().start();
    if (flow) {
      for (String other : List.of("7", "word", node instanceof Mapping ? "[x]" : "{ x: y }")) {
        add("value retyped", from, node.span().end(), other);
      }
    }
  }

  /// Faults of whole lines: their indentation, their dash, their end.
  private void addLines() {
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number);
      if (line.isBlank() || line.stripLeading().startsWith("#") || line.startsWith("---")) {
        continue;
      }
      int start = file.lineStart(number);
      int indent = line.length() - line.stripLeading().length();
      add("line indented", start, start, " ");
      add("line indented", start, start, "  ");
      if (indent > 0) {
        add("line outdented", start, start + 1, "");
        add("line outdented", start, start + 2, "");
        add("line tabbed", start, start + indent, "\t".repeat(Math.max(1, indent / 2)));
      }
      if (line.startsWith("- ", indent)) {
        add("dash lost", start + indent, start + indent + 2, "");
        add("dash lost", start + indent, start + indent + 1, " ");
      }
      int end = start + line.length();
      if (number < file.lineCount() && !file.line(number + 1).isBlank()) {
        int next = file.lineStart(number + 1);
        String below = file.line(number + 1);
        int blanks = below.length() - below.stripLeading().length();
        addAt("newline lost", end, next + blanks, " ", number, number);
      }
    }
  }

  /// Ranges of lines that are indented by one column more or less.
  private void addRanges(int count) {
    for (int first = 1; first + count <= file.lineCount(); first++) {
      int from = file.lineStart(first);
      int to = file.lineStart(first + count);
      String range = text.substring(from, to);
      boolean whole = file.line(first).isBlank() || range.contains("---") || range.contains("# ");
      if (!whole) {
        String right = range.replaceAll("(?m)^(?=.)", " ");
        addAt("lines indented", from, to, right, first, first + count);
        if (!java.util.regex.Pattern.compile("(?m)^[^ \n]").matcher(range).find()) {
          String left = range.replaceAll("(?m)^ ", "");
          addAt("lines outdented", from, to, left, first, first + count);
        }
      }
    }
  }

  private void addCharacters() {
    List<Integer> open = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isComment(at)) {
        continue;
      }
      String kind =
          switch (c) {
            case '{', '}', '[', ']' -> "bracket lost";
            case '"' -> "quote lost";
            case '\'' -> text.charAt(at - 1) == ' ' ? "quote lost" : "";
            case ':' ->
                at + 1 == text.length() || " \n".indexOf(text.charAt(at + 1)) >= 0
                    ? "colon lost"
                    : "";
            case ',' -> open.isEmpty() ? "" : "comma lost";
            default -> "";
          };
      boolean tag =
          c == '{' && (text.charAt(at + 1) == '{' || text.charAt(at - 1) == '{')
              || c == '}'
                  && (text.charAt(at - 1) == '}'
                      || at + 1 < text.length() && text.charAt(at + 1) == '}');
      if (!tag && (c == '{' || c == '[') && kind.startsWith("bracket")) {
        open.add(at);
      }
      int from = at;
      if (!tag && (c == '}' || c == ']') && !open.isEmpty()) {
        from = open.removeLast();
      }
      if (!kind.isEmpty()) {
        addAt(tag ? "brace of tag lost" : kind, at, at + 1, "", line(from), line(at));
        if (c == ':' && at + 1 < text.length() && text.charAt(at + 1) == ' ') {
          add("blank lost", at + 1, at + 2, "");
        }
      }
    }
  }

  private boolean isComment(int at) {
    String line = file.line(line(at));
    int column = at - file.lineStart(line(at));
    int hash = line.startsWith("#") ? 0 : line.indexOf(" #");
    return hash >= 0 && hash < column;
  }

  private void add(String kind, int from, int to, String replacement) {
    addAt(kind, from, to, replacement, line(from), line(from));
  }

  private void addAt(String kind, int from, int to, String by, int firstLine, int lastLine) {
    mutants.add(
        new Mutant(kind, text.substring(0, from) + by + text.substring(to), firstLine, lastLine));
  }

  private int line(int offset) {
    return file.position(offset).line();
  }

  private int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }
}
