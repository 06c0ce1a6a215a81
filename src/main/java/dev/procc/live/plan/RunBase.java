package dev.procc.live.plan;

import dev.procc.live.diff.Base;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.InRun;
import dev.procc.live.ledger.LedgerEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ledger as the third side of a comparison with a run: an address leads over the id of the
/// process's node to the job run made from it, or to the job run that was added for it.
///
/// A run of a former process knows ids that the ledger has no more: then nothing is recorded of its
/// nodes, and they are told by place and body.
final class RunBase implements Base {
  private final Base process;
  private final Map<String, String> refOf = new HashMap<>();
  private final Map<String, String> addressOf = new HashMap<>();

  RunBase(Base process, RunTree run, String identity, @Nullable LedgerEntry entry) {
    this.process = process;
    for (Tree.Place place : run.tree().all()) {
      String build = build(place, run);
      String address = build.isEmpty() ? null : process.address(build);
      if (address != null) {
        pair(address, place.ref());
      }
    }
    if (entry != null) {
      for (InRun added : entry.inRuns()) {
        if (added.added() && added.run().equals(run.id()) && run.tree().get(added.id()) != null) {
          pair(LedgerBase.address(identity, added.path()), added.id());
        }
      }
    }
  }

  /// Where the server does not say of which group a group run was made, a child that it does say it
  /// of tells.
  private String build(Tree.Place place, RunTree run) {
    String said = run.item(place.ref()).build();
    if (!said.isEmpty()) {
      return said;
    }
    for (Tree.Place child : run.tree().children(place)) {
      String of = build(child, run);
      String parent = of.isEmpty() ? null : process.parent(of);
      if (parent != null) {
        return parent;
      }
    }
    return "";
  }

  private void pair(String address, String ref) {
    refOf.putIfAbsent(address, ref);
    addressOf.putIfAbsent(ref, address);
  }

  @Override
  public boolean known() {
    return process.known();
  }

  @Override
  public @Nullable String id(String address) {
    return refOf.get(address);
  }

  @Override
  public @Nullable String address(String id) {
    return addressOf.get(id);
  }

  @Override
  public @Nullable String sent(String address, String field) {
    return process.sent(address, field);
  }

  @Override
  public String seen(String address, String field) {
    return process.seen(address, field);
  }

  @Override
  public int order(String id) {
    return -1;
  }

  @Override
  public @Nullable String parent(String id) {
    return null;
  }
}
