package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.edit.YamlText;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.writeback.SourcePlaces.SourcePlace;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The places where a live value of a field could be written, the nearest first.
///
/// A value from a variable still comes from one: tags are kept if their values are still in the
/// text; otherwise what they insert is changed, or another variable is used if it is the only one
/// with the value. The candidates are not compiled.
public final class WriteBack {
  private final WriteContext context;

  /// @param documents of the project that was compiled
  public WriteBack(ProjectDocuments documents, Compilation compilation) {
    context = new WriteContext(documents, compilation);
  }

  WriteContext context() {
    return context;
  }

  /// The places where the edit of a field could be written.
  public List<WriteCandidate> field(FieldEdit edit) {
    List<WriteCandidate> found = new ArrayList<>();
    Origin origin = edit.process().resolved().origins().origin(edit.address(), edit.field().name());
    Json live = edit.live();
    if (live instanceof Json.Arr && origin != null && isOfCalendar(origin)) {
      return found;
    }
    if (origin != null && live == null) {
      addRemovals(origin, found);
    } else if (origin != null && live != null) {
      addLines(edit, origin, live, found);
    }
    if (live != null) {
      new NodeFields(context, edit).addOverrides(values(edit, live), found);
    }
    return found;
  }

  /// The reason why the edit of a field has no place; null if unknown.
  public @Nullable String whyNot(FieldEdit edit) {
    Origin origin = edit.process().resolved().origins().origin(edit.address(), edit.field().name());
    if (origin == null) {
      return "nothing in the definitions makes it";
    }
    if (isOfCalendar(origin)) {
      return "the days of a calendar make it";
    }
    SourcePlace place = context.places().find(origin.span());
    return place == null ? null : whyNot(place.node());
  }

  /// The reason why a text cannot be changed to give another value; null if unknown.
  private static @Nullable String whyNot(YamlNode node) {
    if (node instanceof Scalar line && TagParser.containsTag(line.value())) {
      Set<String> tags = new LinkedHashSet<>();
      for (Tag tag : TagParser.parse(line).value().orElse(List.of())) {
        tags.add(line.value().substring(tag.start(), tag.end()));
      }
      return node.span().pathAndLine()
          + " makes it of "
          + String.join(" and ", tags)
          + ", and what is live does not hold "
          + (tags.size() == 1 ? "that value" : "those values");
    }
    return !(node instanceof Scalar) && node.span().text().contains("#")
        ? "the comments in " + node.span().pathAndLine() + " would be lost"
        : null;
  }

  private static boolean isOfCalendar(Origin origin) {
    return origin.reachable().stream().anyMatch(input -> input.layer() == Layer.CALENDAR);
  }

  /// The one-off change with the value for its period only; null if it has none.
  public @Nullable WriteCandidate periodChange(FieldEdit edit, String reason) {
    return PeriodEdits.change(edit, context.text(), context.places(), reason);
  }

  private void addRemovals(Origin origin, List<WriteCandidate> found) {
    SourcePlace place = context.places().find(origin.span());
    if (place == null || place.owner() == null || place.entry() == null) {
      return;
    }
    TextEdit removal = RemovalEdits.entry(place.owner(), place.entry());
    if (removal != null) {
      found.add(WriteCandidate.of(WritePlace.LINE, removal));
    }
    found.add(
        WriteCandidate.of(
            WritePlace.LINE,
            new TextEdit(place.node().span(), place.node().span().length() == 0 ? " null" : "null"),
            "as null, so that it stays absent"));
  }

  /// The texts for a live value, the one that its author would write first.
  private List<String> values(FieldEdit edit, Json live) {
    List<String> values = new ArrayList<>();
    if (edit.field().type() == FieldType.DATE && edit.written() instanceof Scalar written) {
      values.addAll(DateShifts.moved(written.value(), edit.businessDays()));
    }
    String plain = context.text().plain(edit.field(), live, edit.document());
    if (plain != null) {
      values.add(plain);
    }
    return values;
  }

  private void addLines(FieldEdit edit, Origin origin, Json live, List<WriteCandidate> found) {
    SourcePlace place = context.places().find(origin.span());
    YamlNode node = place == null ? null : place.node();
    if (place == null || !(node instanceof Scalar line)) {
      Json was = edit.defined();
      if (node != null && was != null && edit.field().role() == FieldRole.ARGUMENTS) {
        YamlNode written = edit.written();
        new ArgumentEdits(context, edit).add(written == null ? node : written, was, live, found);
      } else if (node != null && was != null) {
        CollectionEdits.replace(node, was, live)
            .ifPresent(
                edits -> found.add(new WriteCandidate(WritePlace.LINE, edits, Map.of(), "")));
      }
      return;
    }
    List<String> values = values(edit, live);
    if (values.isEmpty() && edit.written() != null && !TagParser.containsTag(line.value())) {
      found.add(WriteCandidate.of(WritePlace.LINE, new TextEdit(line.span(), YamlText.flow(live))));
    }
    String was = edit.written() instanceof Scalar written ? written.value() : line.value();
    for (String value : values) {
      String note = edit.note(was, value);
      addLine(edit, place, was, value, note, found);
      addInputs(edit, origin, was, value, note, found);
    }
  }

  private void addLine(
      FieldEdit edit,
      SourcePlace place,
      String was,
      String value,
      String note,
      List<WriteCandidate> found) {
    if (!(place.node() instanceof Scalar line)) {
      return;
    }
    if (!TagParser.containsTag(line.value())) {
      found.add(
          context.made(
              edit,
              WritePlace.LINE,
              ScalarEdits.replace(place, line, YamlText.escapeTags(value)),
              note));
      return;
    }
    String realigned = TagTexts.realign(line, was, value);
    if (realigned != null) {
      found.add(
          context.made(edit, WritePlace.LINE, ScalarEdits.replace(place, line, realigned), note));
    }
    String name = TagTexts.singleName(line);
    String other = name == null ? null : onlyVariableWith(edit, value);
    if (name != null && other != null && !other.equals(name)) {
      String text = line.value().replace(name, other);
      found.add(
          context.made(
              edit,
              WritePlace.LINE,
              ScalarEdits.replace(place, line, text),
              "from variable " + other));
    }
  }

  /// The only variable that has a value; null if there are none or several.
  private static @Nullable String onlyVariableWith(FieldEdit edit, String value) {
    String only = null;
    for (Map.Entry<String, YamlNode> variable : edit.process().variables().values().entrySet()) {
      if (variable.getValue() instanceof Scalar scalar && scalar.value().equals(value)) {
        if (only != null) {
          return null;
        }
        only = variable.getKey();
      }
    }
    return only;
  }

  /// Adds what the text inserts: arguments, cells, variables.
  private void addInputs(
      FieldEdit edit,
      Origin origin,
      String was,
      String value,
      String note,
      List<WriteCandidate> found) {
    for (Origin input : origin.reachable()) {
      TextEdit at = input == origin ? null : InputEdits.of(context.places(), input, was, value);
      if (at != null) {
        found.add(context.made(edit, WritePlace.USE, at, note));
      }
    }
  }
}
