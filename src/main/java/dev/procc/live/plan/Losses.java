package dev.procc.live.plan;

import dev.procc.live.diff.Tree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.UnknownField;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.process.Job;
import java.util.ArrayList;
import java.util.List;

/// What a replacement does not carry over.
final class Losses {
  private Losses() {}

  static void of(Draft draft, LiveProcess live) {
    draft.losses.add("sharing and links to the old process");
    draft.losses.add("reminders set in Workiva");
    int tagged = live.taggedJobs().size();
    draft.losses.add(tagged == 0 ? "tags (none seen)" : "tags of " + count(tagged, "task"));
    if (!draft.runs.equals("none")) {
      draft.losses.add("the history of its run, which stays with the old process");
    }
    long certifications = certifications(Tree.ofLive(live.process()));
    if (certifications > 0) {
      draft.losses.add("letters of " + count(certifications, "certification"));
    }
    List<String> unknown = new ArrayList<>();
    for (UnknownField field : live.unknown()) {
      unknown.add(field.path());
    }
    if (!unknown.isEmpty()) {
      draft.losses.add(
          "what procc does not know: "
              + String.join(", ", unknown.subList(0, Math.min(5, unknown.size())))
              + (unknown.size() > 5 ? " and " + (unknown.size() - 5) + " more" : ""));
    }
  }

  static long certifications(Tree tree) {
    long count = 0;
    for (Tree.Place place : tree.all()) {
      if (place.node() instanceof Job job && job.kind() == ActionKind.CERTIFICATION) {
        count++;
      }
    }
    return count;
  }

  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
