package dev.procc.app.live;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectRequest;
import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.edit.YamlText;
import dev.procc.language.importing.LiveText;
import dev.procc.language.periods.RollForward;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.live.apply.LastRun;
import dev.procc.live.apply.RunStatus.NodeState;
import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.live.apply.RunStatus.Turn;
import dev.procc.live.diff.ProcessTree.PlacedNode;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessNode;
import dev.procc.view.periods.RunOffer;
import dev.procc.view.periods.RunOffer.OfferKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The parts of last runs that the next period might take over: tasks that were late, returned,
/// cancelled or added manually. It only reads.
public final class LastRunOffers {
  private final RollForward done;
  private final LiveText text;
  private final List<RunOffer> offers = new ArrayList<>();

  private LastRunOffers(RollForward done) {
    this.done = done;
    text =
        LiveText.of(
            ProjectDocuments.read(Outcome.of(done.compilation().project())),
            done.compilation().target());
  }

  /// @param notes receives which processes have no run, and what the client waits for
  public static List<RunOffer> read(
      ProjectRequest request, RollForward done, Consumer<String> notes) throws Failure {
    LastRunOffers offers = new LastRunOffers(done);
    try (LiveSession session = LiveSession.open(request, notes)) {
      for (CompiledProcess next : done.compilation().processes()) {
        String identity = next.identity().replaceFirst("@.*", "") + "@" + done.from();
        LastRun run = session.runs().lastRun(identity).orElse(null);
        if (run == null) {
          notes.accept(identity + " has no run");
        } else {
          offers.add(identity, run, next);
        }
      }
      return offers.offers;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }

  private void add(String identity, LastRun run, CompiledProcess next) {
    for (NodeStatus node : run.status().nodes()) {
      PlacedNode place = run.tree().get(node.ref().id());
      if (node.isGroup() || place == null) {
        continue;
      }
      String address = node.place().address();
      String title = node.place().title();
      if (address.isEmpty()) {
        if (!run.amended().contains(node.ref().id())) {
          offers.add(
              new RunOffer(
                  identity,
                  "",
                  title,
                  OfferKind.ADDED,
                  addedWhy(place),
                  added(place.node(), next)));
        }
      } else if (node.state() == NodeState.CANCELLED) {
        String yaml = "if: not period.key == \"" + done.period().key() + "\"";
        offers.add(new RunOffer(identity, address, title, OfferKind.CANCELLED, "cancelled", yaml));
      } else {
        addLate(identity, node, place.node(), run, next);
      }
    }
  }

  private static String addedWhy(PlacedNode place) {
    PlacedNode group = place.parent();
    Json name = group == null ? null : group.node().name();
    return name instanceof Json.Str of && !of.value().isEmpty()
        ? "added by hand to group \"" + of.value() + "\""
        : "added by hand";
  }

  /// The definition of a task that was added by hand, due on the same business day after the period
  /// as it was.
  private String added(ProcessNode node, CompiledProcess next) {
    if (LiveText.unsayable(node) != null) {
      return "";
    }
    String item = text.item(node, new LinkedHashSet<>(), 0);
    for (FieldRole role : List.of(FieldRole.DUE_DATE, FieldRole.APPROVAL_DUE)) {
      LocalDate due = date(node.field(role));
      int day = due == null ? 0 : workday(due, next);
      if (day > 0) {
        String field = role.fieldName() + ": ";
        item = item.replace(field + due + "\n", field + "WD" + day + "\n");
      }
    }
    return item + "  if: period.key == \"" + done.period().key() + "\"";
  }

  /// The number of a business day after the last period; 0 if it is none, or the process counts
  /// them differently.
  private int workday(LocalDate day, CompiledProcess next) {
    BusinessCalendar calendar = calendar(next);
    LocalDate end = done.period().end();
    for (ResolvedDate date : next.resolved().dates().dates()) {
      int number = date.workday().orElse(0);
      if (number > 0 && number != daysAfter(calendar, end, date.date())) {
        return 0;
      }
    }
    return done.skipped().isEmpty() && calendar.isBusinessDay(day)
        ? daysAfter(calendar, done.period().start().minusDays(1), day)
        : 0;
  }

  private static int daysAfter(BusinessCalendar calendar, LocalDate end, LocalDate day) {
    return calendar.count(EpochDays.of(end) + 1, EpochDays.of(day) + 1);
  }

  private void addLate(
      String identity, NodeStatus node, ProcessNode ran, LastRun run, CompiledProcess next) {
    String address = node.place().address();
    boolean over = node.state() == NodeState.DONE;
    LocalDate end = over ? node.ref().change().day().orElse(null) : run.status().asOf();
    LocalDate due = date(ran.field(FieldRole.APPROVAL_DUE));
    FieldRole role = due == null ? FieldRole.DUE_DATE : FieldRole.APPROVAL_DUE;
    due = due == null ? date(ran.field(FieldRole.DUE_DATE)) : due;
    if (node.actor().turn() == Turn.DOES_AGAIN && !over) {
      String change =
          change(next, address, FieldRole.DUE_DATE, -1, "was returned in " + done.from());
      offers.add(
          new RunOffer(
              identity,
              address,
              node.place().title(),
              OfferKind.RETURNED,
              "returned" + (change.isEmpty() ? "" : ", so due 1 business day earlier"),
              change));
    } else if (due != null && end != null && end.isAfter(due)) {
      int days = Math.max(1, calendar(next).count(EpochDays.of(due) + 1, EpochDays.of(end) + 1));
      String late = Plural.of(days, "business day") + " late";
      String why =
          late
              + ": due "
              + DayText.format(due)
              + (over ? ", done " : ", not done on ")
              + DayText.format(end);
      String change = change(next, address, role, days, late + " in " + done.from());
      offers.add(
          new RunOffer(identity, address, node.place().title(), OfferKind.LATE, why, change));
    }
  }

  private static BusinessCalendar calendar(CompiledProcess next) {
    Process process = next.process();
    return ScheduleFields.calendar(process.fields());
  }

  /// The change that moves the date of the next period by business days; empty if it has no date.
  private String change(
      CompiledProcess next, String address, FieldRole role, int days, String reason) {
    ResolvedNode node = next.resolved().nodes().get(next.identity() + "/" + address);
    LocalDate due = node == null ? null : date(node.node().field(role));
    LocalDate moved = due == null ? null : calendar(next).add(due, days);
    if (moved == null) {
      return "";
    }
    String key = next.identity().replaceFirst("@.*", "");
    String at = done.compilation().processes().size() > 1 ? key + "/" + address : address;
    return "{ at: "
        + YamlText.inline(at)
        + ", "
        + role.fieldName()
        + ": "
        + moved
        + ", reason: "
        + YamlText.inline(reason)
        + " }";
  }

  private static @Nullable LocalDate date(@Nullable Json value) {
    return ScheduleFields.parseDate(value);
  }
}
