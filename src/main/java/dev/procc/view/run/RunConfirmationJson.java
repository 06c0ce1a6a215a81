package dev.procc.view.run;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.runplan.RunConfirmation;
import dev.procc.live.runplan.RunConfirmation.ConfirmedStep;

/// The confirmation of a run's manual steps as JSON: `key`, `run`, `complete`, `done`, `open`.
public final class RunConfirmationJson {
  private RunConfirmationJson() {}

  /// @param identity of the process of the run
  public static Json.Obj of(String identity, RunConfirmation confirmation) {
    return Json.object()
        .put("key", identity)
        .put("run", confirmation.run().id())
        .put("complete", confirmation.isComplete())
        .put(
            "done",
            Json.array(confirmation.done().stream().map(RunConfirmationJson::done).toList()))
        .put(
            "open",
            Json.array(
                confirmation.run().manualSteps().stream().map(RunConfirmationJson::open).toList()))
        .build();
  }

  private static Json done(ConfirmedStep step) {
    return Json.object()
        .put("address", step.address())
        .put("title", step.title())
        .put("field", step.field())
        .put("value", step.value() == null ? Json.NULL : step.value())
        .put("screen", step.screen())
        .put("id", step.id())
        .put("recordedBefore", step.inLedger())
        .build();
  }

  private static Json open(ManualStep step) {
    return Json.object()
        .put("number", step.number())
        .put("kind", step.kind().word())
        .put("address", step.address())
        .put("title", step.title())
        .put("id", step.target().id())
        .putNullable("permalink", step.target().permalink())
        .put("fields", Json.texts(step.edits().stream().map(ManualStep.FieldEdit::field).toList()))
        .build();
  }
}
