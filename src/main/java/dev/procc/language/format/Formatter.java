package dev.procc.language.format;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.cst.Cst;
import dev.procc.language.yaml.cst.CstReader;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.language.yaml.parse.YamlLimits;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The formatter of definitions.
///
/// A formatted text has its keys in the order of the language, two blanks a level, indented lists,
/// at most one blank line in a row, double quotes where they need no escapes, flow collections on
/// one line where they fit 80 columns, and date expressions in canonical form; comments, anchors
/// and the meaning are kept. Prettier does not change a formatted text, and formatting twice
/// changes nothing.
///
/// The result is parsed and compared with the original: if anything would be lost, the text stays
/// as it is, with a finding.
public final class Formatter {
  private final DateLanguage dates = new DateLanguage();
  private final YamlLimits limits;

  /// A formatter with the default limits.
  public Formatter() {
    this(YamlLimits.DEFAULT);
  }

  public Formatter(YamlLimits limits) {
    this.limits = limits;
  }

  /// The formatted text; the text itself, with a finding, if it cannot be formatted.
  public Outcome<String> format(SourceFile file) {
    return format(file, this::canonicalForm);
  }

  /// The text formatted by another canonical form for all documents.
  Outcome<String> format(SourceFile file, CanonicalForm form) {
    return format(file, document -> form);
  }

  private CanonicalForm canonicalForm(Cst.Document document) {
    String kind = null;
    if (document.root() instanceof Cst.CollectionNode root && root.mapping()) {
      for (Cst.Part part : root.parts()) {
        if (ScalarPrinter.key(part).equals("kind") && part.value() instanceof Cst.ScalarNode text) {
          kind = text.value();
        }
      }
    }
    return LanguageCanonicalForm.of(dates, kind);
  }

  private Outcome<String> format(SourceFile file, EquivalenceCheck.FormOf forms) {
    Optional<Cst.Stream> stream = CstReader.read(file, limits);
    if (stream.isEmpty()) {
      return unreadable(file);
    }
    String written;
    try {
      written = withLineEndsOf(file.text(), write(stream.get(), forms));
    } catch (UnformattableException e) {
      int at = Math.min(e.offset(), file.text().length());
      return unchanged(file, Span.at(file, at), "The text stays as it is, for " + e.getMessage());
    }
    if (written.equals(file.text())) {
      return Outcome.of(file.text());
    }
    if (isReadOtherwise(file)) {
      return unreadable(file);
    }
    SourceFile result = new SourceFile(file.path(), written);
    Optional<Cst.Stream> formatted = CstReader.read(result, limits);
    if (formatted.isEmpty()
        || !EquivalenceCheck.isEquivalent(stream.get(), formatted.get(), forms)) {
      return unchanged(
          file, Span.at(file, 0), "The text stays as it is, since it would change its meaning");
    }
    Span moved = SuppressionCheck.firstMoved(file, result);
    return moved == null
        ? Outcome.of(written)
        : unchanged(
            file,
            moved,
            "The text stays as it is, since this would cover something else once the keys are in"
                + " order; write it on a line of its own above what it covers");
  }

  /// The text with the line ends of the original's first line.
  private static String withLineEndsOf(String original, String text) {
    int first = original.indexOf('\n');
    return first > 0 && original.charAt(first - 1) == '\r' ? text.replace("\n", "\r\n") : text;
  }

  /// The outcome for a text without a syntax tree: its syntax errors.
  private Outcome<String> unreadable(SourceFile file) {
    List<Finding> errors = new ArrayList<>();
    for (Finding found : Yaml.parse(file, limits).findings()) {
      if (found.severity() == Severity.ERROR) {
        errors.add(found);
      }
    }
    if (errors.isEmpty()) {
      return unchanged(
          file,
          Span.at(file, 0),
          "The text stays as it is, since its structure is beyond the formatter");
    }
    return Outcome.of(file.text(), errors);
  }

  /// Whether a text is valid YAML, but read as what its author meant instead.
  private boolean isReadOtherwise(SourceFile file) {
    for (Finding found : Yaml.parse(file, limits).findings()) {
      if (found.code().equals(YamlCodes.SYNTAX) || found.code().equals(YamlCodes.UNPRINTABLE)) {
        return true;
      }
    }
    return false;
  }

  private static Outcome<String> unchanged(SourceFile file, Span at, String message) {
    return Outcome.of(file.text(), List.of(Finding.of(YamlCodes.NOT_FORMATTED, at, message)));
  }

  private static String write(Cst.Stream stream, EquivalenceCheck.FormOf forms) {
    CommentLayout layout = new CommentLayout(stream);
    BlockPrinter printer = new BlockPrinter(stream, layout, new KeyOrder());
    String text = stream.file().text();
    for (Cst.Document document : stream.documents()) {
      printHead(text, document, layout, printer);
      Cst root = document.root();
      boolean empty = root instanceof Cst.ScalarNode scalar && scalar.isEmpty();
      if (!empty) {
        if (!(root instanceof Cst.CollectionNode collection) || collection.flow()) {
          printer.comments(layout.takeBefore(root.start()), 0, true);
        }
        layout.attachAll(root, document.end());
        printer.printRoot(root, forms.of(document));
      }
      printer.comments(layout.takeBefore(document.end()), 0, empty);
      if (document.hasEndMarker()) {
        printer.line("...");
      }
    }
    printer.comments(layout.takeBefore(text.length() + 1), 0, stream.documents().isEmpty());
    return printer.text();
  }

  /// Prints the comments and directives before a document, and its `---`.
  private static void printHead(
      String text, Cst.Document document, CommentLayout layout, BlockPrinter printer) {
    if (!document.hasStartMarker()) {
      return;
    }
    List<LayoutItem.CommentLine> before = layout.takeBefore(document.startMarker());
    String directives = text.substring(document.start(), document.startMarker());
    if (directives.indexOf('%') >= 0 && hasDirective(directives)) {
      for (String line : directives.split("\\R", -1)) {
        if (!line.isBlank()) {
          printer.line(line.strip());
        }
      }
    } else {
      printer.comments(before, 0, document.start() == 0);
    }
    if (layout.isNextOnLine(document.startMarker())) {
      Cst.CommentToken comment = layout.takeNext();
      printer.line("--- " + text.substring(comment.start(), comment.end()));
    } else {
      printer.line("---");
    }
  }

  private static boolean hasDirective(String head) {
    for (String line : head.split("\\R", -1)) {
      if (line.startsWith("%")) {
        return true;
      }
    }
    return false;
  }
}
