package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.plan.RunConfirmation;
import dev.procc.live.plan.RunConfirmation.Done;
import dev.procc.live.planfile.HandStep;
import dev.procc.live.planfile.RunPlan;
import java.util.List;
import java.util.Map;

/// The list for hands read back: what is done, what is open and how it stands.
public final class ConfirmText {
  private final Page page = new Page();
  private final PlanWords words;
  private final Style style;
  private final String identity;

  private ConfirmText(String identity, Map<String, String> people, Style style) {
    this.identity = identity;
    this.words = new PlanWords(people, Map.of());
    this.style = style;
  }

  /// @param people names by participant id
  public static String render(
      String identity, RunConfirmation confirmation, Map<String, String> people, Style style) {
    return new ConfirmText(identity, people, style).render(confirmation);
  }

  private String render(RunConfirmation confirmation) {
    RunPlan run = confirmation.run();
    page.line(
        style.bold(Columns.shown(identity)) + "   run " + run.id() + "   " + RunText.head(run));
    page.blank();
    for (Done done : confirmation.done()) {
      page.wrap(2, 6, style.green("[x]") + " " + done(done) + (done.known() ? "" : "   recorded"));
    }
    for (HandStep step : run.hands()) {
      page.wrap(2, 6, "[ ] " + open(step));
    }
    if (!confirmation.done().isEmpty() || !run.hands().isEmpty()) {
      page.blank();
    }
    sum(confirmation.done(), run);
    return page.toString();
  }

  private String done(Done done) {
    String what =
        done.field().equals("node")
            ? done.value() == null ? done.screen() : "is in the run"
            : done.screen() + ": " + words.value(done.field(), done.value());
    return place(done.address()) + "   " + what;
  }

  private String open(HandStep step) {
    StringBuilder text = new StringBuilder(place(step.address())).append("   ");
    String separator = "";
    for (HandStep.Edit edit : step.edits()) {
      text.append(separator).append(edit.screen());
      if (!edit.field().equals("node")) {
        text.append(": ")
            .append(words.value(edit.field(), edit.after()))
            .append(", is ")
            .append(words.value(edit.field(), edit.before()));
      }
      separator = "; ";
    }
    return text.toString();
  }

  private void sum(List<Done> done, RunPlan run) {
    int open = run.hands().size();
    int all = done.size() + open;
    if (all == 0) {
      page.line("The run is as the definition says: there is nothing to confirm");
    } else if (open == 0) {
      page.line(
          (all == 1 ? "The step is" : "All " + all + " steps are")
              + " done, and the ledger has it");
    } else {
      page.line(
          done.size()
              + " of "
              + PlanWords.count(all, "step")
              + " done; what is open: procc plan --run "
              + Columns.shown(identity));
    }
    if (!run.additions().isEmpty()) {
      page.line(
          PlanWords.count(run.additions().size(), "task")
              + " can be added by a call: procc amend "
              + Columns.shown(identity));
    }
  }

  private String place(String address) {
    return PlanWords.place(identity, address);
  }

  /// The same for machines.
  public static Json.Obj json(String identity, RunConfirmation confirmation) {
    return Json.object()
        .put("key", identity)
        .put("run", confirmation.run().id())
        .put("complete", confirmation.complete())
        .put(
            "done",
            Json.array(
                confirmation.done().stream()
                    .<Json>map(d ->
                        Json.object()
                            .put("address", d.address())
                            .put("title", d.title())
                            .put("field", d.field())
                            .put("value", d.value() == null ? Json.NULL : d.value())
                            .put("screen", d.screen())
                            .put("id", d.id())
                            .put("recordedBefore", d.known())
                            .build())
                    .toList()))
        .put(
            "open",
            Json.array(
                confirmation.run().hands().stream()
                    .<Json>map(step ->
                        Json.object()
                            .put("number", step.number())
                            .put("kind", step.kind())
                            .put("address", step.address())
                            .put("title", step.title())
                            .put("id", step.id())
                            .putNullable("permalink", step.permalink())
                            .put(
                                "fields",
                                Json.texts(
                                    step.edits().stream().map(HandStep.Edit::field).toList()))
                            .build())
                    .toList()))
        .build();
  }
}
