package dev.procc.language.project;

import dev.procc.base.source.Span;

/// A cell of a table: its value and span.
record CsvCell(String value, Span span) {
  boolean isEmpty() {
    return value.isEmpty() && span.length() == 0;
  }
}
