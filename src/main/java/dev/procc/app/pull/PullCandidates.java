package dev.procc.app.pull;

import dev.procc.app.plan.DesiredProcesses;
import dev.procc.app.pull.PullRequest.SharedPlace;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.importing.LiveText;
import dev.procc.language.writeback.FieldEdit;
import dev.procc.language.writeback.NewNode;
import dev.procc.language.writeback.NodeEdits;
import dev.procc.language.writeback.WriteBack;
import dev.procc.language.writeback.WriteCandidate;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.diff.ProcessTree.PlacedNode;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.ProcessGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places where the drift of one process could be written.
final class PullCandidates {
  private final WriteBack back;
  private final DraftState state;
  private final @Nullable LiveSide live;
  private final LocalDate today;

  PullCandidates(WriteBack back, DraftState state, @Nullable LiveSide live, LocalDate today) {
    this.back = back;
    this.state = state;
    this.live = live;
    this.today = today;
  }

  List<WriteCandidate> of(PullEdit edit, @Nullable SharedPlace where) {
    CompiledProcess process = state.process(edit.identity());
    FieldChange change = state.pending(edit.identity()).get(edit.ref());
    if (process == null || live == null || change == null) {
      return List.of();
    }
    if (edit.isStructural()) {
      return structural(process, live, change);
    }
    FieldEdit written = fieldEdit(process, change);
    if (written == null) {
      return List.of();
    }
    if (where == SharedPlace.PERIOD) {
      WriteCandidate candidate = back.periodChange(written, reason());
      return candidate == null ? List.of() : List.of(candidate);
    }
    return back.field(written);
  }

  private static @Nullable FieldEdit fieldEdit(CompiledProcess process, FieldChange change) {
    FieldSpec field = Catalog.find(change.kind(), change.field());
    Integer days = change.value().businessDays();
    return field == null
        ? null
        : new FieldEdit(
            process,
            change.address(),
            field,
            change.before(),
            change.after(),
            days == null ? 0 : -days);
  }

  /// The reason why an edit has no place; null if unknown.
  @Nullable String whyNot(PullEdit edit) {
    CompiledProcess process = state.process(edit.identity());
    FieldEdit written =
        process == null || edit.isStructural() ? null : fieldEdit(process, edit.change());
    return written == null ? null : back.whyNot(written);
  }

  /// The reason of a one-off change. It has no name: Workiva says who changed a process last, not
  /// who made which edit.
  private String reason() {
    return "pulled from Workiva on " + today;
  }

  private List<WriteCandidate> structural(
      CompiledProcess process, LiveSide side, FieldChange change) {
    ProcessComparison comparison =
        ProcessComparison.of(
            DefinitionTrees.of(DesiredProcesses.of(process)),
            side.live(),
            side.entry(),
            LocalDate.EPOCH);
    NodeEdits edits = new NodeEdits(back, process);
    return switch (change.field()) {
      case FieldChange.POSITION -> reorder(edits, comparison, change.address());
      case FieldChange.PARENT -> move(edits, comparison, change.address());
      default ->
          change.after() == null
              ? add(edits, comparison, change.address())
              : edits.remove(change.address());
    };
  }

  private static List<WriteCandidate> add(
      NodeEdits edits, ProcessComparison comparison, String address) {
    for (PlacedNode place : comparison.liveTree().nodes()) {
      if (place.parent() != null && comparison.addressOf(place).equals(address)) {
        String parent = comparison.matching().definitionRef(place.parent().ref());
        return parent == null || LiveText.unsayable(place.node()) != null
            ? List.of()
            : edits.add(parent, before(comparison, place), newNode(comparison, place));
      }
    }
    return List.of();
  }

  private static NewNode newNode(ProcessComparison comparison, PlacedNode place) {
    List<NewNode> children = new ArrayList<>();
    for (PlacedNode child : comparison.liveTree().children(place)) {
      String known = comparison.matching().definitionRef(child.ref());
      children.add(
          known == null ? newNode(comparison, child) : new NewNode(child.node(), known, List.of()));
    }
    return new NewNode(place.node(), null, children);
  }

  private static List<WriteCandidate> move(
      NodeEdits edits, ProcessComparison comparison, String address) {
    String ref = comparison.matching().liveRef(address);
    PlacedNode place = ref == null ? null : comparison.liveTree().get(ref);
    PlacedNode parent = place == null ? null : place.parent();
    String group = parent == null ? null : comparison.matching().definitionRef(parent.ref());
    return place == null || group == null
        ? List.of()
        : edits.move(address, group, before(comparison, place));
  }

  private static List<WriteCandidate> reorder(
      NodeEdits edits, ProcessComparison comparison, String address) {
    ProcessTree tree = comparison.definition().normal();
    PlacedNode at = tree.get(address);
    PlacedNode group = at == null || at.node() instanceof ProcessGroup ? at : at.parent();
    String ref = group == null ? null : comparison.matching().liveRef(group.ref());
    PlacedNode liveGroup = ref == null ? null : comparison.liveTree().get(ref);
    if (group == null || liveGroup == null) {
      return List.of();
    }
    List<String> order = new ArrayList<>();
    for (PlacedNode child : comparison.liveTree().children(liveGroup)) {
      String known = comparison.matching().definitionRef(child.ref());
      if (known != null) {
        order.add(known);
      }
    }
    return edits.reorder(group.ref(), order);
  }

  /// The address of the nearest sibling before a live node that the definition has; null if there
  /// is none.
  private static @Nullable String before(ProcessComparison comparison, PlacedNode place) {
    PlacedNode parent = place.parent();
    if (parent == null) {
      return null;
    }
    List<PlacedNode> siblings = comparison.liveTree().children(parent);
    for (int i = place.index() - 1; i >= 0; i--) {
      String known = comparison.matching().definitionRef(siblings.get(i).ref());
      if (known != null) {
        return known;
      }
    }
    return null;
  }
}
