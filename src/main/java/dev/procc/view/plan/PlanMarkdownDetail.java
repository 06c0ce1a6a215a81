package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.MarkdownPage;

/// The levels of detail of a comment.
enum PlanMarkdownDetail {
  FULL("full", Integer.MAX_VALUE, Integer.MAX_VALUE, true),
  ROWS("rows", 200, 40, false),
  CAUSES("causes", 60, 8, false),
  VERDICT("verdict", 20, 0, false);

  /// The command that shows all of a plan.
  static final String COMMAND = "procc plan --detail";

  private final String word;
  private final int maxProcesses;
  private final int maxRows;
  private final boolean listsCalls;

  PlanMarkdownDetail(String word, int processes, int rows, boolean calls) {
    this.word = word;
    this.maxProcesses = processes;
    this.maxRows = rows;
    this.listsCalls = calls;
  }

  String word() {
    return word;
  }

  /// The most processes that are shown singly.
  int maxProcesses() {
    return maxProcesses;
  }

  /// The most rows of a table.
  int maxRows() {
    return maxRows;
  }

  /// How many rows of a table are shown.
  int shown(int all) {
    return Plural.shown(all, maxRows);
  }

  /// Whether the calls are listed.
  boolean listsCalls() {
    return listsCalls;
  }

  /// Ends a list or a table with the number of rows that are left out.
  void writeMore(MarkdownPage out, PlanLabels labels, int all) {
    out.more(all, maxRows, labels.command(COMMAND));
  }
}
