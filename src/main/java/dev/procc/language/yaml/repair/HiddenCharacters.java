package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.HiddenText;
import dev.procc.base.text.Plural;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hidden characters (invisible, or like a blank) outside texts: in the indentation of a line, in a
/// key or beside one, before a value, after a quote or a bracket, in a suppression. YAML takes them
/// for letters; the text is read as it looks.
final class HiddenCharacters {
  private final SourceFile file;
  private final SourceFile cleaned;
  private final List<PatchedText.TextChange> changes = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final boolean[] texts;
  private boolean safe = true;

  private HiddenCharacters(SourceFile file) {
    this.file = file;
    StringBuilder text = new StringBuilder(file.text().length());
    int copied = 0;
    for (int at = HiddenText.next(file.text(), 0); at >= 0; ) {
      int point = file.text().codePointAt(at);
      text.append(file.text(), copied, at);
      copied = at + Character.charCount(point);
      places.add(text.length());
      String blank = HiddenText.isBlank(point) ? " " : "";
      text.append(blank);
      changes.add(new PatchedText.TextChange(at, copied, blank));
      at = HiddenText.next(file.text(), copied);
    }
    cleaned =
        new SourceFile(file.path(), text.append(file.text(), copied, file.text().length()) + "");
    texts = new boolean[changes.size()];
  }

  /// The hidden characters of a file; null if there are none.
  static @Nullable HiddenCharacters find(SourceFile file) {
    return HiddenText.next(file.text(), 0) < 0 ? null : new HiddenCharacters(file);
  }

  /// The file without hidden characters, as it looks.
  SourceFile cleaned() {
    return cleaned;
  }

  /// The repair that reads hidden characters outside texts as they look, and reports them in one
  /// finding; null if all of them are in texts.
  ///
  /// @param read the cleaned file
  @Nullable RepairCandidate repair(Outcome<List<YamlDocument>> read) {
    markTexts(read);
    List<PatchedText.TextChange> replaced = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i]) {
        replaced.add(changes.get(i));
      }
    }
    return replaced.isEmpty() ? null : new RepairCandidate(replaced, finding(replaced), true);
  }

  private Finding finding(List<PatchedText.TextChange> replaced) {
    PatchedText.TextChange first = replaced.getFirst();
    List<TextEdit> edits = new ArrayList<>();
    for (PatchedText.TextChange change : replaced) {
      edits.add(new TextEdit(new Span(file, change.from(), change.to()), change.replacement()));
    }
    int point = file.text().codePointAt(first.from());
    int more = replaced.size() - 1;
    return Finding.of(
            YamlCodes.UNPRINTABLE,
            new Span(file, first.from(), first.to()),
            HiddenText.describe(point)
                + " stands here"
                + (more == 0 ? "" : ", and its like at " + Plural.of(more, "more place"))
                + ", which nobody tells from "
                + (HiddenText.isBlank(point) ? "a blank" : "nothing")
                + "; YAML takes it for a letter")
        .withHint(first.replacement().isEmpty() ? "remove it" : "type a blank")
        .withFix(new Fix("write what it looks like", safe, List.copyOf(edits)));
  }

  /// Marks hidden characters in texts: in a value, a quoted key or a comment.
  private void markTexts(Outcome<List<YamlDocument>> parsed) {
    List<YamlDocument> documents = parsed.value().orElse(List.of());
    for (YamlDocument document : documents) {
      for (Comment comment : document.comments()) {
        int reason = comment.text().startsWith("procc:") ? comment.span().text().indexOf("-- ") : 0;
        if (reason >= 0) {
          mark(comment.span().start() + reason, comment.span().end());
        }
      }
      markNode(document.root());
    }
    if (documents.isEmpty() || Finding.anyError(parsed.findings())) {
      markValues();
    }
  }

  /// Marks all hidden characters in the values of lines, for a text that could not be read
  /// completely.
  private void markValues() {
    for (int i = 0; i < texts.length; i++) {
      SourceLine line = SourceLine.of(cleaned, cleaned.position(places.get(i)).line());
      texts[i] |= line.colon() < 0 ? places.get(i) > line.indent() : places.get(i) > line.value();
    }
  }

  private void markNode(YamlNode node) {
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        markKey(entry.key());
        markNode(entry.value());
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::markNode);
    } else if (node instanceof Scalar scalar && !scalar.isPlain()) {
      mark(scalar.span().start() + 1, scalar.span().end() - 1);
    } else if (!node.span().text().isEmpty()) {
      mark(start(node.span().start()), end(node.span().end()));
    }
  }

  /// Marks blanks within a key for removal, since keys have none.
  private void markKey(Scalar key) {
    if (!key.isPlain()) {
      markNode(key);
      return;
    }
    for (int i = first(key.span().start()); i < texts.length; i++) {
      if (places.get(i) >= key.span().end()) {
        break;
      }
      PatchedText.TextChange change = changes.get(i);
      safe &= change.replacement().isEmpty();
      changes.set(i, new PatchedText.TextChange(change.from(), change.to(), ""));
    }
  }

  /// The start of the value without quotes at an offset, including what precedes it after a blank.
  private int start(int offset) {
    int start = offset;
    for (int i = first(offset) - 1; i >= 0 && places.get(i) == start - 1; i--) {
      int at = changes.get(i).from();
      if (at == 0 || file.text().charAt(at - 1) != ' ') {
        break;
      }
      start--;
    }
    return start;
  }

  /// The end of the value without quotes at an offset, including what directly follows it.
  private int end(int offset) {
    int end = offset;
    for (int i = first(offset); i < texts.length && places.get(i) == end; i++) {
      end += HiddenText.isBlank(file.text().codePointAt(changes.get(i).from())) ? 1 : 0;
    }
    return end;
  }

  private void mark(int from, int to) {
    for (int i = first(from); i < texts.length && places.get(i) <= to; i++) {
      texts[i] = true;
    }
  }

  /// The index of the first hidden character at or after an offset.
  private int first(int offset) {
    int low = 0;
    int high = texts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
