package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.edit.YamlText;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.writeback.SourcePlaces.SourcePlace;
import dev.procc.language.yaml.node.Scalar;
import org.jspecify.annotations.Nullable;

/// Edits of what tags insert into a text: arguments, cells, variables.
final class InputEdits {
  private InputEdits() {}

  /// The edit of one input by which a text changes to another one; null if it cannot.
  static @Nullable TextEdit of(SourcePlaces places, Origin input, String was, String value) {
    SourcePlace place = places.find(input.span());
    boolean cell = place == null && input.layer() == Layer.ROW;
    String part =
        cell
            ? cellText(input.span().text())
            : place != null && place.node() instanceof Scalar scalar ? scalar.value() : "";
    if (TagParser.containsTag(part) || part.indexOf('\n') >= 0) {
      return null;
    }
    String now = TagTexts.solve(part, was, value);
    if (now == null) {
      return null;
    }
    if (cell) {
      return ScalarEdits.replaceCell(input.span(), now);
    }
    return place != null && place.node() instanceof Scalar scalar
        ? ScalarEdits.replace(place, scalar, YamlText.escapeTags(now))
        : null;
  }

  private static String cellText(String cell) {
    return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }
}
