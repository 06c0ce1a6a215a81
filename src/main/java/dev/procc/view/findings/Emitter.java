package dev.procc.view.findings;

import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;

/// One form in which findings are shown: a class, a line in `Emitters`, goldens.
public interface Emitter {
  /// What is typed after `--format`: `sarif`.
  String name();

  /// The whole document, with a line end at its end where it is not empty.
  ///
  /// @param style only for forms that people read
  SafeText emit(FindingsReport findings, Style style);
}
