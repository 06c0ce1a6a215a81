package dev.procc.live.recover;

import dev.procc.base.json.Json;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normalizer;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The adoption of a live process that procc did not make, or whose entry was lost, by a
/// definition: `adopt` and `state rebuild`. Nothing is written to Workiva.
public final class Adoption {
  private final DesiredProcess desired;
  private final LiveProcess live;
  private final List<NodeRecord> nodeRecords = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private final List<String> neverShown = new ArrayList<>();
  private int matched;
  private boolean isAlike;

  private Adoption(DesiredProcess desired, LiveProcess live) {
    this.desired = desired;
    this.live = live;
  }

  /// Whether a live process may belong to a definition, whatever its name: its dates are those of
  /// the definition, and of the groups and tasks of either, at least half are in the other.
  public static boolean isAlike(DesiredProcess desired, LiveProcess live) {
    Adoption adoption = new Adoption(desired, live);
    adoption.result("", "", null);
    return adoption.isAlike;
  }

  /// The result of an adoption.
  ///
  /// @param entry for the ledger
  /// @param matchedCount the number of groups and tasks of the definition that exist, without the
  ///   root group
  /// @param nodeCount the number of groups and tasks of the definition
  /// @param differences `ADDRESS:FIELD` for each difference, in document order; for a node on only
  ///   one side `ADDRESS:node`, with its id if only the live process has it
  /// @param neverShown fields of the definition that the API never returns
  public record AdoptionResult(
      LedgerEntry entry,
      int matchedCount,
      int nodeCount,
      List<String> differences,
      List<String> neverShown) {
    public AdoptionResult {
      differences = List.copyOf(differences);
      neverShown = List.copyOf(neverShown);
    }
  }

  /// The entry that binds this live process to the definition. Fields on which both agree count as
  /// sent; who changed the others is unknown, so that they count as changed by both.
  ///
  /// @param recorded the former entry, whose runs and former processes are kept
  public static AdoptionResult adopt(
      String target,
      String origin,
      DesiredProcess desired,
      LiveProcess live,
      @Nullable LedgerEntry recorded) {
    return new Adoption(desired, live).result(target, origin, recorded);
  }

  private AdoptionResult result(String target, String origin, @Nullable LedgerEntry recorded) {
    Process normalized = Normalizer.normalize(desired.process());
    ProcessTree tree = ProcessTree.ofDefinition(normalized);
    ProcessTree liveTree = ProcessTree.ofLive(live.process());
    LastApplied known = known(recorded);
    NodeMatching matching = NodeMatcher.rematch(tree, liveTree, known);
    recordNode("", live.id(), normalized.fields(), live.process().fields());
    for (ProcessTree.PlacedNode treeNode : tree.nodes()) {
      String ref = matching.liveRef(treeNode.ref());
      ProcessTree.PlacedNode liveNode = ref == null ? null : liveTree.get(ref);
      String path = treeNode.ref().substring(desired.identity().length() + 1);
      if (liveNode != null) {
        matched += treeNode.parent() == null ? 0 : 1;
        recordNode(
            path, liveNode.ref(), kindAndFields(treeNode.node()), kindAndFields(liveNode.node()));
      } else {
        differences.add(treeNode.ref() + ":" + FieldChange.NODE);
        nodeRecords.add(
            recorded == null || known.id(treeNode.ref()) == null
                ? new NodeRecord(path, FieldHash.UNKNOWN, Map.of(), Map.of())
                : goneRecord(known.recordedAddress(treeNode.ref()), recorded).withPath(path));
      }
    }
    for (ProcessTree.PlacedNode treeNode : liveTree.nodes()) {
      if (matching.definitionRef(treeNode.ref()) == null) {
        differences.add(treeNode.ref() + ":" + FieldChange.NODE);
      }
    }
    boolean isSamePeriod =
        isSame(normalized, Fields.PROCESS_BUSINESS_START_DATE)
            && isSame(normalized, Fields.PROCESS_BUSINESS_END_DATE)
            && isSame(normalized, Fields.PROCESS_DUE_DATE);
    int most = Math.max(tree.size(), liveTree.size()) - 1;
    isAlike = isSamePeriod && matched > 0 && matched * 2 >= most;
    return new AdoptionResult(
        adoptedEntry(target, origin, recorded), matched, tree.size() - 1, differences, neverShown);
  }

  /// The recorded pairs of nodes if the process is the recorded one; no record for any other.
  private LastApplied known(@Nullable LedgerEntry recorded) {
    return recorded != null && live.id().equals(recorded.id())
        ? LedgerLastApplied.of(DefinitionTrees.of(desired), recorded)
        : LastApplied.NONE;
  }

  /// What was last applied of a node that is gone: by it a key that moves later is told from one
  /// that has moved already.
  private NodeRecord goneRecord(String address, LedgerEntry recorded) {
    String path = Address.path(desired.identity(), address);
    return recorded.nodes().stream()
        .filter(node -> node.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private String currentPath(LastApplied known, String recorded) {
    String address = known.currentAddress(Address.of(desired.identity(), recorded));
    return Address.path(desired.identity(), address);
  }

  private boolean isSame(Process definition, FieldSpec field) {
    return Objects.equals(definition.get(field), live.process().get(field));
  }

  private LedgerEntry adoptedEntry(String target, String origin, @Nullable LedgerEntry recorded) {
    LedgerEntry entry =
        recorded == null ? LedgerEntry.empty(target, desired.identity(), origin) : recorded;
    boolean equal = differences.isEmpty() && neverShown.isEmpty();
    LastApplied known = known(recorded);
    List<DriftWaiver> waivers = new ArrayList<>();
    for (DriftWaiver waiver : entry.waivers()) {
      waivers.add(waiver.withPath(currentPath(known, waiver.path())));
    }
    return entry
        .withWaivers(waivers)
        .withRunRecordsMoved(path -> currentPath(known, path))
        .withLive(live.id(), live.revision(), live.contentHash(), nodeRecords)
        .withBesides(live.besides())
        .withPending(null)
        .withDefinition(
            live.name(),
            new RecordedDefinition(
                equal ? desired.provenance().sourceHash().get() : RecordedDefinition.UNKNOWN_SOURCE,
                desired.is(ProcessFlag.PROTECTED),
                desired.onRemoval(),
                entry.definition().sources()));
  }

  private static Map<FieldSpec, Json> kindAndFields(ProcessNode node) {
    Map<FieldSpec, Json> all = new LinkedHashMap<>(node.fields());
    if (node instanceof ProcessJob job) {
      all.put(Fields.PROCESS_JOB_ACTION, Json.of(job.kind().name()));
    }
    return all;
  }

  private void recordNode(
      String path,
      String id,
      Map<FieldSpec, Json> desiredFields,
      Map<FieldSpec, Json> shownFields) {
    String address = Address.of(desired.identity(), path);
    Map<String, String> sent = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    shownFields.forEach((field, value) -> seen.put(field.name(), FieldHash.of(value)));
    desiredFields.forEach((field, value) -> {
      String name = field.name();
      String hash = FieldHash.of(value);
      if (hash.equals(seen.get(name))) {
        sent.put(name, hash);
        seen.remove(name);
      } else if (field.owner() == Owner.WRITE_ONLY) {
        neverShown.add(name);
      } else {
        differences.add(address + ":" + name);
        sent.put(name, FieldHash.UNKNOWN);
        seen.remove(name);
      }
    });
    nodeRecords.add(new NodeRecord(path, id, sent, seen));
  }
}
