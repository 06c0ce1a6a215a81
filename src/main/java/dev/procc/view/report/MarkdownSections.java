package dev.procc.view.report;

import dev.procc.live.planfile.Addition;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.HandStep;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanOutline;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Reason;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.RunPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The part of a comment that is about one process.
final class MarkdownSections {
  /// Fields that only the process has.
  private static final List<String> ONE_OF_A_KIND =
      List.of(
          "autoClose",
          "certAutoApprove",
          "relativeDates",
          "calendars",
          "businessStartDate",
          "businessEndDate",
          "businessDaysOfWeek",
          "businessDateExclusions",
          "businessDateInclusions",
          "ipmBetaEnabled",
          "iwmOptOut");

  private final StringBuilder out;
  private final ProcessPlan process;
  private final MarkdownLevel level;
  private final PlanWords words;

  private MarkdownSections(StringBuilder out, Plan plan, ProcessPlan process, MarkdownLevel level) {
    this.out = out;
    this.process = process;
    this.level = level;
    this.words = new PlanWords(plan);
  }

  static void write(StringBuilder out, Plan plan, ProcessPlan process, MarkdownLevel level) {
    new MarkdownSections(out, plan, process, level).write(plan);
  }

  private void write(Plan plan) {
    out.append("**")
        .append(MarkdownText.plain(process.name().isEmpty() ? process.identity() : process.name()))
        .append("** (")
        .append(MarkdownText.code(process.identity()))
        .append(", target **")
        .append(MarkdownText.plain(plan.target()))
        .append("**), as of ")
        .append(PlanWords.day(plan.asOf()))
        .append('\n');
    Page state = new Page();
    RunPlan run = process.run();
    if (run != null && process.ofRun()) {
      state.line("The run: " + RunText.head(run) + ".");
    } else {
      StateText.write(state, process, words);
    }
    out.append(MarkdownText.plain(String.join(" ", state.toString().strip().split("\\s+"))))
        .append("\n\n");
    for (Refusal refusal : process.refusals()) {
      refusal(out, refusal);
    }
    if (level.rows() > 0) {
      created();
      causes();
      dates();
      others();
      people();
      edits();
    }
    whyNotInPlace();
    run();
    for (String warning : process.warnings()) {
      out.append("> ").append(MarkdownText.plain(warning)).append("\n\n");
    }
    if (level.calls()) {
      calls();
    }
  }

  static void refusal(StringBuilder out, Refusal refusal) {
    out.append("> **Refused (").append(MarkdownText.plain(refusal.rule())).append(")** ");
    out.append(MarkdownText.plain(refusal.message()));
    if (refusal.flag() != null) {
      out.append("; lifted by ").append(MarkdownText.code(refusal.flag()));
    }
    if (refusal.way() != null) {
      out.append("; or: ").append(MarkdownText.plain(refusal.way()));
    }
    out.append("\n\n");
  }

  private List<FieldChange> mine() {
    List<FieldChange> mine = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      boolean whole = change.kind().equals("process") && change.field().equals(FieldChange.NODE);
      if (change.effective() && !change.origin().equals("drift") && !whole) {
        mine.add(change);
      }
    }
    return mine;
  }

  /// What a new process holds, task by task.
  private void created() {
    List<PlanOutline.Line> lines = CreateText.lines(process);
    if (lines.isEmpty()) {
      return;
    }
    long groups = lines.stream().filter(line -> line.kind().equals("group")).count();
    out.append("<details><summary>")
        .append(PlanWords.count(lines.size() - groups, "task"))
        .append(groups == 0 ? "" : " in " + PlanWords.count(groups, "group"))
        .append(", ")
        .append(PlanWords.count(process.dateCount(), "due date"))
        .append("</summary>\n\n");
    EffectText effects = new EffectText(words, Style.PLAIN, process, true);
    int shown = 0;
    for (PlanOutline.Line line : lines) {
      if (shown++ == level.rows()) {
        break;
      }
      String who = effects.who(line.child());
      String name = line.name().isEmpty() ? line.kind() : line.name();
      out.append("  ".repeat(line.depth()))
          .append("- **")
          .append(MarkdownText.plain(Columns.shown(name)))
          .append("**")
          .append(who.isEmpty() ? "" : ": " + MarkdownText.plain(who))
          .append('\n');
    }
    more(lines.size());
    out.append("</details>\n\n");
  }

  private void causes() {
    Map<Cause, List<FieldChange>> byCause = new LinkedHashMap<>();
    for (FieldChange change : mine()) {
      if (!change.causes().isEmpty()) {
        byCause.computeIfAbsent(change.causes().getFirst(), c -> new ArrayList<>()).add(change);
      }
    }
    if (byCause.isEmpty()) {
      return;
    }
    List<Map.Entry<Cause, List<FieldChange>>> sorted = new ArrayList<>(byCause.entrySet());
    sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
    out.append("| # | Source | Line | Effect |\n|---|---|---|---|\n");
    int number = 1;
    for (Map.Entry<Cause, List<FieldChange>> cause : sorted) {
      if (number > level.rows()) {
        break;
      }
      String text = cause.getKey().text();
      out.append("| ")
          .append(number++)
          .append(" | ")
          .append(MarkdownText.code(cause.getKey().place()))
          .append(" | ")
          .append(text.isEmpty() ? "a line was removed after it" : MarkdownText.code(text))
          .append(" | ")
          .append(effect(cause.getValue()))
          .append(" |\n");
    }
    more(sorted.size());
  }

  private static String effect(List<FieldChange> changes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<String> alone = new HashSet<>();
    boolean replaces = false;
    for (FieldChange change : changes) {
      String noun =
          switch (change.field()) {
            case "dueDate", "approverDueDate" -> "date";
            case "title", "name" -> "name";
            case FieldChange.NODE ->
                (change.before() == null ? "new " : "removed ") + PlanWords.noun(change.kind());
            case FieldChange.POSITION, FieldChange.PARENT -> "move";
            default ->
                MarkdownText.plain(
                    ONE_OF_A_KIND.contains(change.field())
                        ? PlanWords.label(change)
                        : change.field());
          };
      if (ONE_OF_A_KIND.contains(change.field())) {
        alone.add(noun);
      }
      counts.merge(noun, 1, Integer::sum);
      replaces |=
          change.reason() == Reason.NOT_PATCHABLE
              || change.reason() == Reason.STRUCTURE_CHANGED
              || change.reason() == Reason.ORDER_CHANGED;
    }
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (noun, n) -> parts.add(n == 1 && alone.contains(noun) ? noun : PlanWords.count(n, noun)));
    return String.join(", ", parts) + (replaces ? "; **needs a replacement**" : "");
  }

  private void more(int all) {
    if (all > level.rows()) {
      out.append("\nand ").append(all - level.rows()).append(" more\n");
    }
    out.append('\n');
  }

  private void dates() {
    Map<String, List<FieldChange>> rows = new LinkedHashMap<>();
    int moving = 0;
    for (FieldChange change : mine()) {
      if (EffectText.moves(change)) {
        moving++;
        rows.computeIfAbsent(
                PlanWords.dateLabel(change) + change.before() + change.after() + change.rule(),
                r -> new ArrayList<>())
            .add(change);
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    out.append("### Dates that move (")
        .append(Math.max(0, process.dateCount() - moving))
        .append(process.dateCount() - moving == 1 ? " stays" : " stay")
        .append(")\n| What | Was | Will be | Rule |\n|---|---|---|---|\n");
    int shown = 0;
    for (List<FieldChange> row : rows.values()) {
      if (shown++ == level.rows()) {
        break;
      }
      FieldChange first = row.getFirst();
      String rule = first.rule();
      out.append("| ")
          .append(places(row))
          .append(PlanWords.dateLabel(first))
          .append(" | ")
          .append(words.value(first.field(), first.before()))
          .append(" | **")
          .append(words.value(first.field(), first.after()))
          .append("** | ")
          .append(rule == null ? "" : MarkdownText.code(rule))
          .append(" |\n");
    }
    more(rows.size());
  }

  private String places(List<FieldChange> row) {
    if (row.getFirst().kind().equals("process")) {
      return "";
    }
    List<String> places = new ArrayList<>();
    for (FieldChange change : row.subList(0, Math.min(row.size(), 6))) {
      places.add(MarkdownText.code(PlanWords.place(process.identity(), change.address())));
    }
    String more = row.size() > 6 ? " and " + (row.size() - 6) + " more" : "";
    return String.join(", ", places) + more + ": ";
  }

  private void others() {
    List<FieldChange> rest = new ArrayList<>();
    for (FieldChange change : mine()) {
      if (!EffectText.moves(change)) {
        rest.add(change);
      }
    }
    list("### Other changes\n", rest);
  }

  private void edits() {
    List<FieldChange> undone = new ArrayList<>();
    List<FieldChange> left = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.origin().equals("drift")) {
        (change.effective() ? undone : left).add(change);
      }
    }
    list("### Edits made in Workiva that this undoes\n", undone);
    list("### Edited in Workiva, left as it is there\n", left);
  }

  private void list(String heading, List<FieldChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.append(heading);
    Map<String, List<FieldChange>> alike = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      alike.computeIfAbsent(EffectText.key(change), k -> new ArrayList<>()).add(change);
    }
    int shown = 0;
    for (List<FieldChange> same : alike.values()) {
      if (shown++ < level.rows()) {
        out.append("- ").append(line(same)).append('\n');
      }
    }
    more(alike.size());
  }

  private String line(List<FieldChange> same) {
    FieldChange change = same.getFirst();
    List<String> places = new ArrayList<>();
    for (FieldChange one : same.subList(0, Math.min(same.size(), 6))) {
      places.add(MarkdownText.code(PlanWords.place(process.identity(), one.address())));
    }
    String place =
        String.join(", ", places) + (same.size() > 6 ? " and " + (same.size() - 6) + " more" : "");
    String title = change.title().isEmpty() ? "" : " " + MarkdownText.plain(change.title());
    return switch (change.field()) {
      case FieldChange.NODE ->
          (change.before() == null ? "new " : "removed ")
              + PlanWords.noun(change.kind())
              + " "
              + place
              + title
              + who(change);
      case FieldChange.POSITION, FieldChange.PARENT ->
          PlanWords.noun(change.kind()) + " " + place + title + " moves";
      default ->
          MarkdownText.plain(PlanWords.label(change))
              + (change.kind().equals("process") ? "" : " of " + place)
              + ": "
              + value(change);
    };
  }

  private String value(FieldChange change) {
    String difference = PlanWords.setDifference(change.before(), change.after());
    return difference != null
        ? "**" + MarkdownText.plain(difference) + "**"
        : MarkdownText.plain(words.value(change.field(), change.before()))
            + " → **"
            + MarkdownText.plain(words.value(change.field(), change.after()))
            + "**";
  }

  /// `: Sam Okafor, due Mon 2025-01-13`, of a task that is new.
  private String who(FieldChange change) {
    if (change.before() != null) {
      return "";
    }
    String who = new EffectText(words, Style.PLAIN, process, true).who(change.after());
    return who.isEmpty() ? "" : ": " + MarkdownText.plain(who);
  }

  private void people() {
    List<PeopleRows.Row> rows = PeopleRows.of(process, words);
    if (rows.isEmpty()) {
      return;
    }
    boolean counted = !process.loads().isEmpty();
    out.append("### People\n")
        .append(
            counted
                ? "| Who | Was | Will be | What changes |\n|---|---|---|---|\n"
                : "| Who | What changes |\n|---|---|\n");
    int shown = 0;
    for (PeopleRows.Row row : rows) {
      if (shown++ == level.rows()) {
        break;
      }
      List<String> what = row.what().size() <= 6 ? row.what() : row.what().subList(0, 6);
      out.append("| ")
          .append(MarkdownText.plain(row.person()))
          .append(" | ")
          .append(counted ? row.was() + " | " + row.will() + " | " : "")
          .append(MarkdownText.plain(String.join("; ", what)).replace("-&#62;", "→"))
          .append(row.what().size() > 6 ? "; and " + (row.what().size() - 6) + " more" : "")
          .append(" |\n");
    }
    more(rows.size());
  }

  /// What a run gets: what can be added, then the list for hands as boxes to tick.
  private void run() {
    RunPlan run = process.run();
    if (run == null || run.settled() || run.ended()) {
      return;
    }
    if (!run.additions().isEmpty()) {
      out.append(process.amends() ? "### Added to the run\n" : "### Can be added to the run\n");
      int shown = 0;
      for (Addition addition : run.additions()) {
        if (shown++ < level.rows()) {
          out.append("- ")
              .append(MarkdownText.code(PlanWords.place(process.identity(), addition.address())))
              .append(' ')
              .append(MarkdownText.plain(addition.title()))
              .append(
                  addition.starts().equals(Addition.PASSED)
                      ? ": **the point of insertion has passed, it starts immediately**"
                      : addition.starts().equals(Addition.AT_ONCE) ? ": starts at once" : "")
              .append('\n');
        }
      }
      more(run.additions().size());
    }
    if (!run.hands().isEmpty()) {
      out.append("### By hand, in Workiva\n");
      int shown = 0;
      for (HandStep step : run.hands()) {
        if (shown++ < level.rows()) {
          hand(step);
        }
      }
      more(run.hands().size());
    }
  }

  private void hand(HandStep step) {
    String title =
        step.title().isEmpty() ? PlanWords.place(process.identity(), step.address()) : step.title();
    out.append("- [ ] ").append(step.number()).append(". **").append(MarkdownText.plain(title));
    out.append("**");
    String link = step.permalink();
    if (link != null && link.matches("https://[A-Za-z0-9./_~-]+")) {
      out.append(" ([open](").append(link).append("))");
    }
    String separator = ": ";
    for (HandStep.Edit edit : step.edits()) {
      out.append(separator).append(MarkdownText.plain(edit.screen()));
      if (!edit.field().equals(FieldChange.NODE)) {
        out.append(": ").append(MarkdownText.plain(words.value(edit.field(), edit.after())));
      }
      separator = "; ";
    }
    if (step.restarts()) {
      out.append("; restarts the task");
    }
    if (!step.mails().isEmpty()) {
      List<String> names = new ArrayList<>();
      step.mails().forEach(id -> names.add(words.person(id)));
      out.append("; mails ").append(MarkdownText.plain(RunText.and(names)));
    }
    out.append('\n');
  }

  private void whyNotInPlace() {
    if (!process.replaces()) {
      return;
    }
    Certificate certificate = new Certificate(process);
    out.append("### Why not in place\n");
    if (certificate.forced()) {
      out.append("It could stay in place; it is replaced because `--replace` asks for it.\n\n");
      return;
    }
    for (Certificate.Row row : certificate.rows()) {
      out.append("- no call ")
          .append(MarkdownText.plain(row.phrase()))
          .append(": ")
          .append(row.addresses().size() == 1 ? MarkdownText.code(row.where()) : row.where())
          .append(row.cause().isEmpty() ? "" : " (" + MarkdownText.code(row.cause()) + ")")
          .append('\n');
    }
    String without = certificate.counterfactual();
    if (!without.isEmpty()) {
      out.append('\n').append(MarkdownText.plain(without)).append(".\n");
    }
    if (!process.losses().isEmpty()) {
      out.append("Not carried over: ")
          .append(MarkdownText.plain(String.join(", ", process.losses())))
          .append(".\n");
    }
    out.append('\n');
  }

  private void calls() {
    List<CallSteps.Step> steps = CallSteps.of(process);
    if (steps.isEmpty()) {
      return;
    }
    out.append("<details><summary>")
        .append(PlanWords.count(steps.size(), "API call"))
        .append("</summary>\n\n");
    String separator = "";
    for (CallSteps.Step step : steps) {
      out.append(separator).append(MarkdownText.code(step.request()));
      out.append(step.note().isEmpty() ? "" : " (" + MarkdownText.plain(step.note()) + ")");
      separator = " · ";
    }
    out.append("\n</details>\n\n");
  }
}
