package dev.procc.live.probe;

import dev.procc.live.probe.question.ActionDefault;
import dev.procc.live.probe.question.ActiveRun;
import dev.procc.live.probe.question.ApproverBeforeDue;
import dev.procc.live.probe.question.BatchAtomic;
import dev.procc.live.probe.question.BatchShape;
import dev.procc.live.probe.question.CallerIds;
import dev.procc.live.probe.question.ContentRequestSection;
import dev.procc.live.probe.question.CreateReply;
import dev.procc.live.probe.question.DaysOfWeek;
import dev.procc.live.probe.question.Depth;
import dev.procc.live.probe.question.DueToday;
import dev.procc.live.probe.question.DuplicateNames;
import dev.procc.live.probe.question.EmptyProcess;
import dev.procc.live.probe.question.EmptyText;
import dev.procc.live.probe.question.FilterCase;
import dev.procc.live.probe.question.FilterQuote;
import dev.procc.live.probe.question.FinishedRun;
import dev.procc.live.probe.question.FirstRevision;
import dev.procc.live.probe.question.GroupChildren;
import dev.procc.live.probe.question.JobRunValidation;
import dev.procc.live.probe.question.Lengths;
import dev.procc.live.probe.question.ListQuirks;
import dev.procc.live.probe.question.ManualRoot;
import dev.procc.live.probe.question.ManyJobs;
import dev.procc.live.probe.question.MissingVersion;
import dev.procc.live.probe.question.NextLink;
import dev.procc.live.probe.question.Nulls;
import dev.procc.live.probe.question.ParticipantInput;
import dev.procc.live.probe.question.ParticipantTypes;
import dev.procc.live.probe.question.PastDates;
import dev.procc.live.probe.question.PatchAtomic;
import dev.procc.live.probe.question.PatchContentType;
import dev.procc.live.probe.question.PatchNoop;
import dev.procc.live.probe.question.PatchRunning;
import dev.procc.live.probe.question.ProcessFlags;
import dev.procc.live.probe.question.RemoveAbsent;
import dev.procc.live.probe.question.RenameReadOnly;
import dev.procc.live.probe.question.RenameRun;
import dev.procc.live.probe.question.ReplaceAbsent;
import dev.procc.live.probe.question.RestoreRevision;
import dev.procc.live.probe.question.RevisionStep;
import dev.procc.live.probe.question.RunChildren;
import dev.procc.live.probe.question.SetOrder;
import dev.procc.live.probe.question.Shift;
import dev.procc.live.probe.question.StatusCasing;
import dev.procc.live.probe.question.TrashActive;
import dev.procc.live.probe.question.TrashedGet;
import dev.procc.live.probe.question.TrashedList;
import dev.procc.live.probe.question.TriggerDefault;
import dev.procc.live.probe.question.UnknownFields;
import dev.procc.live.probe.question.UnpairedWindow;
import dev.procc.live.probe.question.ValidationTarget;
import dev.procc.live.probe.question.WindowOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every probe there is, in the order they are made, and why other questions are not asked.
public final class Probes {
  public static final List<Probe> ALL =
      List.of(
          new FirstRevision(),
          new UnknownFields(),
          new CallerIds(),
          new ParticipantTypes(),
          new ParticipantInput(),
          new EmptyText(),
          new Nulls(),
          new SetOrder(),
          new TriggerDefault(),
          new ActionDefault(),
          new CreateReply(),
          new UnpairedWindow(),
          new DuplicateNames(),
          new Lengths(),
          new Depth(),
          new ManyJobs(),
          new PatchAtomic(),
          new ReplaceAbsent(),
          new RemoveAbsent(),
          new PatchContentType(),
          new PatchNoop(),
          new RevisionStep(),
          new WindowOrder(),
          new ProcessFlags(),
          new Shift(),
          new DaysOfWeek(),
          new BatchShape(),
          new BatchAtomic(),
          new RenameReadOnly(),
          new ValidationTarget(),
          new PastDates(),
          new DueToday(),
          new ContentRequestSection(),
          new ApproverBeforeDue(),
          new TrashedGet(),
          new TrashedList(),
          new RestoreRevision(),
          new ListQuirks(),
          new NextLink(),
          new FilterCase(),
          new FilterQuote(),
          new MissingVersion(),
          new EmptyProcess(),
          new FinishedRun(),
          new ActiveRun(),
          new ManualRoot(),
          new RunChildren(),
          new GroupChildren(),
          new StatusCasing(),
          new JobRunValidation(),
          new PatchRunning(),
          new RenameRun(),
          new TrashActive());

  /// Questions that no probe answers, with the reason.
  public static final Map<String, String> UNPROBED = unprobed();

  private Probes() {}

  private static Map<String, String> unprobed() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(
        "retry-after",
        "a 429 would have to be provoked, which slows down everybody in the workspace");
    reasons.put(
        "token-scope",
        "the token is fetched before the first call, and only its holder sees its scope");
    reasons.put("auto-close-off", "no call completes a task, so the jobs of a run do not end");
    reasons.put("after-cancel", "no call cancels a task");
    reasons.put("reject", "no call rejects a task");
    reasons.put("task-status", "no call moves a task through its statuses");
    reasons.put(
        "certification-input",
        "no field of it is published and a letter is made on the screen: there is nothing to send");
    reasons.put(
        "certification-jobs",
        "they are generated when a certification runs, which needs a letter made on the screen");
    reasons.put(
        "reminder-modes",
        "only the word default is published: guessed words that are kept would prove nothing");
    reasons.put("calendar-ids", "calendars are made on the screen, and no call lists their ids");
    return reasons;
  }

  /// The probes with these keys and those that they need, in the order of the list.
  ///
  /// @param keys all of them where it is empty
  public static List<Probe> select(Set<String> keys) {
    Set<String> wanted = new LinkedHashSet<>(keys);
    for (Probe probe : ALL) {
      if (keys.contains(probe.key())) {
        wanted.addAll(probe.dependencies());
      }
    }
    List<Probe> selected = new ArrayList<>();
    for (Probe probe : ALL) {
      if (keys.isEmpty() || wanted.contains(probe.key())) {
        selected.add(probe);
      }
    }
    return selected;
  }
}
