package dev.procc.live.plan.explain;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.DefinitionSummary;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The dates of a process, for its plan.
public final class ProcessDates {
  private ProcessDates() {}

  /// All dates of the definition with their derivations, the process first.
  public static List<DefinitionDate> definitionDates(DefinitionTrees definition) {
    DesiredProcess desired = definition.desired();
    ProcessTree tree = definition.normal();
    List<DefinitionDate> rows = new ArrayList<>();
    definitionDates(desired, desired.identity(), tree.process().fields(), rows);
    for (ProcessTree.PlacedNode place : tree.nodes()) {
      definitionDates(desired, place.ref(), place.node().fields(), rows);
    }
    return rows;
  }

  private static void definitionDates(
      DesiredProcess desired,
      String address,
      Map<FieldSpec, Json> fields,
      List<DefinitionDate> rows) {
    for (Map.Entry<FieldSpec, Json> entry : fields.entrySet()) {
      if (entry.getKey().type() == FieldType.DATE && entry.getValue() instanceof Json.Str date) {
        String field = entry.getKey().name();
        rows.add(
            new DefinitionDate(
                address,
                field,
                date.value(),
                desired.provenance().derivations().get(new FieldRef(address, field))));
      }
    }
  }

  /// The size and the dates of a definition.
  ///
  /// @param withDates whether the dates are listed, as in a plan with actions
  public static DefinitionSummary summary(DefinitionTrees definition, boolean withDates) {
    Process process = definition.desired().process();
    return new DefinitionSummary(
        nodeCount(process.root()) - 1,
        dueDates(process.fields()).size() + dueDateCount(process.root()),
        withDates ? definitionDates(definition) : List.of());
  }

  private static int nodeCount(ProcessNode node) {
    int count = 1;
    if (node instanceof ProcessGroup group) {
      for (ProcessNode child : group.children()) {
        count += nodeCount(child);
      }
    }
    return count;
  }

  private static int dueDateCount(ProcessNode node) {
    int count = dueDates(node.fields()).size();
    if (node instanceof ProcessGroup group) {
      for (ProcessNode child : group.children()) {
        count += dueDateCount(child);
      }
    }
    return count;
  }

  /// The due dates among fields.
  public static List<Map.Entry<FieldSpec, LocalDate>> dueDates(Map<FieldSpec, Json> fields) {
    List<Map.Entry<FieldSpec, LocalDate>> found = new ArrayList<>();
    for (Map.Entry<FieldSpec, Json> entry : fields.entrySet()) {
      LocalDate date =
          entry.getKey().role().isDueDate() ? ScheduleFields.parseDate(entry.getValue()) : null;
      if (date != null) {
        found.add(Map.entry(entry.getKey(), date));
      }
    }
    return found;
  }

  /// The number of dates that differ between nodes of two processes with the same tree.
  public static int differingDueDateCount(Process one, Process other) {
    if (one == other) {
      return 0;
    }
    ProcessTree after = ProcessTree.ofLive(other);
    int count = 0;
    for (ProcessTree.PlacedNode place : ProcessTree.ofLive(one).nodes()) {
      ProcessTree.PlacedNode twin = after.get(place.ref());
      for (Map.Entry<FieldSpec, LocalDate> date : dueDates(place.node().fields())) {
        @Nullable Json now = twin == null ? null : twin.node().get(date.getKey());
        if (!Objects.equals(ScheduleFields.parseDate(now), date.getValue())) {
          count++;
        }
      }
    }
    return count;
  }
}
