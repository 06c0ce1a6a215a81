package dev.procc.view.report;

import dev.procc.live.planfile.Addition;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.HandStep;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.RunPlan;
import dev.procc.live.planfile.StandingWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan as one page that needs nothing else: no script, no font, no picture from elsewhere.
///
/// Like every form it is made of the plan alone, and all that comes from definitions or from
/// Workiva is escaped.
public final class PlanHtml {
  private final Plan plan;
  private final PlanWords words;

  private PlanHtml(Plan plan) {
    this.plan = plan;
    this.words = new PlanWords(plan);
  }

  public static String render(Plan plan) {
    return Xml.fill("plan.html.mustache", new PlanHtml(plan).page());
  }

  private Map<String, Object> page() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("target", Columns.shown(plan.target()));
    page.put("host", PlanText.host(plan.apiUrl()));
    page.put("asOf", PlanWords.day(plan.asOf()));
    List<Object> processes = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (told(process)) {
        processes.add(process(process));
      }
    }
    page.put("processes", processes);
    List<Object> shared = new ArrayList<>();
    for (SharedCauses.Row row : SharedCauses.of(plan)) {
      shared.add(
          row("place", row.place(), "text", Columns.shown(row.text()), "effect", row.effect()));
    }
    page.put("shared", shared);
    page.put("hasShared", !shared.isEmpty());
    page.put("refusals", refusals(plan.refusals()));
    page.put("checked", plan.checked());
    page.put("hasChecked", !plan.checked().isEmpty());
    page.put(
        "warnings",
        plan.standingWarnings() == 0
            ? null
            : PlanWords.count(plan.standingWarnings(), "warning") + " of procc lint");
    List<Object> standing = new ArrayList<>();
    for (StandingWarning warning : plan.warnings()) {
      standing.add(row("place", warning.place(), "message", Columns.shown(warning.message())));
    }
    page.put("standing", standing);
    Page footer = new Page();
    PlanFooter.write(
        footer, plan, new PlanOptions(PlanOptions.GroupBy.CAUSE, false, 1, null), Style.PLAIN);
    page.put("footer", lines(footer));
    page.put("hash", plan.planHash());
    List<Object> outside = new ArrayList<>();
    plan.notManaged().forEach(p -> outside.add(Columns.shown(p.name()) + " (" + p.id() + ")"));
    page.put("notManaged", outside);
    page.put("hasNotManaged", !outside.isEmpty());
    return page;
  }

  /// Lines of a page, those that were broken put together again.
  private static List<String> lines(Page page) {
    List<String> lines = new ArrayList<>();
    for (String line : page.toString().strip().split("\n", -1)) {
      if (line.startsWith("  ") && !lines.isEmpty()) {
        lines.add(lines.removeLast() + " " + line.strip());
      } else if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    return lines;
  }

  /// Unchanged processes of many are only counted, as on a terminal.
  private boolean told(ProcessPlan process) {
    return plan.processes().size() == 1
        || process.acts()
        || !process.refusals().isEmpty()
        || !process.warnings().isEmpty()
        || !process.changes().isEmpty()
        || process.run() != null;
  }

  private Map<String, Object> process(ProcessPlan process) {
    Map<String, Object> one = new LinkedHashMap<>();
    RunPlan run = process.run();
    boolean ofRun = process.ofRun();
    one.put("identity", Columns.shown(process.identity()));
    one.put("name", Columns.shown(process.name()));
    one.put("word", PlanText.word(process, Style.PLAIN));
    one.put("kind", process.refusals().isEmpty() ? kind(process) : "refused");
    one.put("refused", !process.refusals().isEmpty());
    Page state = new Page();
    if (!ofRun) {
      StateText.write(state, process, words);
    }
    one.put("state", String.join(" ", lines(state)));
    one.put("causes", ofRun ? List.of() : causes(process));
    List<String> created = created(process);
    one.put("created", created);
    one.put("hasCreated", created != null);
    one.put("people", ofRun ? List.of() : people(process));
    one.put("counted", !process.loads().isEmpty());
    one.put("hasPeople", !ofRun && !people(process).isEmpty());
    one.put("why", why(process));
    one.put("losses", process.losses().isEmpty() ? null : String.join(", ", process.losses()));
    one.put("refusals", refusals(process.refusals()));
    one.put("notes", process.warnings().stream().map(Columns::shown).toList());
    one.put("run", run == null || run.settled() ? null : run(process, run));
    List<Object> calls = new ArrayList<>();
    for (CallSteps.Step step : CallSteps.of(process)) {
      calls.add(row("request", step.request(), "note", step.note()));
    }
    one.put("calls", calls);
    one.put("hasCalls", calls.isEmpty() ? null : PlanWords.count(calls.size(), "API call"));
    return one;
  }

  /// Names and values in turn, in this order.
  private static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return row;
  }

  private static String kind(ProcessPlan process) {
    return process.replaces()
        ? "replace"
        : process.trashes() ? "trash" : process.creates() ? "create" : "change";
  }

  private List<Object> causes(ProcessPlan process) {
    Map<String, List<FieldChange>> blocks = new LinkedHashMap<>();
    Map<String, Cause> heads = new LinkedHashMap<>();
    int moving = 0;
    for (FieldChange change : process.changes()) {
      boolean whole = change.field().equals(FieldChange.NODE) && change.kind().equals("process");
      if (change.effective() && !whole) {
        moving += EffectText.moves(change) ? 1 : 0;
        String place =
            change.origin().equals("drift")
                ? "Edits made in Workiva that this undoes"
                : change.causes().isEmpty() ? "The definition" : change.causes().getFirst().place();
        blocks.computeIfAbsent(place, p -> new ArrayList<>()).add(change);
        if (!change.causes().isEmpty()) {
          heads.putIfAbsent(place, change.causes().getFirst());
        }
      }
    }
    int stay = Math.max(0, process.dateCount() - moving);
    List<Map.Entry<String, List<FieldChange>>> sorted = new ArrayList<>(blocks.entrySet());
    sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
    List<Object> all = new ArrayList<>();
    for (Map.Entry<String, List<FieldChange>> block : sorted) {
      Page effects = new Page();
      new EffectText(words, Style.PLAIN, process, true).write(effects, block.getValue(), stay);
      if (block.getValue().stream().anyMatch(EffectText::moves)) {
        stay = -1;
      }
      Cause cause = heads.get(block.getKey());
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("place", block.getKey());
      one.put("text", cause == null ? "" : Columns.shown(cause.text()));
      one.put("effects", dedented(effects));
      all.add(one);
    }
    return all;
  }

  /// Lines of text without the indent they have on a terminal, each to be escaped as a whole.
  private static List<String> dedented(Page page) {
    return page.toString()
        .stripTrailing()
        .lines()
        .map(line -> line.startsWith("    ") ? line.substring(4) : line)
        .toList();
  }

  private @Nullable List<String> created(ProcessPlan process) {
    if (!process.creates()) {
      return null;
    }
    Page page = new Page();
    CreateText.write(page, process, words, true);
    return page.toString()
        .stripTrailing()
        .lines()
        .map(line -> line.startsWith("  ") ? line.substring(2) : line)
        .toList();
  }

  private List<Object> people(ProcessPlan process) {
    List<Object> all = new ArrayList<>();
    for (PeopleRows.Row row : PeopleRows.of(process, words)) {
      all.add(row("who", row.person(), "was", row.was(), "will", row.will(), "what", row.what()));
    }
    return all;
  }

  private static @Nullable Map<String, Object> why(ProcessPlan process) {
    if (!process.replaces()) {
      return null;
    }
    Certificate certificate = new Certificate(process);
    List<Object> rows = new ArrayList<>();
    if (!certificate.forced()) {
      for (Certificate.Row row : certificate.rows()) {
        rows.add(
            row(
                "phrase", row.phrase(),
                "where", String.join(", ", row.addresses()),
                "cause", row.cause()));
      }
    }
    Map<String, Object> why = new LinkedHashMap<>();
    why.put("forced", certificate.forced());
    why.put("rows", rows);
    String without = certificate.counterfactual();
    why.put("without", without.isEmpty() ? null : without);
    return why;
  }

  private static List<Object> refusals(List<Refusal> refusals) {
    List<Object> all = new ArrayList<>();
    for (Refusal refusal : refusals) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("rule", refusal.rule());
      one.put("message", Columns.shown(refusal.message()));
      one.put("flag", refusal.flag());
      one.put("way", refusal.way());
      all.add(one);
    }
    return all;
  }

  private Map<String, Object> run(ProcessPlan process, RunPlan run) {
    RunText text = new RunText(new Page(), words, Style.PLAIN, process, run, true);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("head", RunText.head(run));
    List<Object> additions = new ArrayList<>();
    for (Addition addition : run.additions()) {
      additions.add(text.lines(addition));
    }
    one.put("additions", additions);
    one.put("hasAdditions", !additions.isEmpty());
    one.put("adds", process.amends());
    List<Object> hands = new ArrayList<>();
    for (HandStep step : run.hands()) {
      Map<String, Object> hand = new LinkedHashMap<>();
      hand.put(
          "title",
          step.title().isEmpty()
              ? PlanWords.place(process.identity(), step.address())
              : Columns.shown(step.title()));
      String link = step.permalink();
      hand.put("link", link != null && link.matches("https://[A-Za-z0-9./_~-]+") ? link : null);
      hand.put("details", text.details(step));
      hands.add(hand);
    }
    one.put("hands", hands);
    one.put("hasHands", !hands.isEmpty());
    List<String> left = new ArrayList<>();
    run.left().forEach(l -> left.add(Columns.shown(l.replace(process.identity() + "/", ""))));
    one.put("left", left);
    one.put("side", text.sideEffectsText());
    one.put("confirm", "procc status " + process.identity() + " --confirm");
    return one;
  }
}
