package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.YamlText;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.writeback.SourcePlaces.SourcePlace;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldType;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The edits of a node's own fields, which take precedence over a default, a merge or an alias.
final class NodeFields {
  private static final Pattern ALIAS = Pattern.compile(":[ \\t]*(\\*[^\\s,\\]}]+)");
  private final WriteContext context;
  private final FieldEdit edit;

  NodeFields(WriteContext context, FieldEdit edit) {
    this.context = context;
    this.edit = edit;
  }

  /// @param values the texts for the live value; empty if it is not a scalar
  void addOverrides(List<String> values, List<WriteCandidate> found) {
    Mapping mapping = mapping();
    if (mapping == null) {
      return;
    }
    String name = edit.field().name();
    MappingEntry own = mapping.entry(name);
    if (own != null && own.mergedAt() == null) {
      Span alias = aliasOf(own);
      if (alias != null) {
        addArguments(text -> new TextEdit(alias, text), found);
        values.forEach(value ->
            found.add(
                context.made(
                    edit, WritePlace.OVERRIDE, new TextEdit(alias, YamlText.inline(value)), "")));
      }
      return;
    }
    Json live = edit.live();
    if (edit.field().role() == FieldRole.ARGUMENTS) {
      addArguments(text -> ListEdits.insertEntry(mapping, name, text), found);
    } else if (values.isEmpty() && live != null) {
      found.add(
          WriteCandidate.of(
              WritePlace.OVERRIDE, ListEdits.insertEntry(mapping, name, YamlText.flow(live))));
    }
    for (String value : values) {
      int indent = ListEdits.column(mapping);
      String written = mapping.flow() ? YamlText.inline(value) : YamlText.block(value, indent);
      String text = typed(value, written);
      String was = edit.written() instanceof Scalar scalar ? scalar.value() : "";
      found.add(
          context.made(
              edit,
              WritePlace.OVERRIDE,
              ListEdits.insertEntry(mapping, name, text),
              edit.note(was, value)));
    }
  }

  /// Adds raw arguments of the node's own, with the expressions of those that they replace.
  private void addArguments(Function<String, TextEdit> at, List<WriteCandidate> found) {
    for (boolean typed : new boolean[] {false, true}) {
      ArgumentText arguments = ArgumentText.of(edit, context.text(), typed);
      String text = arguments.write(context.places());
      if (text != null) {
        String note = String.join("; ", arguments.notes());
        found.add(
            WriteCandidate.of(WritePlace.OVERRIDE, at.apply(text), note).with(arguments.text()));
      }
    }
  }

  /// The scalar for a value; a date, a boolean or a number is not a text.
  private String typed(String value, String written) {
    return edit.live() instanceof Json.Str && edit.field().type() != FieldType.DATE
        ? written
        : value;
  }

  private @Nullable Mapping mapping() {
    ResolvedNode node = edit.node();
    if (node != null) {
      SourcePlace place = context.places().find(node.origin().span());
      return place != null && place.node() instanceof Mapping mapping ? mapping : null;
    }
    SourceFile file = edit.process().resolved().decl().key().span().file();
    for (SourceDocument document : context.documents("Process")) {
      if (document.file() == file
          && document.key().equals(edit.process().resolved().decl().key().value())) {
        return document.mapping();
      }
    }
    return null;
  }

  /// The span of `*name` of an entry whose value is elsewhere; null if it is here.
  private static @Nullable Span aliasOf(MappingEntry own) {
    Span key = own.key().span();
    Matcher alias = ALIAS.matcher(key.file().text()).region(key.end(), key.file().text().length());
    return alias.lookingAt() ? new Span(key.file(), alias.start(1), alias.end(1)) : null;
  }
}
