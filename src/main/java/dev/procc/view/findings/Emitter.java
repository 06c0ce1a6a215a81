package dev.procc.view.findings;

import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;

/// An output format for findings: a class, a line in `Emitters`, goldens.
public interface Emitter {
  /// The name after `--format`: `sarif`.
  String name();

  /// The whole document, with a line end at the end unless it is empty.
  ///
  /// @param style only for formats that people read
  SafeText emit(FindingsReport findings, Style style);
}
