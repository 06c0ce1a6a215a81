package dev.procc.live.plan.safety;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.assemble.ProcessPlanDraft;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.UnknownField;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.process.ProcessJob;
import java.util.ArrayList;
import java.util.List;

/// What a replacement does not carry over.
public final class ReplacementLosses {
  private ReplacementLosses() {}

  public static void addTo(ProcessPlanDraft draft, LiveProcess live) {
    draft.losses.add("sharing and links to the old process");
    draft.losses.add("reminders set in Workiva");
    int tagged = live.taggedJobs().size();
    draft.losses.add(tagged == 0 ? "tags (none seen)" : "tags of " + counted(tagged, "task"));
    if (draft.runState != RunState.NONE) {
      draft.losses.add("the history of its run, which stays with the old process");
    }
    long certifications = certificationCount(ProcessTree.ofLive(live.process()));
    if (certifications > 0) {
      draft.losses.add("letters of " + Plural.of(certifications, ActionKind.CERTIFICATION.noun()));
    }
    List<String> unknown = new ArrayList<>();
    for (UnknownField field : live.unknownFields()) {
      unknown.add(field.path());
    }
    if (!unknown.isEmpty()) {
      draft.losses.add(
          "what procc does not know: "
              + String.join(", ", unknown.subList(0, Math.min(5, unknown.size())))
              + (unknown.size() > 5 ? " and " + (unknown.size() - 5) + " more" : ""));
    }
  }

  static long certificationCount(ProcessTree tree) {
    long count = 0;
    for (ProcessTree.PlacedNode place : tree.nodes()) {
      if (place.node() instanceof ProcessJob job && job.kind() == ActionKind.CERTIFICATION) {
        count++;
      }
    }
    return count;
  }

  public static String counted(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
