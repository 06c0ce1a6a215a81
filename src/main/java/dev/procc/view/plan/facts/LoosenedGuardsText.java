package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.LoosenedGuard;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.List;

/// The guards of live processes that a change loosens, shown before everything else.
public final class LoosenedGuardsText {
  private LoosenedGuardsText() {}

  private static String heading(List<LoosenedGuard> guards) {
    return "This change loosens " + Plural.of(guards.size(), "guard");
  }

  public static void write(TextPage page, List<LoosenedGuard> guards, Style style) {
    if (guards.isEmpty()) {
      return;
    }
    page.wrap(0, 2, style.red(heading(guards)));
    for (LoosenedGuard guard : guards) {
      String place = guard.location().isEmpty() ? "" : guard.location() + "   ";
      page.wrap(2, 4, TerminalText.sanitize(place + guard.message()));
    }
    page.blank();
  }

  /// @param max the most guards that are listed
  public static void writeMarkdown(MarkdownPage out, List<LoosenedGuard> guards, int max) {
    if (guards.isEmpty()) {
      return;
    }
    out.heading(3).append("⚠ " + heading(guards)).line();
    int most = Plural.shown(guards.size(), max);
    int shown = 0;
    for (LoosenedGuard guard : guards) {
      if (shown++ == most) {
        out.item().append("and " + (guards.size() - most) + " more").line();
        break;
      }
      out.item();
      if (!guard.location().isEmpty()) {
        out.code(guard.location()).append(" ");
      }
      out.append(guard.message()).line();
    }
    out.line();
  }
}
