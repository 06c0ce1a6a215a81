package dev.procc.view.report;

import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What differs between two versions of the definitions, as people read it: process by process the
/// lines that make changes with what they change, and what a plan would be if live equals the
/// first.
public final class DiffText {
  private final Plan plan;
  private final PlanWords words;
  private final boolean detail;
  private final Style style;
  private final Page page = new Page();

  private DiffText(Plan plan, boolean detail, Style style) {
    this.plan = plan;
    this.words = new PlanWords(plan);
    this.detail = detail;
    this.style = style;
  }

  /// The text, with a line end at its end.
  ///
  /// @param from what is compared with, in words
  /// @param to what it became
  /// @param detail whether every name is told
  public static String render(Plan plan, String from, String to, boolean detail, Style style) {
    return new DiffText(plan, detail, style).render(from, to);
  }

  private String render(String from, String to) {
    page.wrap(0, 2, "procc diff   " + Columns.shown(from) + " -> " + Columns.shown(to));
    page.blank();
    for (ProcessPlan process : plan.processes()) {
      if (process.acts() || !process.warnings().isEmpty()) {
        one(process);
      }
    }
    page.wrap(0, 2, "If live equals the base: " + ImpactWords.sums(plan.summary()));
    return page.toString();
  }

  private void one(ProcessPlan process) {
    String name = process.name().isEmpty() ? "" : "  \"" + Columns.shown(process.name()) + "\"";
    page.line(style.bold(Columns.shown(process.identity())) + name);
    page.wrap(2, 2, Columns.shown(ImpactWords.verdict(process)));
    if (process.replaces()) {
      String without = new Certificate(process).counterfactual();
      if (!without.isEmpty()) {
        page.wrap(2, 2, without);
      }
    }
    EffectText effects = new EffectText(words, style, process, detail);
    blocks(process)
        .forEach((heading, changes) -> {
          page.wrap(2, 2, heading);
          effects.write(page, changes, -1);
        });
    page.blank();
  }

  /// Changes by the line that made them, the line with most of them first.
  private Map<String, List<FieldChange>> blocks(ProcessPlan process) {
    Map<String, List<FieldChange>> found = new LinkedHashMap<>();
    for (FieldChange change : process.changes()) {
      boolean whole = change.field().equals(FieldChange.NODE) && change.kind().equals("process");
      if (change.effective() && !whole) {
        found.computeIfAbsent(heading(change), h -> new ArrayList<>()).add(change);
      }
    }
    List<Map.Entry<String, List<FieldChange>>> sorted = new ArrayList<>(found.entrySet());
    sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
    Map<String, List<FieldChange>> blocks = new LinkedHashMap<>();
    sorted.forEach(block -> blocks.put(block.getKey(), block.getValue()));
    return blocks;
  }

  private String heading(FieldChange change) {
    if (change.causes().isEmpty()) {
      return "The definition";
    }
    Cause cause = change.causes().getFirst();
    String text =
        cause.text().isEmpty() ? "a line was removed after it" : Columns.shown(cause.text());
    return style.cyan(Columns.shown(cause.place())) + "   " + text;
  }
}
