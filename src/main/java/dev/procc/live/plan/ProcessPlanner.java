package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Base;
import dev.procc.live.diff.Fact;
import dev.procc.live.diff.Matcher;
import dev.procc.live.diff.Matching;
import dev.procc.live.diff.Side;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.OnRemoval;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Counterfactual;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Later;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Note;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Precondition;
import dev.procc.live.planfile.PredictedShift;
import dev.procc.live.planfile.Reason;
import dev.procc.live.planfile.ReplacePath;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normal;
import dev.procc.live.wire.Wire;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Plans one process that has a definition.
final class ProcessPlanner {
  private final Context context;
  private final Listing listing;
  private final Desired desired;
  private final @Nullable LedgerEntry entry;
  private final Tree raw;
  private final Tree tree;
  private final Base base;
  private final Causes causes;
  private final Draft draft;
  private final Measurements server;

  ProcessPlanner(Context context, Listing listing, Desired desired, @Nullable LedgerEntry entry) {
    this.context = context;
    this.listing = listing;
    this.desired = desired;
    this.entry = entry;
    this.raw = Tree.ofDefinition(desired.process());
    this.tree = Tree.ofDefinition(Normal.of(desired.process()));
    this.base = LedgerBase.of(desired.identity(), entry, desired.moved());
    this.causes = new Causes(desired, entry);
    this.draft = new Draft(desired.key(), desired.period());
    this.server = context.settings().server();
    draft.name = Changes.name(tree.process());
    draft.nodeCount = tree.size() - 1;
  }

  Draft plan(Found found) {
    if (desired.closed()) {
      draft.warnings.add("its period is closed: it is out of reach");
      return draft;
    }
    switch (found) {
      case Found.None none -> create(null);
      case Found.Missing missing -> missing(missing.id());
      case Found.Unchanged unchanged -> {
        draft.id = unchanged.id();
        draft.live = new LiveState(unchanged.revision(), null, null, null, true, false, List.of());
        Guards.runs(draft, listing, entry);
        Guards.restored(draft, listing, entry);
      }
      case Found.Read read -> compare(read.live());
    }
    draft.dates = draft.actions.isEmpty() ? List.of() : Dates.rows(desired, tree);
    draft.dateCount = Dates.count(tree);
    assumptions();
    settle();
    return draft;
  }

  /// What the ledger alone has to learn, where nothing else is done: whether the process is
  /// protected, and what becomes of it without its definition.
  private void settle() {
    if (entry == null || !draft.actions.isEmpty() || !draft.refusals.isEmpty()) {
      return;
    }
    boolean protection = entry.protect() != desired.protect();
    boolean removal = entry.onRemoval() != desired.onRemoval();
    if (protection) {
      draft.warnings.add(
          "apply notes in the ledger that it is "
              + (desired.protect() ? "protected" : "no longer protected"));
    }
    if (removal) {
      draft.warnings.add(
          "apply notes in the ledger that it "
              + (desired.onRemoval() == OnRemoval.TRASH ? "goes to the bin" : "stays")
              + " when its definition is removed");
    }
    if ((protection || removal) && draft.note == null) {
      draft.note =
          Later.of(
              new Note(
                  entry.sourceHash(),
                  desired.protect(),
                  desired.onRemoval(),
                  entry.sources(),
                  "",
                  List.of()));
    }
  }

  /// What the documents do not state, nobody has measured, and the calls rest on.
  private void assumptions() {
    boolean renames = false;
    boolean sets = false;
    for (FieldChange change : draft.changes) {
      renames |= change.reason() == Reason.RENAME;
      sets |= change.reason() == Reason.PATCHABLE && change.before() == null;
    }
    boolean inPlace = !draft.actions.contains(Action.CREATE);
    boolean running = draft.runs.equals("active") && !draft.operations.isEmpty();
    assume("shift", !draft.predictedShifts.isEmpty());
    assume("replace-absent", sets && inPlace);
    assume("batch-shape", renames && inPlace);
    assume("patch-running", running);
    if (running && inPlace && server.is("patch-running", "refuse")) {
      draft.refuse(
          SafetyRule.RUNNING,
          "a run is active, and the server was measured to refuse every change until it has ended",
          null,
          "wait for the end of the run: procc status " + desired.identity());
    }
  }

  private void assume(String key, boolean rests) {
    if (rests && !server.knows(key)) {
      draft.assumes.add(key);
    }
  }

  private void missing(String id) {
    if (context.overrides().recreate().contains(desired.identity())) {
      create(id);
    } else {
      draft.id = id;
      List<String> back = listing.back(entry, id);
      List<String> alike = listing.lookAlikes(draft.name, id);
      draft.live =
          new LiveState(null, null, null, null, true, false, listing.rivals(draft.name, entry, id));
      List<String> takes = back.isEmpty() ? alike : back;
      draft.refuse(
          SafetyRule.MISSING,
          "the ledger knows it as \""
              + id
              + "\", and the server has no such process"
              + (back.isEmpty()
                  ? ""
                  : ", but a former one of it is live again: " + String.join(", ", back))
              + (alike.isEmpty() ? "" : ", but one of that name: " + String.join(", ", alike)),
          "--recreate " + desired.identity(),
          takes.isEmpty()
              ? "procc restore " + desired.identity() + " takes it out of the bin"
              : "procc adopt "
                  + desired.identity()
                  + " "
                  + takes.getFirst()
                  + " makes it the one of this definition");
    }
  }

  private void create(@Nullable String gone) {
    List<String> alike = listing.rivals(draft.name, entry, gone);
    draft.live = new LiveState(null, null, null, null, entry != null, false, alike);
    draft.actions.add(Action.CREATE);
    draft.loads = Loads.of(tree, null);
    List<Precondition> first = new ArrayList<>();
    first.add(
        gone == null ? Precondition.of("notRecorded", null) : Precondition.of("missing", gone));
    first.add(new Precondition("lookAlikes", null, alike));
    draft.operations = Operations.create(tree.process(), first);
    Changes changes = new Changes(desired, tree, causes, Map.of());
    changes.created();
    draft.changes = changes.all();
    draft.note = Later.by(() -> note(Map.of(), intent(), Map.of()));
    Guards.creates(draft, context, desired, listing, entry, tree);
  }

  private void compare(LiveProcess live) {
    draft.id = live.id();
    if (draft.name.isEmpty()) {
      draft.name = live.name();
    }
    List<String> alike = listing.rivals(draft.name, entry, live.id());
    draft.live =
        new LiveState(
            live.revision(),
            live.contentHash(),
            live.modified().user(),
            live.modified().at(),
            base.known(),
            true,
            alike);
    Guards.runs(draft, listing, entry);
    Tree there = Tree.ofLive(live.process());
    Matching matching = Matcher.match(tree, there, base);
    BiPredicate<String, String> kept = new KeptEdits(desired.identity(), entry, context.asOf());
    boolean forced = context.overrides().replace().contains(desired.identity());
    if (forced || !inPlace(live, there, matching, kept)) {
      anew(live, matching, kept, forced);
    } else {
      Guards.restored(draft, listing, entry);
    }
    Edits.overwrites(draft, live, context);
    Edits.exceptions(draft, entry, context);
  }

  /// Whether the process can stay; then the draft is made.
  private boolean inPlace(
      LiveProcess live, Tree there, Matching matching, BiPredicate<String, String> kept) {
    Goals goals = new Goals(raw, live, base, kept, context.overrides(), server, false);
    List<Item> items =
        new ArrayList<>(goals.process(tree.process().fields(), live.process().fields(), live.id()));
    if (items.stream().anyMatch(item -> item.kind() == Item.Kind.IMPOSSIBLE)) {
      return false;
    }
    Process later = predict(live, items);
    Tree shifted = later == live.process() ? there : Tree.ofLive(later);
    InPlace search =
        new InPlace(
            tree,
            there,
            shifted,
            matching,
            base,
            goals,
            context.overrides(),
            desired.strictOrder());
    List<Item> nodes = search.items();
    if (nodes == null) {
      return false;
    }
    items.addAll(nodes);
    draft.operations =
        Operations.inPlace(
            live.id(), seen(), live.process().fields(), items, server.is("batch-shape", "nested"));
    for (Operation operation : draft.operations) {
      Action action = operation.id().equals("patch") ? Action.PATCH : Action.RENAME;
      if (!draft.actions.contains(action)) {
        draft.actions.add(action);
      }
    }
    Changes changes = new Changes(desired, tree, causes, live.process().fields());
    items.forEach(changes::add);
    leftThere(search, matching, changes);
    draft.changes = changes.all();
    shifts(there, shifted, search.pairs());
    boolean converged = items.stream().anyMatch(item -> item.kind() == Item.Kind.CONVERGED);
    if (!draft.operations.isEmpty() || converged) {
      draft.note =
          Later.by(
              () -> note(search.pairs(), Wire.contentHash(Expected.of(later, items)), kept(items)));
    }
    Guards.inPlace(draft, context, desired, tree);
    return true;
  }

  /// What was done to the structure in Workiva and stays.
  private void leftThere(InPlace search, Matching matching, Changes changes) {
    for (Tree.Place place : search.removedThere()) {
      changes.add(new Fact.Added(place), Side.DRIFT, place.ref(), true);
    }
    for (Map.Entry<Tree.Place, Tree.Place> moved : search.movedThere().entrySet()) {
      changes.add(
          new Fact.Moved(moved.getKey(), moved.getValue()), Side.DRIFT, moved.getKey().ref(), true);
    }
    for (Tree.Place place : search.addedThere()) {
      changes.add(
          new Fact.Removed(place), Side.DRIFT, LiveAddress.of(place, tree, matching, base), true);
    }
    search.reorderedThere().forEach(changes::reorderedThere);
    for (Tree.Place group : search.reorderedFreely()) {
      draft.warnings.add(
          "the children of "
              + group.ref()
              + " stand in another order in Workiva; they run all at the same time, so it is left");
    }
  }

  /// The live process as the server leaves it after the PATCH of these items, so far as it moves
  /// dates by itself.
  private Process predict(LiveProcess live, List<Item> items) {
    List<Map<Field, Json>> states = new ArrayList<>();
    if (server.is("shift", "per-operation")) {
      List<Item> patch = Operations.of(items, Item.Kind.PATCH);
      states.addAll(new Patch(live.process().fields(), patch).states());
    }
    states.add(goalFields(live, items));
    return ServerShift.predict(live.process(), states, server);
  }

  private static Map<Field, Json> goalFields(LiveProcess live, List<Item> items) {
    Map<Field, Json> goal = new LinkedHashMap<>(live.process().fields());
    for (Item item : items) {
      if (item.kind() == Item.Kind.PATCH && item.field().owner() == Owner.DEFINITION) {
        if (item.after() == null) {
          goal.remove(item.field());
        } else {
          goal.put(item.field(), item.after());
        }
      }
    }
    return goal;
  }

  private void shifts(Tree there, Tree shifted, Map<String, String> pairs) {
    if (there == shifted) {
      return;
    }
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      Tree.Place before = there.get(pair.getValue());
      Tree.Place after = shifted.get(pair.getValue());
      if (before != null && after != null) {
        for (Map.Entry<Field, Json> entry : before.node().fields().entrySet()) {
          if (after.node().get(entry.getKey()) instanceof Json.Str now
              && entry.getValue() instanceof Json.Str then
              && !then.equals(now)) {
            draft.predictedShifts.add(
                new PredictedShift(
                    pair.getKey(), entry.getKey().name(), then.value(), now.value()));
          }
        }
      }
    }
  }

  private void anew(
      LiveProcess live, Matching matching, BiPredicate<String, String> kept, boolean forced) {
    Goals goals = new Goals(raw, live, base, kept, context.overrides(), server, true);
    List<Item> process = goals.process(tree.process().fields(), live.process().fields(), live.id());
    Process later = predict(live, process);
    Anew anew =
        new Anew(
            raw,
            tree,
            live,
            later,
            matching,
            base,
            kept,
            context.overrides(),
            server,
            desired.strictOrder());
    draft.loads = Loads.of(tree, Tree.ofLive(live.process()));
    List<Item> items = anew.items(process);
    List<Anew.Structural> structure = anew.structure();
    Changes changes = new Changes(desired, tree, causes, live.process().fields());
    items.forEach(changes::add);
    for (Anew.Structural one : structure) {
      changes.add(one.fact(), one.side(), address(anew, one.fact()), false);
    }
    draft.changes = changes.all();
    certificate(anew, items, structure, forced, live, later);
    draft.actions.add(Action.CREATE);
    draft.actions.add(Action.TRASH);
    operations(live, anew.body());
    draft.carried = List.copyOf(anew.carried());
    draft.note = Later.by(() -> note(Map.of(), intent(), Map.of()));
    Losses.of(draft, live);
    if (!matching.ambiguous().isEmpty()) {
      draft.warnings.add(
          "several live tasks are alike, so it is not guessed which of them is "
              + Guards.some(matching.ambiguous()));
    }
    Guards.creates(draft, context, desired, listing, entry, tree);
    Guards.replaces(draft, context, desired, entry, live);
  }

  private void operations(LiveProcess live, Process body) {
    List<Precondition> first =
        List.of(
            Precondition.of("content", seen()),
            Precondition.of("noRun", draft.runs.equals("none") ? null : draft.runs),
            new Precondition("lookAlikes", null, draft.live.lookAlikes()));
    List<Operation> operations = new ArrayList<>(Operations.create(Normal.of(body), first));
    operations.add(
        Operations.trash(
            live.id(),
            List.of(
                Precondition.of("done", "validate"),
                Precondition.of("content", seen()),
                Precondition.of("noRun", draft.runs.equals("none") ? null : draft.runs))));
    draft.operations = operations;
  }

  private static String address(Anew anew, Fact fact) {
    return switch (fact) {
      case Fact.Added added -> added.place().ref();
      case Fact.Removed removed -> anew.addressOf(removed.place());
      case Fact.Moved moved -> moved.place().ref();
      case Fact.Reordered reordered -> reordered.place().ref();
      case Fact.Changed changed -> changed.address();
    };
  }

  private void certificate(
      Anew anew,
      List<Item> items,
      List<Anew.Structural> structure,
      boolean forced,
      LiveProcess live,
      Process later) {
    for (Item item : items) {
      if (anew.forces(item)) {
        draft.replacePaths.add(
            new ReplacePath(item.address(), item.field().name(), Reason.NOT_PATCHABLE));
      }
    }
    for (Anew.Structural one : structure) {
      if (one.side() != Side.DRIFT || context.overrides().overwrites(address(anew, one.fact()))) {
        draft.replacePaths.add(path(anew, one.fact()));
      }
    }
    if (forced && draft.replacePaths.isEmpty()) {
      draft.replacePaths.add(new ReplacePath(desired.identity(), FieldChange.NODE, Reason.FORCED));
      return;
    }
    List<String> revert = new ArrayList<>();
    for (ReplacePath path : draft.replacePaths) {
      revert.add(path.address() + ":" + path.field());
    }
    List<Item> patch = Operations.of(items, Item.Kind.PATCH, Item.Kind.WRITE_ONLY);
    int shifts = Dates.different(live.process(), later);
    draft.counterfactual =
        new Counterfactual(
            revert,
            new Patch(live.process().fields(), patch).operations().size(),
            Operations.of(items, Item.Kind.RENAME).size(),
            shifts);
  }

  private static ReplacePath path(Anew anew, Fact fact) {
    String address = address(anew, fact);
    return switch (fact) {
      case Fact.Added added -> new ReplacePath(address, FieldChange.NODE, Reason.STRUCTURE_CHANGED);
      case Fact.Removed removed ->
          new ReplacePath(address, FieldChange.NODE, Reason.STRUCTURE_CHANGED);
      case Fact.Moved moved ->
          new ReplacePath(address, FieldChange.PARENT, Reason.STRUCTURE_CHANGED);
      case Fact.Reordered reordered ->
          new ReplacePath(address, FieldChange.POSITION, Reason.ORDER_CHANGED);
      case Fact.Changed changed ->
          new ReplacePath(address, changed.field().name(), Reason.NOT_PATCHABLE);
    };
  }

  /// Fields whose edits stay, by address: what was seen at the last apply remains on record.
  private Map<String, Map<String, String>> kept(List<Item> items) {
    Map<String, Map<String, String>> left = new LinkedHashMap<>();
    for (Item item : items) {
      if (item.kind() == Item.Kind.LEFT) {
        left.computeIfAbsent(item.address(), a -> new LinkedHashMap<>())
            .put(item.field().name(), base.seen(item.address(), item.field().name()));
      }
    }
    return left;
  }

  /// The content hash of the live process.
  private String seen() {
    String hash = draft.live.contentHash();
    return hash == null ? "" : hash;
  }

  /// The hash of the body of the create.
  private String intent() {
    for (Operation operation : draft.operations) {
      if (operation.id().equals("create") && operation.body() != null) {
        return Wire.sha256(operation.body());
      }
    }
    return "";
  }

  private Note note(
      Map<String, String> pairs, String expected, Map<String, Map<String, String>> left) {
    return Notes.of(desired, raw, tree, draft.id, base, pairs, expected, left);
  }
}
