package dev.procc.view.report;

/// How much a comment says.
enum MarkdownLevel {
  FULL("full", Integer.MAX_VALUE, Integer.MAX_VALUE, true),
  ROWS("rows", 200, 40, false),
  CAUSES("causes", 60, 8, false),
  VERDICT("verdict", 20, 0, false);

  private final String word;
  private final int processes;
  private final int rows;
  private final boolean calls;

  MarkdownLevel(String word, int processes, int rows, boolean calls) {
    this.word = word;
    this.processes = processes;
    this.rows = rows;
    this.calls = calls;
  }

  String word() {
    return word;
  }

  /// Processes that are told one by one.
  int processes() {
    return processes;
  }

  /// Rows of a table.
  int rows() {
    return rows;
  }

  /// Whether the calls are listed.
  boolean calls() {
    return calls;
  }
}
