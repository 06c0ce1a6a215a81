package dev.procc.base.source;

import org.jspecify.annotations.Nullable;

/// The cell of a table that a value was taken from as it is: where a fault of the value is mended.
public final class TableCell {
  private TableCell() {}

  /// The text of the cell; null if the value is from no cell, or more than one cell made it.
  public static @Nullable Span of(Origin origin, String value) {
    if (origin.layer() == Layer.ROW) {
      String text = origin.span().text();
      boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
      String plain = quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
      return plain.equals(value) ? origin.span() : null;
    }
    Span found = null;
    for (Origin input : origin.inputs()) {
      boolean around =
          input.layer() == Layer.TEMPLATE_USE
              || input.layer() == Layer.LOOP
              || input.layer() == Layer.CONDITION;
      Span cell = around ? null : of(input, value);
      if (cell != null && found != null && !cell.equals(found)) {
        return null;
      }
      found = cell == null ? found : cell;
    }
    return found;
  }
}
