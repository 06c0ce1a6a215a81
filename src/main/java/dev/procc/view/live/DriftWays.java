package dev.procc.view.live;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.view.live.DriftReport.DriftRow;
import dev.procc.view.live.DriftReport.DriftedProcess;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ways to settle the edits of a drift report that nobody has settled.
///
/// @param project the words by which a command works on the same project, after a blank
record DriftWays(DriftReport report, String project) {
  private static final String PLACEHOLDER = "ADDRESS";
  private static final int MAX_ADDRESSES = 3;

  /// The ways to settle what nobody has settled.
  List<WayOut> ways() {
    List<String> addresses = addresses(report.processes());
    boolean isOne = report.editCount() == 1 || addresses.contains(PLACEHOLDER);
    List<WayOut> ways = new ArrayList<>(WayOut.ofEdits(String.join(" ", addresses), isOne));
    List<String> overwritable =
        addresses(report.processes().stream().filter(each -> byHand(each) == null).toList());
    String flag = " --overwrite-live ";
    if (!overwritable.isEmpty()) {
      ways.add(
          new WayOut("procc apply" + flag + String.join(flag, overwritable), costOfOverwriting()));
    }
    report.processes().stream()
        .map(DriftWays::byHand)
        .flatMap(Stream::ofNullable)
        .distinct()
        .forEach(ways::add);
    ways.replaceAll(way ->
        way.action().startsWith("procc ") ? new WayOut(way.action() + project, way.cost()) : way);
    return ways;
  }

  /// The way to undo by hand what no flag undoes in a process; null if one does.
  private static @Nullable WayOut byHand(DriftedProcess process) {
    List<PlanRefusal> refusals =
        process.plan().refusals().stream()
            .filter(refusal -> refusal.rule().equals(SafetyRule.OVERWRITE.word()))
            .toList();
    boolean flag =
        refusals.isEmpty() || refusals.stream().anyMatch(refusal -> refusal.flag() != null);
    return flag ? null : refusals.getFirst().ways().getLast();
  }

  /// `To settle them, the mildest way first:`.
  String heading() {
    String settle =
        report.editCount() == 1
            ? "To settle it"
            : addresses(report.processes()).contains(PLACEHOLDER)
                ? "To settle one of them"
                : "To settle them";
    return settle + WayOut.order(ways().size()) + ":";
  }

  /// The addresses of what nobody has settled: the key where that is more than one in a process,
  /// and a placeholder where they are many.
  private static List<String> addresses(List<DriftedProcess> processes) {
    List<String> all = new ArrayList<>();
    for (DriftedProcess process : processes) {
      List<String> own = new ArrayList<>();
      process.rows().stream()
          .filter(row -> row.known() == null)
          .forEach(row -> own.add(row.change().address() + ":" + row.change().field()));
      boolean isAll = own.size() > 1 && own.size() == process.rows().size();
      all.addAll(isAll ? List.of(process.plan().identity()) : own);
    }
    return all.size() > MAX_ADDRESSES ? List.of(PLACEHOLDER) : all;
  }

  /// What follows from undoing all of it, as the refusals of the plan say.
  private String costOfOverwriting() {
    Set<String> costs = new LinkedHashSet<>();
    for (DriftedProcess process : report.processes()) {
      process.plan().refusals().stream()
          .filter(refusal -> refusal.rule().equals(SafetyRule.OVERWRITE.word()))
          .filter(refusal -> refusal.flag() != null)
          .forEach(refusal -> costs.add(refusal.costOfFlag()));
    }
    boolean replaces = report.processes().stream().anyMatch(process -> process.plan().replaces());
    return costs.size() == 1
        ? costs.iterator().next()
        : WayOut.costOfOverwriting(isUnknown(report.rows()) ? report.editCount() : 0, replaces);
  }

  /// Whether of none of them it is known that it was edited in Workiva.
  static boolean isUnknown(Stream<DriftRow> rows) {
    return rows.allMatch(row -> row.change().changedBy() == ChangedBy.UNKNOWN);
  }
}
