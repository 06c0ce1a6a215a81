package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A check for text that is valid YAML but probably not what its author meant: unquoted tags,
/// commas, comments.
public final class LikelyMistakes {
  /// An unquoted value that begins with a tag, with the change that quotes it.
  public record UnquotedTag(PatchedText.TextChange change, Finding finding) {}

  private final ParseContext context;
  private final List<UnquotedTag> unquotedTags = new ArrayList<>();
  private int unquotedTagEnd = -1;

  LikelyMistakes(ParseContext context) {
    this.context = context;
  }

  List<UnquotedTag> unquotedTags() {
    return unquotedTags;
  }

  /// Checks the start of a flow mapping: with two braces it is a tag.
  ///
  /// @param open the collection that it is in
  /// @param inFlow whether that is a flow collection
  void checkFlowMapping(int start, @Nullable CollectionFrame open, boolean inFlow) {
    if (start <= unquotedTagEnd || !context.text.startsWith("{{", start)) {
      return;
    }
    boolean key = open != null && open.mapping && !open.expectsValue && !open.flow;
    int end = TagScanner.valueEnd(context.text, start, inFlow);
    if (key) {
      int colon = context.text.indexOf(":", TagScanner.tagEnd(context.text, start, end));
      end = colon >= 0 && colon < end ? TextLines.trimBlanks(context.text, start, colon) : end;
    }
    Span at = context.span(context.toSource(start), context.toSource(end));
    String written = at.text();
    // A " #" begins a comment in YAML, so that what follows is misread until the tag is quoted.
    unquotedTagEnd = written.indexOf('#') >= 0 ? context.text.length() : end;
    String quoted =
        TagScanner.hasLoneQuoteAtEnd(written) ? '"' + written : TagScanner.quote(written);
    Finding finding = key ? keyFinding(at) : valueFinding(at, quoted);
    unquotedTags.add(
        new UnquotedTag(new PatchedText.TextChange(at.start(), at.end(), quoted), finding));
  }

  /// Checks a key: in `title "A"`, `labels { a: b }` and `labels:{ a: b }` it lacks its colon or
  /// the blank after it.
  ///
  /// @param end of the key
  void checkKey(int start, int end) {
    int first = start;
    while (first < end && isKeyPart(context.text.charAt(first))) {
      first++;
    }
    if (first == end) {
      return;
    }
    String key = context.text.substring(start, end);
    int word = 0;
    while (word < key.length() && isKeyPart(key.charAt(word))) {
      word++;
    }
    boolean colon = key.startsWith(":", word);
    int value = TextLines.skipBlanks(key, colon ? word + 1 : word, key.length());
    boolean apart = colon ? value == word + 1 : value > word;
    if (word == 0 || !apart || start <= unquotedTagEnd || !opensValue(key, value)) {
      return;
    }
    int lineEnd = TextLines.lineEnd(context.text, start);
    Span at =
        context.span(
            context.toSource(start),
            context.toSource(TextLines.trimBlanks(context.text, start, lineEnd)));
    int place = context.toSource(start + (colon ? word + 1 : word));
    String sign = colon ? " " : ":";
    Finding finding =
        Finding.of(
                YamlCodes.SYNTAX,
                at,
                QuotedText.quoted(at.text())
                    + (colon ? " has no blank after its colon" : " has no colon")
                    + "; an entry is \"key: value\"")
            .withFix(
                Fix.unsafe(
                    colon ? "add a blank" : "add a colon",
                    new TextEdit(Span.at(context.file, place), sign)));
    unquotedTagEnd = lineEnd;
    unquotedTags.add(new UnquotedTag(new PatchedText.TextChange(place, place, sign), finding));
  }

  private static boolean isKeyPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }

  /// Whether a quote or bracket opens at an offset of a key and is not closed in it.
  private static boolean opensValue(String key, int at) {
    if (at >= key.length() || "\"'[{".indexOf(key.charAt(at)) < 0) {
      return false;
    }
    char open = key.charAt(at);
    char close = open == '{' ? '}' : open == '[' ? ']' : open;
    return key.indexOf(close, at + 1) < 0;
  }

  private static Finding keyFinding(Span at) {
    String quotedTag = QuotedText.quoted(at.text());
    return Finding.of(
            YamlCodes.UNQUOTED_TAG,
            at,
            quotedTag + " stands where a key should; keys are not interpolated")
        .withHint("repeat with forEach, choose with if");
  }

  private static Finding valueFinding(Span at, String quoted) {
    String quotedTag = QuotedText.quoted(at.text());
    return Finding.of(
            YamlCodes.UNQUOTED_TAG,
            at,
            quotedTag + " is a mapping to YAML; a value that begins with {{ is quoted")
        .withHint("write " + QuotedText.shorten(quoted))
        .withFix(Fix.safe("quote the value", new TextEdit(at, quoted)));
  }

  /// Joins the last key of a mapping to the value before it: in `{ dueDate: WD3, or next business
  /// day }` the text after the comma is a key without a colon.
  ///
  /// @return whether it was joined
  boolean joinCommaText(CollectionFrame frame) {
    Scalar key = frame.key;
    if (key == null || !key.isPlain() || frame.entries.isEmpty() || looksLikeKey(key.value())) {
      return false;
    }
    MappingEntry before = frame.entries.getLast();
    if (!endsEntry(key.span().end())
        || !(before.value() instanceof Scalar value)
        || (!value.isPlain() && frame.commaFindingIndex < 0)
        || value.value().isEmpty()
        || !value.origin().inputs().isEmpty()
        || value.span().end() > key.span().start()) {
      return false;
    }
    Span at = value.span().cover(key.span());
    String joined = value.value() + ", " + key.value();
    reportComma(frame, commaFinding(value, key, at, TagScanner.quote(joined)));
    Scalar text =
        new Scalar(context.origin(at.start(), at.end()), joined, Scalar.Style.DOUBLE_QUOTED);
    frame.entries.set(frame.entries.size() - 1, new MappingEntry(before.key(), text, null));
    frame.key = null;
    frame.expectsValue = false;
    frame.end = Math.max(frame.end, at.end());
    return true;
  }

  private static Finding commaFinding(Scalar value, Scalar key, Span at, String quoted) {
    return Finding.of(
            YamlCodes.UNQUOTED_COMMA,
            at,
            QuotedText.quoted(key.value())
                + " has no colon; in { } a comma ends the value "
                + QuotedText.quoted(value.value()))
        .withHint("write " + QuotedText.shorten(quoted))
        .withFix(Fix.safe("quote the value", new TextEdit(at, quoted)));
  }

  /// Reports the commas of a value in one finding: a further comma replaces it.
  private void reportComma(CollectionFrame frame, Finding finding) {
    if (frame.commaFindingIndex >= 0) {
      context.findings.set(frame.commaFindingIndex, finding);
    } else {
      frame.commaFindingIndex = context.findings.size();
      context.findings.add(finding);
    }
  }

  /// Whether a comma or brace follows in the source.
  private boolean endsEntry(int from) {
    String source = context.file.text();
    int next = from;
    while (next < source.length()
        && (TextLines.isBlank(source.charAt(next)) || TextLines.isBreak(source.charAt(next)))) {
      next++;
    }
    return next < source.length() && (source.charAt(next) == ',' || source.charAt(next) == '}');
  }

  /// Whether a text could be the start of a key: letters, digits, `-` and `_`.
  private static boolean looksLikeKey(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean later = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
      if (!(c >= 'a' && c <= 'z') && !(i > 0 && later)) {
        return false;
      }
    }
    return true;
  }

  /// The scalar with the rest of its line, if it is a plain one that a comment cuts within a tag,
  /// as in `text {{ #s }}x`; null for any other.
  @Nullable Scalar commentInTag(int start, int end, String value) {
    String text = context.text;
    int hash = TextLines.skipBlanks(text, end, text.length());
    if (hash == end || context.charAt(hash) != '#' || !TagScanner.opensTag(value)) {
      return null;
    }
    int lineEnd = TextLines.lineEnd(text, end);
    int whole = TextLines.trimBlanks(text, end, lineEnd);
    context.cover(lineEnd);
    Span at = context.span(context.toSource(start), context.toSource(whole));
    Span comment = context.span(context.toSource(hash), context.toSource(whole));
    String full = value + text.substring(end, whole);
    Finding finding =
        Finding.of(
                YamlCodes.COMMENT_IN_TAG,
                comment,
                QuotedText.quoted(comment.text())
                    + " is a comment to YAML; a text with a blank and # is quoted")
            .withLabel(context.span(at.start(), context.toSource(end)), "this is all of the value")
            .withHint("quote the value, or write {{# without a blank");
    if (at.text().equals(full)) {
      finding =
          finding.withFix(Fix.safe("quote the value", new TextEdit(at, TagScanner.quote(full))));
    }
    context.add(finding);
    return new Scalar(context.origin(at.start(), at.end()), full, Scalar.Style.DOUBLE_QUOTED);
  }
}
