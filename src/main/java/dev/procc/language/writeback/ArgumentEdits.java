package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.edit.YamlText;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.importing.LiveText;
import dev.procc.language.importing.RawArguments;
import dev.procc.language.writeback.ArgumentExpression.ExpressionKind;
import dev.procc.language.writeback.SourcePlaces.SourcePlace;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Edits that give raw arguments another value, part by part: what is equal stays as written, `{
/// person }` stays a name and `{ date }` an expression where they can.
final class ArgumentEdits {
  private static final int MAX_CANDIDATES = 24;

  private final WriteContext context;
  private final FieldEdit edit;

  /// The ways to write each part that differs, the one that its author would write first.
  private final List<List<PartEdit>> parts = new ArrayList<>();

  private boolean isPossible = true;

  /// One way to write a part.
  ///
  /// @param people whose aliases it needs
  private record PartEdit(WritePlace place, TextEdit at, List<Json.Obj> people, String note) {}

  ArgumentEdits(WriteContext context, FieldEdit edit) {
    this.context = context;
    this.edit = edit;
  }

  /// Adds the candidates for a value that is written as a mapping or list.
  ///
  /// @param node the value as written, expanded where it is known
  void add(YamlNode node, Json was, Json now, List<WriteCandidate> found) {
    collect(node, was, now, false);
    if (!isPossible || parts.isEmpty()) {
      return;
    }
    int all = 1;
    for (List<PartEdit> ways : parts) {
      all = Math.min(MAX_CANDIDATES, all * ways.size());
    }
    for (int i = 0; i < all; i++) {
      found.add(candidate(i));
    }
  }

  /// The candidate with a number: the last part changes first.
  private WriteCandidate candidate(int number) {
    LiveText text = context.text();
    List<TextEdit> lines = new ArrayList<>();
    List<TextEdit> uses = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    int rest = number;
    for (List<PartEdit> ways : parts.reversed()) {
      PartEdit way = ways.get(rest % ways.size());
      rest /= ways.size();
      (way.place() == WritePlace.USE ? uses : lines).addFirst(way.at());
      way.people().forEach(text::person);
      if (!way.note().isEmpty()) {
        notes.add(way.note());
      }
    }
    String note = String.join("; ", List.copyOf(notes).reversed());
    WritePlace place = lines.isEmpty() ? WritePlace.USE : WritePlace.LINE;
    lines.addAll(uses);
    return new WriteCandidate(place, lines, Map.of(), note).with(text);
  }

  private void collect(YamlNode node, Json was, Json now, boolean literal) {
    if (was.equals(now)) {
      return;
    }
    ArgumentExpression expression = literal ? null : ArgumentExpression.of(node);
    if (expression != null) {
      collectExpression(expression, was, now);
    } else if (node instanceof Mapping mapping
        && was instanceof Json.Obj before
        && now instanceof Json.Obj after) {
      collectMembers(mapping, before.members(), after.members(), literal);
    } else if (node instanceof Sequence list
        && was instanceof Json.Arr before
        && now instanceof Json.Arr after) {
      collectItems(list, before.items(), after.items(), literal);
    } else if (node instanceof Scalar scalar
        && was instanceof Json.Str
        && now instanceof Json.Str after) {
      collectText(scalar, after.value());
    } else {
      replace(node, was, now, literal);
    }
  }

  private void collectExpression(ArgumentExpression expression, Json was, Json now) {
    if (expression.kind() == ExpressionKind.RAW) {
      collect(expression.value(), was, now, true);
      return;
    }
    if (!(expression.value() instanceof Scalar scalar) || !expression.canGive(now)) {
      String text = YamlText.flow(RawArguments.escape(now));
      addPart(List.of(whole(expression.node(), text, List.of(), expression.loss())));
      return;
    }
    List<PartEdit> ways = new ArrayList<>();
    if (now instanceof Json.Obj participant) {
      String alias = context.text().person(participant);
      addWays(scalar, alias, List.of(participant), "as " + alias, ways);
    } else {
      for (String date : ArgumentExpression.dates(edit, scalar.value(), was, now)) {
        addWays(scalar, date, List.of(), FieldEdit.dateNote(scalar.value(), date), ways);
      }
    }
    addPart(ways);
  }

  private void collectText(Scalar scalar, String now) {
    List<PartEdit> ways = new ArrayList<>();
    addWays(scalar, now, List.of(), "", ways);
    if (ways.isEmpty()) {
      String note = "without the tags in " + scalar.span().text().strip();
      addPart(List.of(whole(scalar, YamlText.inline(now), List.of(), note)));
    } else {
      addPart(ways);
    }
  }

  private void addPart(List<PartEdit> ways) {
    isPossible &= !ways.isEmpty();
    parts.add(ways);
  }

  /// Adds the ways to give a scalar another text: in its line, else in what is put into it.
  private void addWays(
      Scalar scalar, String text, List<Json.Obj> people, String note, List<PartEdit> ways) {
    SourcePlace place = context.places().find(scalar.span());
    if (place == null || !(place.node() instanceof Scalar line)) {
      return;
    }
    if (!TagParser.containsTag(line.value())) {
      ways.add(new PartEdit(WritePlace.LINE, replaceText(place, line, text), people, note));
      return;
    }
    String realigned = TagTexts.realign(line, scalar.value(), text);
    if (realigned != null) {
      TextEdit at = ScalarEdits.replace(place, line, realigned);
      ways.add(new PartEdit(WritePlace.LINE, at, people, note));
    }
    for (Origin input : scalar.origin().reachable()) {
      TextEdit at =
          input == scalar.origin()
              ? null
              : InputEdits.of(context.places(), input, scalar.value(), text);
      if (at != null) {
        ways.add(new PartEdit(WritePlace.USE, at, people, note));
      }
    }
  }

  /// A text of one line is quoted where it would be read as something else; a typed date in `{ date
  /// }` never is.
  private static TextEdit replaceText(SourcePlace place, Scalar line, String text) {
    if (!line.isPlain() || line.span().length() == 0 || text.indexOf('\n') >= 0) {
      return ScalarEdits.replace(place, line, YamlText.escapeTags(text));
    }
    boolean isDate = place.owner() != null && ArgumentExpression.of(place.owner()) != null;
    return new TextEdit(
        line.span(), isDate && ScalarValues.date(text) != null ? text : YamlText.inline(text));
  }

  /// Replaces a node as a whole, with the expressions in it.
  private void replace(YamlNode node, Json was, Json now, boolean literal) {
    if (literal) {
      addPart(List.of(whole(node, YamlText.flow(now), List.of(), "")));
      return;
    }
    List<PartEdit> ways = new ArrayList<>();
    for (boolean typed : new boolean[] {false, true}) {
      ArgumentText way = ArgumentText.of(edit, context.text(), typed);
      String text = way.write(node, was, now);
      String note = String.join("; ", way.notes());
      ways.add(whole(node, text, List.copyOf(way.people()), note));
    }
    addPart(ways);
  }

  private PartEdit whole(YamlNode node, String text, List<Json.Obj> people, String note) {
    SourcePlace place = context.places().find(node.span());
    isPossible &= place != null && !node.span().text().contains("#");
    TextEdit at = new TextEdit(node.span(), node.span().length() == 0 ? " " + text : text);
    return new PartEdit(WritePlace.LINE, at, people, note);
  }

  private void change(@Nullable TextEdit at) {
    isPossible &= at != null;
    if (at != null) {
      addPart(List.of(new PartEdit(WritePlace.LINE, at, List.of(), "")));
    }
  }

  private void collectMembers(
      Mapping mapping, Map<String, Json> was, Map<String, Json> now, boolean literal) {
    SourcePlace place = context.places().find(mapping.span());
    if (place == null || !(place.node() instanceof Mapping source)) {
      isPossible = false;
      return;
    }
    Map<String, Json> added = new LinkedHashMap<>(now);
    mapping.entries().forEach(entry -> added.remove(entry.key().value()));
    boolean anyStays = now.size() > added.size();
    if (!anyStays) {
      replace(mapping, new Json.Obj(was), new Json.Obj(now), literal);
      return;
    }
    for (MappingEntry entry : mapping.entries()) {
      String name = entry.key().value();
      Json after = now.get(name);
      if (after != null) {
        collect(entry.value(), was.getOrDefault(name, Json.NULL), after, literal);
      } else if (was.containsKey(name)) {
        MappingEntry own = source.entry(name);
        change(own == null ? null : RemovalEdits.entry(source, own));
      }
    }
    if (!added.isEmpty()) {
      List<String> entries = new ArrayList<>();
      added.forEach((name, value) ->
          entries.add(
              YamlText.inline(name)
                  + ": "
                  + YamlText.flow(literal ? value : RawArguments.escape(value))));
      change(ListEdits.appendEntries(source, entries));
    }
  }

  /// Collects the items one by one if there are as many as before; else writes the list anew.
  private void collectItems(Sequence list, List<Json> was, List<Json> now, boolean literal) {
    if (was.size() != now.size() || list.items().size() != was.size()) {
      replace(list, new Json.Arr(was), new Json.Arr(now), literal);
      return;
    }
    for (int i = 0; i < was.size(); i++) {
      collect(list.items().get(i), was.get(i), now.get(i), literal);
    }
  }
}
