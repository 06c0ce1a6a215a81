package dev.procc.language.format;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Cst;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.YamlCodes;
import dev.procc.language.yaml.YamlLimits;
import dev.procc.model.duedate.DateLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a text the one way there is.
///
/// Keys in the order of the language, two blanks a level, lists indented, one blank line at most,
/// double quotes where they need no escapes, braces and brackets on one line where they fit 80
/// columns, date expressions in their canonical form; comments, anchors and what the text means are
/// kept. What it writes, Prettier does not change. Formatting twice changes nothing.
///
/// The result is read again and compared before it is given out: where anything would be lost the
/// text comes back as it was, with a finding.
public final class Formatter {
  private final DateLanguage dates = new DateLanguage();
  private final YamlLimits limits;

  public Formatter() {
    this(YamlLimits.DEFAULT);
  }

  public Formatter(YamlLimits limits) {
    this.limits = limits;
  }

  /// The formatted text; equal to the old one when that is formatted already, or cannot be
  /// formatted, and then with a finding.
  public Outcome<String> format(SourceFile file) {
    return format(file, this::canon);
  }

  /// The same with another canon for every document.
  public Outcome<String> format(SourceFile file, Canon canon) {
    return format(file, document -> canon);
  }

  private Canon canon(Cst.Document document) {
    String kind = null;
    if (document.root() instanceof Cst.Collection root && root.mapping()) {
      for (Cst.Part part : root.parts()) {
        if (Texts.key(part).equals("kind") && part.value() instanceof Cst.Text text) {
          kind = text.value();
        }
      }
    }
    return LanguageCanon.of(dates, kind);
  }

  private Outcome<String> format(SourceFile file, Same.CanonOf canons) {
    Optional<Cst.Stream> stream = Cst.read(file, limits);
    if (stream.isEmpty()) {
      return unread(file);
    }
    String written;
    try {
      written = write(stream.get(), canons);
    } catch (Unformattable e) {
      int at = Math.min(e.offset(), file.text().length());
      return kept(file, Span.at(file, at), "The text stays as it is, for " + e.getMessage());
    }
    if (written.equals(file.text())) {
      return Outcome.of(file.text());
    }
    Optional<Cst.Stream> again = Cst.read(new SourceFile(file.path(), written), limits);
    if (again.isEmpty() || !Same.streams(stream.get(), again.get(), canons)) {
      return kept(
          file, Span.at(file, 0), "The text stays as it is, since it would change its meaning");
    }
    return Outcome.of(written);
  }

  /// What the reader of YAML says is wrong.
  private Outcome<String> unread(SourceFile file) {
    List<Diagnostic> errors = new ArrayList<>();
    for (Diagnostic found : Yaml.parse(file, limits).diagnostics()) {
      if (found.severity() == Severity.ERROR) {
        errors.add(found);
      }
    }
    if (errors.isEmpty()) {
      return kept(
          file,
          Span.at(file, 0),
          "The text stays as it is, since its structure is beyond the formatter");
    }
    return Outcome.of(file.text(), errors);
  }

  private static Outcome<String> kept(SourceFile file, Span at, String message) {
    return Outcome.of(file.text(), List.of(Diagnostic.of(YamlCodes.NOT_FORMATTED, at, message)));
  }

  private static String write(Cst.Stream stream, Same.CanonOf canons) {
    Layout layout = new Layout(stream);
    Printer printer = new Printer(stream, layout, new Order());
    String text = stream.file().text();
    for (Cst.Document document : stream.documents()) {
      head(text, document, layout, printer);
      Cst root = document.root();
      boolean empty = root instanceof Cst.Text scalar && scalar.empty();
      if (!empty) {
        if (!(root instanceof Cst.Collection collection) || collection.flow()) {
          printer.notes(layout.before(root.start()), 0, true);
        }
        layout.attach(root, document.end());
        printer.root(root, canons.of(document));
      }
      printer.notes(layout.before(document.end()), 0, empty);
      if (document.ended()) {
        printer.line("...");
      }
    }
    printer.notes(layout.before(text.length() + 1), 0, stream.documents().isEmpty());
    return printer.written();
  }

  /// Comments and directives before a document, and its `---`.
  private static void head(String text, Cst.Document document, Layout layout, Printer printer) {
    if (!document.marked()) {
      return;
    }
    List<Slot.Line> before = layout.before(document.dashes());
    String directives = text.substring(document.start(), document.dashes());
    if (directives.indexOf('%') >= 0 && hasDirective(directives)) {
      for (String line : directives.split("\\R", -1)) {
        if (!line.isBlank()) {
          printer.line(line.strip());
        }
      }
    } else {
      printer.notes(before, 0, document.start() == 0);
    }
    boolean noted = layout.onLine(document.dashes());
    if (noted) {
      Cst.Note note = layout.take();
      printer.line("--- " + text.substring(note.start(), note.end()));
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
