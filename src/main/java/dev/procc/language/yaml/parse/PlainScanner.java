package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.parse.PlainCursor.NotPlain;
import org.jspecify.annotations.Nullable;

/// A scanner for the plain part of YAML, in which most definitions are written; the engine reads
/// everything else.
///
/// Plain are mappings with short keys, lists, flow collections, and scalars, of which quoted ones
/// and those in flow collections end on their line. At the first sign of anything else (an anchor,
/// a tag, a tab, a fault) the scan ends without a result, so that nothing has to be decided
/// beforehand. Its result equals that of the engine, which a test asserts.
final class PlainScanner {
  private static final int MAX_EVENTS = 900_000;
  private static final int MAX_DEPTH = 50;

  /// The longest key; the engine accepts slightly longer ones.
  private static final int MAX_KEY = 1_000;

  /// The number of characters that the engine looks ahead of an event: those of a key, and more
  /// than enough around it.
  private static final long LOOKED_AHEAD = 4 * MAX_KEY;

  private final PlainCursor cursor;
  private final PlainEvents events;
  private final OpenEntries open = new OpenEntries();
  private final int until;
  private final boolean printable;
  private int depth;

  /// @param printable whether all its characters are known to be printable
  PlainScanner(String source, boolean printable) {
    this(source, printable, Integer.MAX_VALUE);
  }

  /// @param until the offset from which no event is asked for
  private PlainScanner(String source, boolean printable, int until) {
    cursor = new PlainCursor(source);
    events = new PlainEvents(source.length());
    this.printable = printable;
    this.until = until;
  }

  /// The events of a text, or the first of them; null if it is not plain.
  ///
  /// @param until the offset from which none is asked for
  static @Nullable PlainEvents scan(String source, int until) {
    return new PlainScanner(source, false, until).scan();
  }

  /// The events of the text; null if it is not plain.
  @Nullable PlainEvents scan() {
    if (!printable && !cursor.isPrintable()) {
      return null;
    }
    try {
      documents();
      return events;
    } catch (NotPlain e) {
      open.stop(cursor.at);
      return isEnough() ? events : null;
    }
  }

  /// Whether what was found goes beyond what the engine would look at before it is stopped.
  private boolean isEnough() {
    return events.lastStart() > until + LOOKED_AHEAD;
  }

  private void stopIfEnough() {
    if (isEnough()) {
      throw new NotPlain();
    }
  }

  /// The entries that were open where the scan ended.
  OpenEntries open() {
    return open;
  }

  private void documents() {
    cursor.findContent();
    boolean first = true;
    while (cursor.at < cursor.length) {
      int start = cursor.at;
      if (cursor.column < 0) {
        cursor.at += 3;
        cursor.endLine();
      } else if (!first) {
        throw new NotPlain();
      }
      first = false;
      if (cursor.column < 0) {
        throw new NotPlain();
      }
      events.add(PlainEvents.DOCUMENT_START, start, start);
      root();
      if (cursor.column >= 0) {
        throw new NotPlain();
      }
      events.add(PlainEvents.DOCUMENT_END, cursor.at, cursor.at);
    }
  }

  private void root() {
    if (cursor.isDash()) {
      list(cursor.column);
    } else {
      cursor.scalar(false);
      mapping(cursor.column);
    }
  }

  private void list(int own) {
    enter(CollectionShape.BLOCK_LIST);
    open.enter(cursor.at, events.count());
    while (cursor.column == own && cursor.isDash()) {
      stopIfEnough();
      open.next(cursor.at, events.count());
      int dash = cursor.at++;
      if (skipToValue()) {
        cursor.column = cursor.at - cursor.lineStart;
        node(own);
      } else if (cursor.column > own) {
        node(own);
      } else {
        add(Scalar.Style.PLAIN, dash + 1, dash + 1);
      }
    }
    leave(own);
  }

  /// Reads a node that begins at the column, in a collection with a column of its own.
  private void node(int own) {
    if (cursor.isDash()) {
      list(cursor.column);
    } else if (!isCollectionOrText(own)) {
      cursor.scalar(false);
      if (cursor.colon >= 0) {
        mapping(cursor.column);
      } else {
        addText(own);
      }
    }
  }

  /// Reads a mapping whose first key was read as a scalar.
  private void mapping(int own) {
    enter(CollectionShape.BLOCK_MAPPING);
    open.enter(cursor.at, events.count());
    while (true) {
      if (cursor.colon < 0 || cursor.colon - cursor.at > MAX_KEY) {
        throw new NotPlain();
      }
      stopIfEnough();
      open.next(cursor.at, events.count());
      addKey();
      value(own);
      if (cursor.column != own) {
        break;
      }
      cursor.scalar(false);
    }
    leave(own);
  }

  /// Reads the value of an entry, after its colon.
  private void value(int own) {
    int empty = cursor.at;
    if (!skipToValue()) {
      if (cursor.column > own || cursor.column == own && cursor.isDash()) {
        node(own);
      } else {
        add(Scalar.Style.PLAIN, empty, empty);
      }
    } else if (!isCollectionOrText(own)) {
      cursor.scalar(false);
      if (cursor.colon >= 0) {
        throw new NotPlain();
      }
      addText(own);
    }
  }

  /// Adds a scalar that is not a key, with its continuation lines.
  private void addText(int own) {
    if (cursor.style == Scalar.Style.PLAIN) {
      cursor.joinLines(own);
    }
    addScalar();
    cursor.endLine();
  }

  /// Skips to a value on this line.
  ///
  /// @return false if there is none, so that the next content is the value
  private boolean skipToValue() {
    if (cursor.text[cursor.at] == ' ') {
      cursor.skipBlanks();
      if (cursor.text[cursor.at] != '#' && !cursor.isLineEnd(cursor.at)) {
        return true;
      }
    }
    cursor.endLine();
    return false;
  }

  /// Reads a value that begins with a brace, a bracket, `|` or `>`, with the rest of its line;
  /// returns whether there is one.
  private boolean isCollectionOrText(int own) {
    char c = cursor.text[cursor.at];
    if (c == '{' || c == '[') {
      flow();
      cursor.endLine();
    } else if (c == '|' || c == '>') {
      blockText(own, c == '>');
    } else {
      return false;
    }
    return true;
  }

  private void enter(CollectionShape shape) {
    events.add(PlainEvents.OPEN + shape.ordinal(), cursor.at, cursor.at);
    if (++depth > MAX_DEPTH || events.count() > MAX_EVENTS) {
      throw new NotPlain();
    }
  }

  private void leave(int own) {
    if (cursor.column > own) {
      throw new NotPlain();
    }
    depth--;
    open.leave();
    events.add(PlainEvents.CLOSE, cursor.at, cursor.at);
  }

  private void flow() {
    char close = cursor.text[cursor.at] == '{' ? '}' : ']';
    enter(close == '}' ? CollectionShape.FLOW_MAPPING : CollectionShape.FLOW_LIST);
    cursor.at++;
    cursor.skipFlowGap();
    while (cursor.text[cursor.at] != close) {
      if (close == '}') {
        flowEntry();
      } else {
        flowValue();
      }
      cursor.skipFlowGap();
      if (cursor.text[cursor.at] == ',') {
        cursor.at++;
        cursor.skipFlowGap();
      } else if (cursor.text[cursor.at] != close) {
        throw new NotPlain();
      }
    }
    cursor.at++;
    depth--;
    events.add(PlainEvents.CLOSE, cursor.at - 1, cursor.at);
  }

  private void flowEntry() {
    cursor.scalar(true);
    boolean keyOnly = cursor.colon < 0;
    if (cursor.colon - cursor.at > MAX_KEY) {
      throw new NotPlain();
    }
    addKey();
    int behind = cursor.at;
    cursor.skipFlowGap();
    char next = cursor.text[cursor.at];
    if (keyOnly) {
      add(Scalar.Style.PLAIN, cursor.at, cursor.at);
    } else if (next == ',' || next == '}') {
      add(Scalar.Style.PLAIN, behind, behind);
    } else {
      flowValue();
    }
  }

  private void flowValue() {
    if (cursor.text[cursor.at] == '{' || cursor.text[cursor.at] == '[') {
      flow();
      return;
    }
    cursor.scalar(true);
    if (cursor.colon >= 0) {
      throw new NotPlain();
    }
    addScalar();
  }

  private void addKey() {
    for (int i = cursor.at + 1; i < cursor.end && cursor.style == Scalar.Style.PLAIN; i++) {
      char c = cursor.text[i];
      if (c == '"' || c == '\'' || c == '[' || c == '{') {
        open.noteMistake();
      }
    }
    addScalar();
    cursor.at = cursor.colon < 0 ? cursor.at : cursor.colon + 1;
  }

  private void addScalar() {
    String other = cursor.value;
    if (other == null) {
      add(cursor.style, cursor.at, cursor.end);
    } else {
      events.addDecoded(cursor.style, cursor.at, cursor.end, other);
    }
    cursor.at = cursor.end;
  }

  private void add(Scalar.Style given, int from, int to) {
    events.add(PlainEvents.SCALAR + given.ordinal(), from, to);
  }

  /// Reads a literal or folded text, as the engine does.
  private void blockText(int own, boolean folded) {
    int start = cursor.at++;
    char chomping = cursor.text[cursor.at];
    cursor.at += chomping == '+' || chomping == '-' ? 1 : 0;
    cursor.skipRestOfLine();
    StringBuilder result = new StringBuilder();
    int breaks = cursor.emptyLines(0);
    int indent = 0;
    while (cursor.text[cursor.at + indent] == ' ') {
      indent++;
    }
    if (indent <= own || breaks > 0 && indent == 0 || cursor.isLineEnd(cursor.at + indent)) {
      throw new NotPlain();
    }
    String lineBreak = "";
    boolean content = true;
    cursor.at += indent;
    while (content) {
      result.repeat('\n', breaks);
      int from = cursor.at;
      cursor.skipLine();
      result.append(cursor.text, from, cursor.at - from);
      lineBreak = "\n";
      cursor.skipBreak();
      breaks = cursor.emptyLines(indent);
      content = cursor.at + indent < cursor.length && cursor.isIndented(indent);
      cursor.at += content ? indent : 0;
      if (content && folded && cursor.text[from] != ' ' && cursor.text[cursor.at] != ' ') {
        result.append(breaks == 0 ? " " : "");
      } else if (content) {
        result.append(lineBreak);
      }
    }
    result.append(chomping == '-' ? "" : lineBreak);
    result.repeat('\n', chomping == '+' ? breaks : 0);
    Scalar.Style given = folded ? Scalar.Style.FOLDED : Scalar.Style.LITERAL;
    events.addDecoded(given, start, cursor.at, result.toString());
    cursor.findContent();
  }
}
