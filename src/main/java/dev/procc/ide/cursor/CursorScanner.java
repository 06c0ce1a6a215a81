package dev.procc.ide.cursor;

import dev.procc.base.text.TextLines;
import dev.procc.ide.cursor.AncestorScan.Enclosing;
import dev.procc.ide.cursor.Cursor.Role;
import dev.procc.ide.cursor.Cursor.Step;
import dev.procc.ide.cursor.FlowScan.FlowPiece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A scanner of the context of a position in a text that may be incomplete: by indentation, dashes,
/// colons and braces of the lines around it, whether they are YAML or not.
public final class CursorScanner {
  private final String text;
  private final int offset;

  private CursorScanner(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /// The context of an offset in a text.
  public static Cursor scan(String text, int offset) {
    return new CursorScanner(text, Math.clamp(offset, 0, text.length())).scan();
  }

  private Cursor scan() {
    int lineStart = Lines.start(text, offset);
    String before = text.substring(lineStart, offset);
    int open = before.lastIndexOf("{{");
    String tag = open > before.lastIndexOf("}}") ? before.substring(open + 2) : null;
    int comment = commentStart(before);
    if (comment >= 0) {
      return new Cursor(
          kind(),
          List.of(),
          Map.of(),
          Role.COMMENT,
          offset,
          offset,
          before.substring(comment),
          tag);
    }
    int opening = FlowScan.opening(text, tag == null ? offset : lineStart + open);
    return opening < 0 ? inBlock(lineStart, tag) : inFlow(opening, tag);
  }

  /// The start of a comment before the end of a line; -1 if there is none.
  private static int commentStart(String before) {
    char quote = 0;
    for (int at = 0; at < before.length(); at++) {
      char c = before.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && at > 0 && " :[{,".indexOf(before.charAt(at - 1)) >= 0) {
        quote = c;
      } else if (c == '#' && (at == 0 || before.charAt(at - 1) == ' ')) {
        return at;
      }
    }
    return -1;
  }

  private Cursor inBlock(int lineStart, @Nullable String tag) {
    String line = text.substring(lineStart, TextLines.lineEnd(text, lineStart));
    int column = offset - lineStart;
    BlockLine parsed = BlockLine.of(line);
    List<Integer> dashes = new ArrayList<>(parsed.dashes());
    dashes.removeIf(dash -> dash >= column);
    if (parsed.key() != null && column > parsed.colon()) {
      Enclosing around = AncestorScan.of(text, lineStart, dashes, parsed.column());
      Map<String, String> siblings = new LinkedHashMap<>(around.siblings());
      siblings.put(parsed.key(), parsed.value());
      addBelow(lineStart, parsed.column(), siblings);
      List<Step> path = new ArrayList<>(around.path());
      path.add(new Step(parsed.key(), siblings));
      return value(path, siblings, lineStart + parsed.colon() + 1, tag);
    }
    boolean blank = parsed.isBlank() || parsed.column() > column;
    int at = blank ? column : parsed.column();
    Enclosing around = AncestorScan.of(text, lineStart, dashes, at);
    Map<String, String> siblings = new LinkedHashMap<>(around.siblings());
    addBelow(lineStart, at, siblings);
    int start = lineStart + Math.min(at, column);
    int end = parsed.key() == null ? valueEnd(start) : lineStart + parsed.colon();
    Role role = !dashes.isEmpty() && parsed.key() == null ? Role.ITEM : Role.KEY;
    return cursor(around.path(), siblings, role, start, Math.max(end, offset), tag);
  }

  /// Adds the keys below a line that are in a column, to the end of the mapping.
  private void addBelow(int lineStart, int column, Map<String, String> siblings) {
    int at = TextLines.nextLine(text, TextLines.lineEnd(text, lineStart));
    while (at < text.length()) {
      int end = TextLines.lineEnd(text, at);
      BlockLine line = BlockLine.of(text.substring(at, end));
      int first = line.dashes().isEmpty() ? line.column() : line.dashes().getFirst();
      boolean dash = !line.dashes().isEmpty();
      if (text.startsWith("---", at) || (!line.isBlank() && (first < column))) {
        return;
      }
      if (dash && first == column) {
        at = TextLines.nextLine(text, end);
        continue;
      }
      if (!dash && line.key() != null && line.column() == column) {
        siblings.putIfAbsent(line.key(), line.value());
      }
      if (end == text.length()) {
        return;
      }
      at = TextLines.nextLine(text, end);
    }
  }

  private Cursor inFlow(int opening, @Nullable String tag) {
    FlowPiece piece = FlowScan.piece(text, opening, offset);
    List<Step> path = new ArrayList<>(new CursorScanner(text, opening).scan().path());
    String typed = text.substring(piece.start(), offset);
    if (text.charAt(opening) == '[') {
      path.add(Step.item());
      int start = skipQuote(piece.start());
      return cursor(path, Map.of(), Role.ITEM, start, flowEnd(start), tag);
    }
    FlowScan.addBehind(text, offset, piece.siblings());
    int colon = typed.indexOf(": ");
    colon = colon < 0 && typed.endsWith(":") ? typed.length() - 1 : colon;
    if (colon < 0) {
      return cursor(path, piece.siblings(), Role.KEY, piece.start(), flowKeyEnd(), tag);
    }
    String key = BlockLine.unquoted(typed.substring(0, colon).strip());
    Map<String, String> siblings = new LinkedHashMap<>(piece.siblings());
    siblings.put(key, typed.substring(colon + 1).strip());
    path.add(new Step(key, siblings));
    int start = piece.start() + colon + 1;
    while (start < offset && text.charAt(start) == ' ') {
      start++;
    }
    start = skipQuote(start);
    return cursor(path, siblings, Role.VALUE, start, flowEnd(start), tag);
  }

  private int skipQuote(int start) {
    boolean quote = start < offset && (text.charAt(start) == '"' || text.charAt(start) == '\'');
    return quote ? start + 1 : start;
  }

  private int flowKeyEnd() {
    int at = offset;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "-_".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /// The end of a value in flow style that begins at an offset: at its quote, otherwise at a comma
  /// or brace outside of tags.
  private int flowEnd(int start) {
    char quote =
        start > 0 && "\"'".indexOf(text.charAt(start - 1)) >= 0 ? text.charAt(start - 1) : 0;
    int lineEnd = TextLines.lineEnd(text, offset);
    int at = start;
    while (at < lineEnd) {
      int close = text.startsWith("{{", at) ? text.indexOf("}}", at) : -1;
      if (close >= 0 && close < lineEnd) {
        at = close + 2;
      } else if (at >= offset
          && (quote != 0 ? text.charAt(at) == quote : ",}]\"'".indexOf(text.charAt(at)) >= 0)) {
        break;
      } else {
        at++;
      }
    }
    while (quote == 0 && at > offset && text.charAt(at - 1) == ' ') {
      at--;
    }
    return Math.max(at, offset);
  }

  private Cursor value(
      List<Step> path, Map<String, String> siblings, int from, @Nullable String tag) {
    int start = from;
    while (start < offset && text.charAt(start) == ' ') {
      start++;
    }
    start = skipQuote(start);
    return cursor(path, siblings, Role.VALUE, start, valueEnd(start), tag);
  }

  /// The end of a value that begins at an offset on this line.
  private int valueEnd(int start) {
    int end = TextLines.lineEnd(text, Math.max(start, offset));
    String rest = text.substring(start, end);
    boolean quoted = start > 0 && "\"'".indexOf(text.charAt(start - 1)) >= 0;
    int close = quoted ? rest.indexOf(text.charAt(start - 1)) : rest.indexOf(" #");
    String value = close < 0 ? rest : rest.substring(0, close);
    return Math.max(offset, start + (quoted ? value : value.stripTrailing()).length());
  }

  private Cursor cursor(
      List<Step> path,
      Map<String, String> siblings,
      Role role,
      int start,
      int end,
      @Nullable String tag) {
    int from = Math.min(start, offset);
    return new Cursor(
        kind(),
        List.copyOf(path),
        siblings,
        role,
        from,
        Math.max(end, offset),
        text.substring(from, offset),
        tag);
  }

  /// The kind of the document around the position.
  private String kind() {
    int from = Math.max(0, text.lastIndexOf("\n---", Math.max(0, offset - 1)));
    int to = text.indexOf("\n---", offset);
    int at = text.startsWith("kind:", from) ? from : text.indexOf("\nkind:", from);
    if (at < 0 || (to >= 0 && at > to)) {
      return "";
    }
    int start = text.indexOf(':', at) + 1;
    return BlockLine.unquoted(
        BlockLine.withoutComment(text.substring(start, TextLines.lineEnd(text, start))));
  }
}
