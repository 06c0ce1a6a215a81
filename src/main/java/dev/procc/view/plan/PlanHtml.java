package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.FailedChecks;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.LoosenedGuard;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.SharedCauses;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import dev.procc.view.text.XmlTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A plan as an HTML page without external scripts, fonts or images.
///
/// It depends only on the plan. Text from definitions and from Workiva is escaped.
public final class PlanHtml {
  private final Plan plan;

  /// The outcome of a process if nothing is known of the live one; null if it is.
  private final @Nullable Function<AlikeProcesses, String> outcome;

  private PlanHtml(Plan plan, @Nullable Function<AlikeProcesses, String> outcome) {
    this.plan = plan;
    this.outcome = outcome;
  }

  /// @param options which flags another plan takes, and where this one was saved
  public static SafeText render(Plan plan, PlanOptions options) {
    PlanHtml page = new PlanHtml(plan, null);
    Map<String, Object> model = page.pageModel(options.project());
    page.putSource(model, options);
    return XmlTemplate.render("plan.html.mustache", model);
  }

  /// The differences of two versions.
  ///
  /// @param command the command that shows them: `diff`
  /// @param versions the two, in words: `commit 1a2b3c -> the files here`
  /// @param headline the most important difference; empty if none stands out
  /// @param sections further information, in lists
  /// @param summary of the differences, on one line
  public record Comparison(
      String command, String versions, String headline, List<Section> sections, String summary) {
    public Comparison {
      sections = List.copyOf(sections);
    }
  }

  /// A list under a heading.
  public record Section(String heading, List<String> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /// The differences of two versions, as the plan as if the first were live.
  ///
  /// @param outcome of a process, in a sentence
  public static SafeText renderComparison(
      Plan plan, Comparison comparison, Function<AlikeProcesses, String> outcome) {
    Map<String, Object> model = new PlanHtml(plan, outcome).pageModel(PlanOptions.Project.HERE);
    model.put("command", comparison.command());
    model.put("versions", TerminalText.sanitize(comparison.versions()));
    model.put("headline", TerminalText.sanitize(comparison.headline()));
    model.put("hasHeadline", !comparison.headline().isEmpty());
    List<Object> sections = new ArrayList<>();
    for (Section section : comparison.sections()) {
      List<String> items = section.items().stream().map(TerminalText::sanitize).toList();
      String heading = TerminalText.sanitize(section.heading());
      sections.add(HtmlModels.modelOf("heading", heading, "items", items));
    }
    model.put("sections", sections);
    model.put("footer", List.of(comparison.summary()));
    return XmlTemplate.render("plan.html.mustache", model);
  }

  private Map<String, Object> pageModel(PlanOptions.Project project) {
    Map<String, Object> page = new LinkedHashMap<>();
    List<Object> processes = new ArrayList<>();
    List<ProcessPlan> shown = new ArrayList<>(plan.processes());
    shown.removeIf(process -> !PlanPhrases.isShown(plan, process));
    List<AlikeProcesses> groups = AlikeProcesses.of(shown);
    ProcessHtml html = new ProcessHtml(plan, project, outcome);
    groups.forEach(group -> processes.add(html.model(group)));
    page.put("processes", processes);
    boolean refused = outcome == null && plan.isRefused();
    List<Object> shared = groups.size() == 1 || refused ? List.of() : sharedCauseModels();
    page.put("shared", shared);
    page.put("hasShared", !shared.isEmpty());
    page.put("refusals", html.refusalModels(outcome == null ? plan.refusals() : List.of()));
    List<Object> outside = new ArrayList<>();
    plan.unmanaged()
        .forEach(p -> outside.add(TerminalText.sanitize(p.name()) + " (" + p.id() + ")"));
    page.put("notManaged", outside);
    List<Object> loosened = new ArrayList<>();
    for (LoosenedGuard guard : plan.loosened()) {
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("place", TerminalText.sanitize(guard.location()));
      model.put("message", TerminalText.sanitize(guard.message()));
      loosened.add(model);
    }
    page.put("loosened", loosened);
    page.put("hasLoosened", !loosened.isEmpty());
    page.put("hasNotManaged", !outside.isEmpty());
    return page;
  }

  /// Puts where the plan comes from, what was checked, and what to do with it.
  private void putSource(Map<String, Object> page, PlanOptions options) {
    page.put("target", TerminalText.sanitize(plan.target()));
    page.put("host", PlanPhrases.host(plan.header().apiUrl()));
    page.put("asOf", PlanLabels.dayText(plan.header().asOf().toString()));
    putChecks(page);
    TextPage footer = new TextPage();
    PlanFooter.writePageEnd(
        footer,
        plan,
        new PlanOptions(
            PlanOptions.GroupBy.CAUSE,
            false,
            0,
            options.savedTo(),
            options.rerunArguments(),
            options.project(),
            PlanOptions.DEFAULT_COLUMNS));
    page.put("footer", HtmlModels.lines(footer));
    page.put("hash", plan.planHash());
  }

  private List<Object> sharedCauseModels() {
    List<Object> shared = new ArrayList<>();
    for (SharedCauses.SharedCause row : SharedCauses.find(plan)) {
      shared.add(
          HtmlModels.modelOf(
              "place",
              row.place(),
              "text",
              TerminalText.sanitize(row.text()),
              "effect",
              row.effect()));
    }
    return shared;
  }

  private void putChecks(Map<String, Object> page) {
    page.put(
        "failed",
        FailedChecks.besideNewWarnings(plan.lint()).stream()
            .map(failed -> TerminalText.sanitize(failed) + FailedChecks.effect(plan))
            .toList());
    page.put("place", FailedChecks.place(plan));
    page.put("checked", plan.lint().checked());
    List<String> not = plan.lint().notChecked();
    page.put("notChecked", TerminalText.sanitize(String.join("; ", not)));
    page.put("hasNotChecked", !not.isEmpty());
    page.put("hasChecked", !plan.lint().checked().isEmpty());
    page.put(
        "warnings",
        plan.lint().warningCount() == 0
            ? null
            : Plural.of(plan.lint().warningCount(), "warning")
                + " of procc lint"
                + (plan.lint().newWarnings().isEmpty()
                    ? ""
                    : ", " + plan.lint().newWarnings().size() + " new since the last apply"));
    List<Object> standing = new ArrayList<>();
    for (LintWarning warning : plan.lint().warnings()) {
      standing.add(
          HtmlModels.modelOf(
              "place",
              warning.location(),
              "message",
              TerminalText.sanitize(warning.text()),
              "new",
              warning.isNew()));
    }
    page.put("standing", standing);
    page.put("handOver", PlanPhrases.handOver(plan));
  }
}
