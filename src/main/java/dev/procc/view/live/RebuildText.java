package dev.procc.view.live;

import dev.procc.live.recover.LedgerRebuild.RebuildOutcome;
import dev.procc.live.recover.LedgerRebuild.RebuildRow;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// The rebuilt entries of a ledger, as text.
public final class RebuildText {
  private static final int MAX_DIFFERENCES = 5;

  private RebuildText() {}

  /// The text: one or more lines for each process, and the counts.
  ///
  /// @param written whether they are written
  public static SafeText render(List<RebuildRow> rows, boolean written) {
    TextPage text = new TextPage();
    rows.forEach(row -> appendRow(text, row));
    return text.line(summary(rows, written)).toText();
  }

  private static void appendRow(TextPage text, RebuildRow row) {
    String lead =
        switch (row.outcome()) {
          case SOUND -> "  ";
          case RECORD -> "+ ";
          case NOTHING -> "- ";
          case REFUSED -> "! ";
        };
    String id = row.id() == null || row.outcome() == RebuildOutcome.REFUSED ? "" : "  " + row.id();
    text.append(lead).append(row.identity()).append(id).append("  ").append(row.message());
    text.append('\n');
    int shown = 0;
    for (String one : row.differences()) {
      if (shown++ == MAX_DIFFERENCES) {
        appendLine(text, "and " + (row.differences().size() - MAX_DIFFERENCES) + " more");
        break;
      }
      appendLine(text, one);
    }
    if (!row.differences().isEmpty()) {
      appendLine(text, "nobody knows who made these: procc apply undoes none of them unasked");
    }
    if (!row.help().isEmpty()) {
      appendLine(text, row.help());
    }
  }

  private static void appendLine(TextPage text, String words) {
    text.append("    ").append(words).append('\n');
  }

  private static String summary(List<RebuildRow> rows, boolean written) {
    int[] counts = new int[RebuildOutcome.values().length];
    rows.forEach(row -> counts[row.outcome().ordinal()]++);
    List<String> parts = new ArrayList<>();
    add(parts, counts[RebuildOutcome.RECORD.ordinal()], written ? " recorded" : " to record");
    add(parts, counts[RebuildOutcome.SOUND.ordinal()], " recorded already");
    add(parts, counts[RebuildOutcome.NOTHING.ordinal()], " not in Workiva");
    add(parts, counts[RebuildOutcome.REFUSED.ordinal()], " for you to decide");
    return parts.isEmpty() ? "Nothing to record" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + what);
    }
  }
}
