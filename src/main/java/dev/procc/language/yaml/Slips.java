package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what is YAML, but not what its author means.
final class Slips {
  /// A value that begins with a tag and is not quoted.
  record Trap(Patched.Change change, Diagnostic finding) {}

  private final Reading reading;
  private final List<Trap> traps = new ArrayList<>();
  private int trapEnd = -1;

  Slips(Reading reading) {
    this.reading = reading;
  }

  List<Trap> traps() {
    return traps;
  }

  /// A flow mapping begins; with two braces it is a tag of a template.
  ///
  /// @param open what it stands in
  /// @param inFlow whether that is a flow collection
  void flowMapping(int start, @Nullable Frame open, boolean inFlow) {
    if (start <= trapEnd || !reading.text.startsWith("{{", start)) {
      return;
    }
    boolean key = open != null && open.mapping && !open.valueNext && !open.flow;
    int end = Traps.valueEnd(reading.text, start, inFlow);
    if (key) {
      int colon = reading.text.indexOf(":", Traps.tagEnd(reading.text, start, end));
      end = colon >= 0 && colon < end ? Lines.trim(reading.text, start, colon) : end;
    }
    Span at = reading.span(reading.source(start), reading.source(end));
    String written = at.text();
    // "{#" begins a comment to YAML, so what follows is read wrongly until this is mended.
    trapEnd = written.indexOf('#') >= 0 ? reading.text.length() : end;
    String quoted = Traps.quote(written);
    Diagnostic finding = key ? inKey(at) : inValue(at, quoted);
    traps.add(new Trap(new Patched.Change(at.start(), at.end(), quoted), finding));
  }

  private static Diagnostic inKey(Span at) {
    String said = Syntax.quoted(at.text());
    return Diagnostic.of(
            YamlCodes.UNQUOTED_TAG,
            at,
            said + " stands where a key should; keys are not interpolated")
        .withHint("repeat with forEach, choose with if");
  }

  private static Diagnostic inValue(Span at, String quoted) {
    String said = Syntax.quoted(at.text());
    return Diagnostic.of(
            YamlCodes.UNQUOTED_TAG,
            at,
            said + " is a mapping to YAML; a value that begins with {{ is quoted")
        .withHint("write " + Syntax.shorten(quoted))
        .withFix(Fix.safe("quote the value", new Edit(at, quoted)));
  }

  /// `{ dueDate: WD3, or next business day }` gives a key without a colon: it is text of the value
  /// before, and is put there.
  ///
  /// @return whether it was so
  boolean comma(Frame frame) {
    Scalar key = frame.key;
    if (key == null || !key.plain() || frame.entries.isEmpty() || simple(key.value())) {
      return false;
    }
    Entry before = frame.entries.getLast();
    if (!endsEntry(key.span().end())
        || !(before.value() instanceof Scalar value)
        || (!value.plain() && frame.commaFinding < 0)
        || value.value().isEmpty()
        || !value.origin().from().isEmpty()
        || value.span().end() > key.span().start()) {
      return false;
    }
    Span whole = value.span().cover(key.span());
    String joined = value.value() + ", " + key.value();
    String quoted = Traps.quote(joined);
    String law = " has no colon; in { } a comma ends the value ";
    Diagnostic finding =
        Diagnostic.of(
                YamlCodes.UNQUOTED_COMMA,
                whole,
                Syntax.quoted(key.value()) + law + Syntax.quoted(value.value()))
            .withHint("write " + Syntax.shorten(quoted))
            .withFix(Fix.safe("quote the value", new Edit(whole, quoted)));
    if (frame.commaFinding >= 0) {
      reading.found.set(frame.commaFinding, finding);
    } else {
      frame.commaFinding = reading.found.size();
      reading.found.add(finding);
    }
    Scalar text =
        new Scalar(reading.written(whole.start(), whole.end()), joined, Scalar.Style.DOUBLE_QUOTED);
    frame.entries.set(frame.entries.size() - 1, new Entry(before.key(), text, null));
    frame.key = null;
    frame.valueNext = false;
    frame.end = Math.max(frame.end, whole.end());
    return true;
  }

  /// Whether a comma or brace follows in the source.
  private boolean endsEntry(int from) {
    String source = reading.file.text();
    int past = from;
    while (past < source.length()
        && (Lines.isBlank(source.charAt(past)) || Lines.isBreak(source.charAt(past)))) {
      past++;
    }
    return past < source.length() && (source.charAt(past) == ',' || source.charAt(past) == '}');
  }

  /// Whether a word could be the beginning of a key.
  private static boolean simple(String word) {
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
    String text = reading.text;
    int hash = Lines.skipBlanks(text, end, text.length());
    if (hash == end || reading.charAt(hash) != '#' || !Traps.opensTag(value)) {
      return null;
    }
    int lineEnd = Lines.end(text, end);
    int whole = Lines.trim(text, end, lineEnd);
    reading.cover(lineEnd);
    Span at = reading.span(reading.source(start), reading.source(whole));
    Span comment = reading.span(reading.source(hash), reading.source(whole));
    String full = value + text.substring(end, whole);
    Diagnostic finding =
        Diagnostic.of(
                YamlCodes.COMMENT_IN_TAG,
                comment,
                Syntax.quoted(comment.text())
                    + " is a comment to YAML; a text with a blank and # is quoted")
            .withLabel(reading.span(at.start(), reading.source(end)), "this is all of the value")
            .withHint("quote the value, or write {{# without a blank");
    if (at.text().equals(full)) {
      finding = finding.withFix(Fix.safe("quote the value", new Edit(at, Traps.quote(full))));
    }
    reading.add(finding);
    return new Scalar(reading.written(at.start(), at.end()), full, Scalar.Style.DOUBLE_QUOTED);
  }
}
