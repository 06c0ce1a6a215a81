package dev.procc.language.periods;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.format.Formatter;
import dev.procc.language.periods.CarryOverIssue.CarryOverKind;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.scaffold.Scaffold;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The document of the next period: that of the last one with another key.
///
/// Keys that concern only the last period are left out: its label, its days if they are written,
/// its changes. Comments on other keys stay.
///
/// @param path named like that of the last one
/// @param text of the whole file
/// @param before the text of an existing file with other periods, to which it is added; null for a
///   new file
record PeriodFile(String path, String text, @Nullable String before) {
  private static final List<String> PERIOD_ONLY_KEYS = List.of("label", "start", "end", "changes");

  /// The values that are new.
  ///
  /// @param start its first day, if its key does not give it; otherwise null
  record NextPeriod(String key, @Nullable LocalDate start, String status) {}

  static PeriodFile of(Project project, SourceDocument last, PeriodDecl decl, NextPeriod next) {
    int documents = 0;
    for (SourceDocument each : project.documents()) {
      documents += each.file() == last.file() ? 1 : 0;
    }
    String written = write(last, decl, next);
    if (documents > 1) {
      String before = last.file().text();
      String end = TextLines.lineBreak(before);
      String joined = before + (before.endsWith("\n") ? "" : end) + "---" + end + written;
      return new PeriodFile(last.path(), joined, before);
    }
    return new PeriodFile(path(last.path(), decl.key().value(), next.key()), written, null);
  }

  /// The comments that were copied, for a person to look at: a text about the last period may be
  /// false in the next one. A comment for editors (`# yaml-language-server: ...`) is none, nor is
  /// what `procc init` writes into each.
  List<CarryOverIssue> copiedComments() {
    SourceFile file = new SourceFile(path, text);
    List<CarryOverIssue> comments = new ArrayList<>();
    int offset = before != null ? text.lastIndexOf("\n---") + 1 : 0;
    while (offset < text.length()) {
      int end = text.indexOf('\n', offset);
      end = end < 0 ? text.length() : end;
      int start = commentStart(text.substring(offset, end));
      if (start >= 0) {
        Span span = new Span(file, offset + start, end);
        String comment = span.text().strip();
        if (!comment.contains("yaml-language-server") && !Scaffold.isInEveryPeriod(comment)) {
          comments.add(new CarryOverIssue(CarryOverKind.COMMENT, comment, span));
        }
      }
      offset = end + 1;
    }
    return comments;
  }

  /// The start of a comment in a line; -1 if there is none, or it may stand in quotes.
  private static int commentStart(String line) {
    if (line.stripLeading().startsWith("#")) {
      return line.indexOf('#');
    }
    int start = line.indexOf(" #");
    String before = start < 0 ? "" : line.substring(0, start);
    return start < 0 || before.indexOf('"') >= 0 || before.indexOf('\'') >= 0 ? -1 : start + 1;
  }

  private static String write(SourceDocument last, PeriodDecl decl, NextPeriod next) {
    SourceFile file = last.file();
    List<TextEdit> edits = new ArrayList<>();
    edits.add(new TextEdit(decl.key().span(), next.key()));
    if (!decl.status().value().equals(next.status())) {
      edits.add(new TextEdit(decl.status().span(), next.status()));
    }
    Mapping mapping = last.mapping();
    MappingEntry keyEntry = mapping.entry("key");
    if (next.start() != null && keyEntry != null) {
      edits.add(start(file, mapping, keyEntry, next.start()));
    }
    for (String own : PERIOD_ONLY_KEYS) {
      MappingEntry entry = mapping.entry(own);
      if (entry != null) {
        edits.add(new TextEdit(lines(file, mapping, entry), ""));
      }
    }
    String text = TextEdits.apply(file, edits).orElse(file.text());
    Span whole = last.document().span();
    int shorter = file.text().length() - text.length();
    String mine = text.substring(whole.start(), Math.max(whole.start(), whole.end() - shorter));
    if (mine.startsWith("---")) {
      mine = mine.substring(mine.indexOf('\n') + 1);
    }
    boolean canonical = formatted(file).equals(file.text());
    return canonical ? formatted(new SourceFile(file.path(), mine)) : mine;
  }

  /// The start behind the key: on a line of its own; in flow style with a comma, which stands
  /// behind the key unless it is the last one.
  private static TextEdit start(
      SourceFile file, Mapping mapping, MappingEntry key, LocalDate first) {
    int after = lines(file, mapping, key).end();
    String text = "start: " + first;
    if (!mapping.flow()) {
      String line = TextLines.lineBreak(file.text());
      boolean open = file.text().charAt(after - 1) != '\n';
      return new TextEdit(new Span(file, after, after), open ? line + text : text + line);
    }
    int end = end(key.value());
    return file.text().substring(end, after).indexOf(',') >= 0
        ? new TextEdit(new Span(file, after, after), text + ", ")
        : new TextEdit(new Span(file, end, end), ", " + text);
  }

  private static String formatted(SourceFile file) {
    return new Formatter().format(file).value().orElse(file.text());
  }

  /// The lines of an entry; in flow style, the entry and a comma next to it.
  private static Span lines(SourceFile file, Mapping mapping, MappingEntry entry) {
    String text = file.text();
    int start = entry.key().span().start();
    int end = end(entry.value());
    if (mapping.flow()) {
      int after = end;
      while (after < text.length() && (text.charAt(after) == ' ' || text.charAt(after) == ',')) {
        after++;
      }
      return new Span(file, start, after);
    }
    start = file.lineStart(file.position(start).line());
    int line = text.indexOf('\n', Math.max(start, end - 1));
    return new Span(file, start, line < 0 ? text.length() : line + 1);
  }

  private static int end(YamlNode value) {
    return value.span().end();
  }

  /// `2025-Q1.period.yaml` from `2024-Q4.period.yaml`; `KEY.period.yaml` if the name has no key.
  private static String path(String last, String from, String to) {
    int slash = last.lastIndexOf('/') + 1;
    String folder = last.substring(0, slash);
    String name = last.substring(slash);
    String lower = name.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(from.toLowerCase(Locale.ROOT));
    if (at < 0) {
      return folder + to + ".period.yaml";
    }
    String key = name.startsWith(from, at) ? to : to.toLowerCase(Locale.ROOT);
    return folder + name.substring(0, at) + key + name.substring(at + from.length());
  }
}
