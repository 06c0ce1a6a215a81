package dev.procc.language.expand.text;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.text.QuotedText;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parser of the tags of a text, which reports those that are not in the language.
///
/// ```
/// path    = "." | segment { "." segment }        segment = (letter | digit | "_") { ... | "-" }
/// literal = "{{" "\"{{\"" "}}"
/// tag     = "{{" [ "#" | "^" | "/" | "&" ] path "}}" | "{{{" path "}}}" | "{{!" any text "}}"
/// ```
public final class TagParser {
  /// The path of the tag `{{ "{{" }}`, whose value is two braces.
  static final String LITERAL = "\"{{\"";

  /// The most findings of one text.
  static final int MAX_FINDINGS = 20;

  private final Scalar scalar;
  private final String text;
  private final int maxDepth;
  private final List<Tag> tags = new ArrayList<>(2);
  private final Findings findings = new Findings();

  private TagParser(Scalar scalar, int maxDepth) {
    this.scalar = scalar;
    this.text = scalar.value();
    this.maxDepth = maxDepth;
  }

  /// Whether a text has any tag; without one it is not parsed.
  public static boolean containsTag(String text) {
    return text.indexOf("{{") >= 0;
  }

  /// The tags of a scalar in the order of its text, with the faults in them as findings.
  public static Outcome<List<Tag>> parse(Scalar scalar) {
    return parse(scalar, ExpandLimits.DEFAULT.maxSections());
  }

  static Outcome<List<Tag>> parse(Scalar scalar, int maxDepth) {
    TagParser parser = new TagParser(scalar, maxDepth);
    parser.parseTags();
    parser.checkNesting();
    return Outcome.of(List.copyOf(parser.tags), parser.findings.toList());
  }

  /// Whether a text is exactly one tag, so that its value is that of the tag.
  public static boolean isSingleTag(List<Tag> tags, String text) {
    return tags.size() == 1
        && tags.get(0).kind() == Tag.TagKind.VALUE
        && tags.get(0).start() == 0
        && tags.get(0).end() == text.length();
  }

  private void parseTags() {
    int at = text.indexOf("{{");
    while (at >= 0 && findings.size() < MAX_FINDINGS) {
      int literalEnd = literalEnd(at);
      if (literalEnd > 0) {
        tags.add(new Tag(Tag.TagKind.VALUE, LITERAL, at, literalEnd));
        at = text.indexOf("{{", literalEnd);
        continue;
      }
      boolean triple = text.startsWith("{{{", at);
      String close = triple ? "}}}" : "}}";
      int inner = at + close.length();
      int end = text.indexOf(close, inner);
      int next = text.indexOf("{{", inner);
      boolean comment = !triple && inner < text.length() && text.charAt(inner) == '!';
      if (end < 0 || (next >= 0 && next < end && !comment)) {
        reportUnterminated(at, end < 0 ? text.length() : next);
        at = next;
        continue;
      }
      readTag(at, end + close.length(), text.substring(inner, end), triple);
      at = text.indexOf("{{", end + close.length());
    }
  }

  /// The end of `{{ "{{" }}`, which stands for the two braces; -1 if none begins there.
  private int literalEnd(int start) {
    int quoted = skipBlanks(start + 2);
    if (!text.startsWith(LITERAL, quoted)) {
      return -1;
    }
    int close = skipBlanks(quoted + LITERAL.length());
    return text.startsWith("}}", close) ? close + 2 : -1;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private void reportUnterminated(int start, int end) {
    String shown = text.substring(start, Math.min(end, start + 30)).strip();
    Finding fault =
        Finding.of(
            ExpandCodes.BAD_TAG,
            Tag.partSpan(scalar, start, Math.min(end, start + shown.length())),
            "\"" + shown + "\" is not closed; a tag ends with }}");
    boolean endsInComment = scalar.isPlain() && isFollowedByComment();
    findings.add(
        fault.withHint(
            endsInComment
                ? "a blank and # begin a comment: quote the text, or write {{# without a blank"
                : "write {{ name }}"));
  }

  /// Whether a comment follows the scalar on its line: a tag with ` #` in it is cut there.
  private boolean isFollowedByComment() {
    String source = scalar.span().file().text();
    int at = scalar.span().end();
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    return at < source.length() && source.charAt(at) == '#';
  }

  private void readTag(int start, int end, String inner, boolean triple) {
    String body = inner.strip();
    char first = body.isEmpty() ? ' ' : body.charAt(0);
    Tag.TagKind kind = triple ? Tag.TagKind.VALUE : kind(first);
    if (kind == null) {
      reportRefused(start, end, first);
      return;
    }
    boolean marked = !triple && "#^/&!".indexOf(first) >= 0;
    String path = marked ? body.substring(1).strip() : body;
    if (kind != Tag.TagKind.COMMENT && !isPath(path)) {
      reportBadName(start, end, path);
      return;
    }
    tags.add(new Tag(kind, path, start, end));
  }

  /// The kind of a tag by its first character; null if it is not in the language.
  private static Tag.@Nullable TagKind kind(char first) {
    return switch (first) {
      case '#' -> Tag.TagKind.SECTION;
      case '^' -> Tag.TagKind.INVERTED;
      case '/' -> Tag.TagKind.END;
      case '!' -> Tag.TagKind.COMMENT;
      case '>', '<', '$', '?', '%', '*', '=' -> null;
      default -> Tag.TagKind.VALUE;
    };
  }

  private void reportRefused(int start, int end, char first) {
    String law =
        switch (first) {
          case '>', '*' -> "no text is read from elsewhere";
          case '=' -> "the delimiters are always {{ and }}";
          default -> "only # ^ / & and ! may stand before a name";
        };
    findings.add(
        Finding.of(
                ExpandCodes.REFUSED_TAG,
                Tag.partSpan(scalar, start, end),
                "\"" + shown(start, end) + "\" is not in the language; " + law)
            .withHint(first == '>' ? "repeat nodes with use, texts with a variable" : null));
  }

  private void reportBadName(int start, int end, String path) {
    String message =
        path.isEmpty()
            ? "\"" + shown(start, end) + "\" names nothing; a tag holds a name"
            : "\""
                + shown(start, end)
                + "\" holds more than a name; a name is letters, digits, _"
                + " and -, separated by dots";
    findings.add(
        Finding.of(ExpandCodes.BAD_TAG, Tag.partSpan(scalar, start, end), message)
            .withHint(
                path.indexOf('|') >= 0 || path.indexOf('(') >= 0
                    ? "functions wrap a text: {{#upper}}{{ name }}{{/upper}}"
                    : null));
  }

  private String shown(int start, int end) {
    return QuotedText.cut(text.substring(start, end), 40);
  }

  private void checkNesting() {
    List<Tag> open = new ArrayList<>(0);
    for (Tag tag : tags) {
      if (tag.kind() == Tag.TagKind.SECTION || tag.kind() == Tag.TagKind.INVERTED) {
        open.add(tag);
        if (open.size() == maxDepth + 1) {
          reportSection(
              tag,
              sectionText("# ", tag)
                  + " lies "
                  + open.size()
                  + " sections deep; a text nests at most "
                  + maxDepth);
        }
      } else if (tag.kind() == Tag.TagKind.END && !closes(tag, open)) {
        return;
      }
    }
    for (Tag tag : open.size() > MAX_FINDINGS ? open.subList(0, MAX_FINDINGS) : open) {
      reportSection(
          tag,
          sectionText("#", tag) + " is never closed; a section ends with {{/" + tag.path() + "}}");
    }
  }

  /// Whether the end of a section closes the innermost open one, which is removed; reported if not.
  private boolean closes(Tag end, List<Tag> open) {
    if (open.isEmpty()) {
      reportSection(
          end,
          sectionText("/", end) + " closes nothing; a section begins with {{#" + end.path() + "}}");
      return false;
    }
    Tag last = open.removeLast();
    if (!last.path().equals(end.path())) {
      reportSection(
          end,
          sectionText("/", end)
              + " does not close "
              + sectionText("#", last)
              + "; sections close in turn");
      return false;
    }
    return true;
  }

  /// A tag of a section as messages quote it.
  private static String sectionText(String mark, Tag tag) {
    return "\"{{" + mark + tag.path() + "}}\"";
  }

  private void reportSection(Tag tag, String message) {
    findings.add(Finding.of(ExpandCodes.SECTION, tag.span(scalar), message));
  }

  /// Whether a text is a path: `.`, or names separated by dots.
  public static boolean isPath(String text) {
    if (text.equals(".")) {
      return true;
    }
    boolean atStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (atStart) {
          return false;
        }
        atStart = true;
      } else if (isNameChar(c) || (c == '-' && !atStart)) {
        atStart = false;
      } else {
        return false;
      }
    }
    return !atStart;
  }

  /// Whether a name may begin with a character.
  public static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
