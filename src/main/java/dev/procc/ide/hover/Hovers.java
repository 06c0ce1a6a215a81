package dev.procc.ide.hover;

import dev.procc.base.source.FieldRef;
import dev.procc.ide.Snapshot;
import dev.procc.ide.cursor.Cursor;
import dev.procc.ide.cursor.Cursor.Role;
import dev.procc.ide.cursor.CursorScanner;
import dev.procc.ide.cursor.Expected;
import dev.procc.ide.values.FieldIndex;
import dev.procc.ide.values.FieldIndex.MadeField;
import dev.procc.language.check.CodePages;
import dev.procc.language.project.SourceDocument;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.vocabulary.EnumDocs;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.view.dates.DerivationText;
import dev.procc.view.text.Style;
import dev.procc.view.values.FieldValues;
import dev.procc.view.values.FieldValues.ValueLayer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The hover text of the word at a position: of a key its meaning, of a value its result and the
/// reason.
public final class Hovers {
  private static final int MAX_FIELDS = 3;
  private static final Pattern CODE = Pattern.compile("PC\\d{3}");

  private final Snapshot snapshot;
  private final String path;
  private final String text;
  private final Cursor cursor;
  private final int offset;

  /// A hover text.
  ///
  /// @param markdown about the text from `start` up to, not including, `end`
  public record Hover(String markdown, int start, int end) {}

  private Hovers(Snapshot snapshot, String path, String text, int offset) {
    this.snapshot = snapshot;
    this.path = path;
    this.text = text;
    this.offset = offset;
    cursor = CursorScanner.scan(text, offset);
  }

  /// The hover text at an offset of a file; null if there is none.
  public static @Nullable Hover at(Snapshot snapshot, String path, String text, int offset) {
    return new Hovers(snapshot, path, text, offset).find();
  }

  private @Nullable Hover find() {
    if (cursor.role() == Role.COMMENT) {
      return ofCode();
    }
    Expected expected = Expected.at(cursor.kind(), cursor.path());
    if (cursor.tag() != null || isInTag()) {
      return ofTag();
    }
    if (cursor.role() != Role.VALUE && expected != null) {
      MappingSpec mapping = expected.mapping(withWord().keySet());
      KeySpec key = mapping == null ? null : mapping.key(word());
      if (key != null) {
        return hover(keyText(key), cursor.start(), cursor.end());
      }
    }
    String shown = joined(expected == null ? null : ofName(expected), ofValue());
    if (shown == null) {
      return expected == null ? null : ofWord(expected);
    }
    return hover(shown, cursor.start(), cursor.end());
  }

  /// The description of a name with its result below; null if there is neither.
  private static @Nullable String joined(@Nullable String name, @Nullable String value) {
    if (name == null || value == null) {
      return name == null ? value : name;
    }
    return name + "\n\n---\n\n" + value;
  }

  private Map<String, String> withWord() {
    Map<String, String> keys = new LinkedHashMap<>(cursor.siblings());
    keys.putIfAbsent(word(), "");
    return keys;
  }

  private String word() {
    return text.substring(cursor.start(), cursor.end());
  }

  private boolean isInTag() {
    String word = word();
    int at = offset - cursor.start();
    return at <= word.length()
        && word.lastIndexOf("{{", at) >= 0
        && word.indexOf("}}", at) >= 0
        && word.lastIndexOf("{{", at) > word.lastIndexOf("}}", Math.max(0, at - 1));
  }

  private static Hover hover(String markdown, int start, int end) {
    return new Hover(markdown, start, end);
  }

  private static String keyText(KeySpec key) {
    StringBuilder text = new StringBuilder("**").append(key.name()).append("** — ");
    text.append(key.shape().description()).append("\n\n").append(key.doc());
    if (!key.examples().isEmpty()) {
      text.append("\n\n```yaml\n");
      for (String example : key.examples()) {
        text.append(key.name()).append(": ").append(example).append('\n');
      }
      text.append("```");
    }
    return text.toString();
  }

  /// The page of a code in a comment.
  private @Nullable Hover ofCode() {
    int from = Math.max(0, text.lastIndexOf('\n', Math.max(0, offset - 1)));
    Matcher matcher = CODE.matcher(text);
    for (boolean found = matcher.find(from); found; found = matcher.find()) {
      if (matcher.start() > offset) {
        return null;
      }
      String page = CodePages.find(matcher.group()).orElse(null);
      if (matcher.end() >= offset && page != null) {
        return hover(page, matcher.start(), matcher.end());
      }
    }
    return null;
  }

  /// The meaning of an enumerated word.
  private @Nullable Hover ofWord(Expected expected) {
    ValueShape.EnumShape words = Expected.alternative(expected.shape(), ValueShape.EnumShape.class);
    int at = words == null ? -1 : words.values().indexOf(word());
    if (words == null || at < 0) {
      return null;
    }
    List<String> docs = EnumDocs.docs(words);
    return docs.isEmpty()
        ? null
        : hover("**" + word() + "** — " + docs.get(at), cursor.start(), cursor.end());
  }

  /// The description of a name: a person, a calendar, a template.
  private @Nullable String ofName(Expected expected) {
    NameHovers names = new NameHovers(snapshot);
    SourceDocument document = document();
    String word = word();
    return switch (expected.name()) {
      case "calendar", "alsoClosedIn" -> names.calendar(word);
      case "use" -> names.template(word);
      case "cover", "roles", "people" -> names.person(word);
      case "variables", "parameters" -> names.variable(word, document);
      case "holidays", "extraWorkdays", "date" ->
          names.dayOf(document == null ? "" : document.key(), word);
      case "key" -> cursor.kind().equals("Calendar") ? names.calendar(word) : null;
      default ->
          Expected.alternative(expected.shape(), ValueShape.ParticipantShape.class) != null
              ? names.person(word)
              : null;
    };
  }

  /// The document around the position; null if there is none.
  private @Nullable SourceDocument document() {
    for (SourceDocument document : snapshot.documentsOf(path)) {
      if (document.document().span().start() <= offset
          && offset <= document.document().span().end()) {
        return document;
      }
    }
    return null;
  }

  private @Nullable Hover ofTag() {
    String word = word();
    int at = Math.min(offset - cursor.start(), word.length());
    int open = word.lastIndexOf("{{", at);
    int close = word.indexOf("}}", Math.max(open, 0));
    if (open < 0 || close < 0) {
      return null;
    }
    String name = word.substring(open + 2, close).strip();
    String shown = joined(new NameHovers(snapshot).variable(name, document()), ofValue());
    return shown == null ? null : hover(shown, cursor.start() + open, cursor.start() + close + 2);
  }

  /// The results of the value in the processes that contain it.
  private @Nullable String ofValue() {
    List<MadeField> fields = FieldIndex.of(snapshot, path).at(offset);
    if (fields.isEmpty()) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (MadeField field : fields.subList(0, Math.min(MAX_FIELDS, fields.size()))) {
      out.append(out.isEmpty() ? "" : "\n\n").append(valueText(field));
    }
    if (fields.size() > MAX_FIELDS) {
      out.append("\n\nand of ").append(fields.size() - MAX_FIELDS).append(" more");
    }
    return out.toString();
  }

  private static String valueText(MadeField field) {
    FieldRef ref = field.field();
    ResolvedDate date = field.process().resolved().dates().date(ref);
    if (date != null) {
      String story =
          DerivationText.render(
                  date.derivation(), FieldValues.subject(field.process(), date), Style.of(false))
              .toString();
      return "```text\n" + story.stripTrailing() + "\n```";
    }
    StringBuilder out = new StringBuilder("```text\n").append(ref);
    var value = FieldValues.value(field.process(), ref);
    out.append(" = ").append(value == null ? "" : value.write()).append('\n');
    for (ValueLayer layer : FieldValues.layers(field.process(), field.origin())) {
      out.append("  ").append(layer.label()).append("   ");
      out.append(layer.origin().span().pathAndLine()).append("   ").append(layer.excerpt());
      out.append('\n');
    }
    return out.append("```").toString();
  }
}
