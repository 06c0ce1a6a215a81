package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.TextLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what is YAML, but not what its author means.
public final class LikelyMistakes {
  /// A value that begins with a tag and is not quoted.
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

  /// A flow mapping begins; with two braces it is a tag of a template.
  ///
  /// @param open what it stands in
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
    // "{#" begins a comment to YAML, so what follows is read wrongly until this is mended.
    unquotedTagEnd = written.indexOf('#') >= 0 ? context.text.length() : end;
    String quoted = TagScanner.quote(written);
    Finding finding = key ? keyFinding(at) : valueFinding(at, quoted);
    unquotedTags.add(
        new UnquotedTag(new PatchedText.TextChange(at.start(), at.end(), quoted), finding));
  }

  private static Finding keyFinding(Span at) {
    String quotedTag = SyntaxErrorMessages.quoted(at.text());
    return Finding.of(
            YamlCodes.UNQUOTED_TAG,
            at,
            quotedTag + " stands where a key should; keys are not interpolated")
        .withHint("repeat with forEach, choose with if");
  }

  private static Finding valueFinding(Span at, String quoted) {
    String quotedTag = SyntaxErrorMessages.quoted(at.text());
    return Finding.of(
            YamlCodes.UNQUOTED_TAG,
            at,
            quotedTag + " is a mapping to YAML; a value that begins with {{ is quoted")
        .withHint("write " + SyntaxErrorMessages.shorten(quoted))
        .withFix(Fix.safe("quote the value", new TextEdit(at, quoted)));
  }

  /// `{ dueDate: WD3, or next business day }` gives a key without a colon: it is text of the value
  /// before, and is put there.
  ///
  /// @return whether it was so
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
    Span joinedSpan = value.span().cover(key.span());
    String joined = value.value() + ", " + key.value();
    String quoted = TagScanner.quote(joined);
    String reason = " has no colon; in { } a comma ends the value ";
    Finding finding =
        Finding.of(
                YamlCodes.UNQUOTED_COMMA,
                joinedSpan,
                SyntaxErrorMessages.quoted(key.value())
                    + reason
                    + SyntaxErrorMessages.quoted(value.value()))
            .withHint("write " + SyntaxErrorMessages.shorten(quoted))
            .withFix(Fix.safe("quote the value", new TextEdit(joinedSpan, quoted)));
    if (frame.commaFindingIndex >= 0) {
      context.findings.set(frame.commaFindingIndex, finding);
    } else {
      frame.commaFindingIndex = context.findings.size();
      context.findings.add(finding);
    }
    Scalar text =
        new Scalar(
            context.origin(joinedSpan.start(), joinedSpan.end()),
            joined,
            Scalar.Style.DOUBLE_QUOTED);
    frame.entries.set(frame.entries.size() - 1, new MappingEntry(before.key(), text, null));
    frame.key = null;
    frame.expectsValue = false;
    frame.end = Math.max(frame.end, joinedSpan.end());
    return true;
  }

  /// Whether a comma or brace follows in the source.
  private boolean endsEntry(int from) {
    String source = context.file.text();
    int past = from;
    while (past < source.length()
        && (TextLines.isBlank(source.charAt(past)) || TextLines.isBreak(source.charAt(past)))) {
      past++;
    }
    return past < source.length() && (source.charAt(past) == ',' || source.charAt(past) == '}');
  }

  /// Whether a word could be the beginning of a key.
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

  /// `text {{ #s }}x`: the plain scalar that ends inside a tag, since a comment begins there, with
  /// the rest of its line; or null.
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
                SyntaxErrorMessages.quoted(comment.text())
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
