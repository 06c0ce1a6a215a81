package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.YamlText;
import dev.procc.language.importing.LiveText;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Edits of one-off changes in the document of a period.
final class PeriodEdits {
  private PeriodEdits() {}

  static @Nullable WriteCandidate change(
      FieldEdit edit, LiveText text, SourcePlaces places, String reason) {
    PeriodDecl period = edit.process().period();
    if (period == null) {
      return null;
    }
    Mapping document = document(period, places);
    String value = value(edit, text);
    String at = at(edit, period);
    String field = edit.field().name();
    YamlNode known = document.get("changes");
    if (known instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Mapping change
            && change.get("at") instanceof Scalar there
            && there.value().equals(at)
            && change.get(field) == null) {
          TextEdit more = ListEdits.insertEntry(change, field, value);
          return WriteCandidate.of(WritePlace.PERIOD, more).with(text);
        }
      }
    }
    TextEdit added = added(document, at, field + ": " + value, reason);
    return WriteCandidate.of(WritePlace.PERIOD, added).with(text);
  }

  private static String value(FieldEdit edit, LiveText text) {
    Json live = edit.live();
    String plain = live == null ? "null" : text.plain(edit.field(), live, edit.document());
    if (plain == null) {
      return YamlText.flow(live == null ? Json.NULL : live);
    }
    return live instanceof Json.Str && edit.field().type() != FieldType.DATE
        ? YamlText.inline(plain)
        : plain;
  }

  private static TextEdit added(Mapping document, String at, String field, String reason) {
    String item =
        "{ at: "
            + YamlText.inline(at)
            + ", "
            + field
            + ", reason: "
            + YamlText.inline(reason)
            + " }";
    YamlNode known = document.get("changes");
    return known == null
        ? ListEdits.appendEntries(document, List.of("changes:\n  - " + item))
        : ListEdits.insertItem(
            document, "changes", item, known instanceof Sequence list ? list.items().size() : 0);
  }

  /// The document as written; that of the declaration is expanded.
  private static Mapping document(PeriodDecl period, SourcePlaces places) {
    SourcePlaces.SourcePlace place = places.find(period.document().span());
    return place != null && place.node() instanceof Mapping mapping ? mapping : period.document();
  }

  private static String at(FieldEdit edit, PeriodDecl period) {
    String identity = edit.process().identity();
    String key = edit.process().resolved().decl().key().value();
    if (edit.address().equals(identity)) {
      return key;
    }
    String path = edit.address().substring(identity.length() + 1);
    return period.processes().size() > 1 ? key + "/" + path : path;
  }
}
