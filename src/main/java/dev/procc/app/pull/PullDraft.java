package dev.procc.app.pull;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.project.IncrementalSession;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.pull.PullRequest.SharedPlace;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.base.text.Plural;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.writeback.WriteBack;
import dev.procc.language.writeback.WriteCandidate;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.vocabulary.Vocabulary;
import dev.procc.view.live.PullReport.PullRefusedRow;
import dev.procc.view.live.PullReport.PulledRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The draft of a pull, in memory: an edit is only accepted if the plan then has nothing left of it
/// and nothing else changes.
final class PullDraft {
  private static final int MAX_OTHERS = 5;

  private final ProjectSession session;
  private final TargetConnection connection;
  private final Map<String, LiveSide> live = new LinkedHashMap<>();
  private final @Nullable SharedPlace where;
  private final LocalDate asOf;
  private final IncrementalSession compiler;
  private final FrozenTree files;
  private final List<PulledRow> pulled = new ArrayList<>();
  private final List<PullRefusedRow> refused = new ArrayList<>();

  /// The edits that could not be pulled so far.
  private final Map<PullEdit, PullRefusedRow> unsettled = new LinkedHashMap<>();

  private final List<PullEdit> done = new ArrayList<>();
  private DraftState state;

  /// Reads the definitions: what is changed in them later is not overwritten.
  PullDraft(
      ProjectSession session,
      TargetConnection connection,
      @Nullable SharedPlace where,
      LocalDate asOf)
      throws Failure {
    this.session = session;
    this.connection = connection;
    this.where = where;
    this.asOf = asOf;
    compiler = new IncrementalSession(session.request().withAsOf(asOf), session.location());
    files = new FrozenTree(new DiskTree(session.root()));
    state = compile(Map.of());
  }

  /// Compares the definitions with the live processes that have drift, by identity.
  void compare(Map<String, LiveSide> with) throws Failure {
    live.putAll(with);
    state = compile(Map.of());
  }

  /// The text of a file as it was read; null if there is none.
  @Nullable String before(String path) {
    return files.text(path);
  }

  List<PulledRow> pulled() {
    return pulled;
  }

  List<PullRefusedRow> refused() {
    return refused;
  }

  Map<String, String> texts() {
    return state.texts();
  }

  /// Pulls edits; those that cannot be pulled are recorded with reasons. An edit may only be
  /// possible after another one: a group moves after what was added to it.
  void pull(List<PullEdit> edits) throws Failure {
    List<PullEdit> fields = new ArrayList<>(edits);
    fields.removeIf(PullEdit::isStructural);
    settle(fields);
    List<PullEdit> left = List.of();
    for (List<PullEdit> next = structural(edits); !next.isEmpty(); next = left) {
      int before = done.size();
      for (PullEdit edit : next) {
        settleOne(edit);
      }
      left = done.size() == before ? List.of() : List.copyOf(unsettled.keySet());
    }
    refused.addAll(unsettled.values());
  }

  private static List<PullEdit> structural(List<PullEdit> edits) {
    return edits.stream().filter(PullEdit::isStructural).toList();
  }

  void refuse(PullEdit edit, String why, WayOut way) {
    refused.add(new PullRefusedRow(edit.ref(), why, List.of(way)));
  }

  private DraftState compile(Map<String, String> texts) throws Failure {
    Outcome<Project> read = compiler.read(new OverlayTree(files, texts));
    Compilation compilation = compiler.compile(read);
    Map<String, Map<String, FieldChange>> pending = new LinkedHashMap<>();
    if (!compilation.hasErrors()) {
      PlanService plans =
          new PlanService(session, compilation, connection, PlanRequest.DEFAULT, asOf, trace -> {});
      for (CompiledProcess process : compilation.processes()) {
        LiveSide side = live.get(process.identity());
        if (side != null) {
          pending.put(process.identity(), pending(plans, process, side));
        }
      }
    }
    return new DraftState(new LinkedHashMap<>(texts), read, compilation, pending);
  }

  private static Map<String, FieldChange> pending(
      PlanService plans, CompiledProcess process, LiveSide side) throws Failure {
    ProcessPlan plan =
        plans
            .planAgainst(DesiredProcesses.of(process), side.live(), side.entry())
            .processes()
            .getFirst();
    Map<String, FieldChange> pending = new LinkedHashMap<>();
    for (FieldChange change : plan.changes()) {
      if (change.isEffective() || change.isContestedDrift()) {
        pending.put(change.address() + ":" + change.field(), change);
      }
    }
    return pending;
  }

  /// Writes all edits at once, each in its first place; if the effect differs, half of them at a
  /// time.
  private void settle(List<PullEdit> edits) throws Failure {
    if (edits.size() < 2) {
      if (!edits.isEmpty()) {
        settleOne(edits.getFirst());
      }
      return;
    }
    WriteBack back = state.writeBack();
    List<WriteCandidate> first = new ArrayList<>();
    for (PullEdit edit : edits) {
      List<WriteCandidate> candidates = candidates(back, edit);
      if (candidates.isEmpty()) {
        break;
      }
      first.add(candidates.getFirst());
    }
    DraftState next = first.size() < edits.size() ? null : apply(first);
    if (next != null && DraftCheck.of(state, next, done, edits).isClean()) {
      state = next;
      for (int i = 0; i < edits.size(); i++) {
        accept(edits.get(i), first.get(i), List.of());
      }
      return;
    }
    settle(edits.subList(0, edits.size() / 2));
    settle(edits.subList(edits.size() / 2, edits.size()));
  }

  private void accept(PullEdit edit, WriteCandidate candidate, List<String> others) {
    done.add(edit);
    unsettled.remove(edit);
    Set<String> places = new LinkedHashSet<>();
    candidate.edits().forEach(each -> places.add(each.span().pathAndLine()));
    pulled.add(new PulledRow(edit.change(), List.copyOf(places), candidate.note(), others));
  }

  private PullCandidates places(WriteBack back, PullEdit edit) {
    return new PullCandidates(back, state, live.get(edit.identity()), asOf);
  }

  private List<WriteCandidate> candidates(WriteBack back, PullEdit edit) {
    return places(back, edit).of(edit, where);
  }

  private void settleOne(PullEdit edit) throws Failure {
    if (!state.pending(edit.identity()).containsKey(edit.ref())) {
      accept(
          edit,
          new WriteCandidate(WritePlace.LINE, List.of(), Map.of(), "with another edit"),
          List.of());
      return;
    }
    List<WriteCandidate> candidates = candidates(state.writeBack(), edit);
    DraftCheck shared = null;
    WriteCandidate sharedCandidate = null;
    String error = null;
    for (WriteCandidate candidate : candidates) {
      DraftState next = apply(List.of(candidate));
      DraftCheck check = next == null ? null : DraftCheck.of(state, next, done, List.of(edit));
      if (next == null || check == null) {
        continue;
      }
      if (check.isClean() || mayShare(edit, candidate, check)) {
        state = next;
        accept(edit, candidate, check.others());
        return;
      }
      if (error == null && check.error() != null) {
        error = check.error();
      }
      if (shared == null && check.error() == null && !check.missed()) {
        shared = check;
        sharedCandidate = candidate;
      }
    }
    unsettled.put(edit, refusal(edit, shared, sharedCandidate, error));
  }

  private boolean mayShare(PullEdit edit, WriteCandidate candidate, DraftCheck check) {
    boolean asked =
        where == SharedPlace.TEMPLATE && candidate.place() == WritePlace.LINE
            || where == SharedPlace.USE && candidate.place() == WritePlace.USE;
    return asked && !edit.isMove() && check.error() == null && !check.missed();
  }

  private PullRefusedRow refusal(
      PullEdit edit,
      @Nullable DraftCheck shared,
      @Nullable WriteCandidate candidate,
      @Nullable String error) {
    List<WayOut> byHand =
        List.of(
            WayOut.ofEdits(edit.ref(), true).getFirst(),
            new WayOut(
                "write it into the definition by hand", "the next plan shows whether it fits"));
    String inside = edit.isMove() ? pendingWithin(edit) : null;
    if (inside != null) {
      return new PullRefusedRow(edit.ref(), inside + " in it was not pulled", byHand);
    }
    if (shared != null && candidate != null) {
      List<String> others = shared.others();
      String more =
          others.size() > MAX_OTHERS ? " and " + (others.size() - MAX_OTHERS) + " more" : "";
      String names = String.join(", ", others.subList(0, Math.min(MAX_OTHERS, others.size())));
      return new PullRefusedRow(
          edit.ref(),
          candidate.edits().getFirst().span().pathAndLine() + " also makes " + names + more,
          waysOfShared(
              edit,
              candidate.place() == WritePlace.USE ? "use" : "template",
              names + more + Plural.choose(others.size(), " changes", " change") + " with it"));
    }
    String why = places(state.writeBack(), edit).whyNot(edit);
    return new PullRefusedRow(
        edit.ref(),
        error != null
            ? "the definitions could not say it: " + error
            : why != null ? why : "no line of the definitions can be changed to say it alone",
        Stream.concat(inPeriod(edit), byHand.stream()).toList());
  }

  private List<WayOut> waysOfShared(PullEdit edit, String place, String cost) {
    WayOut all = new WayOut("procc pull " + edit.ref() + " --where " + place, cost);
    return Stream.concat(inPeriod(edit), Stream.of(all)).toList();
  }

  /// An edit within a node that was moved, which is still to be pulled; null if there is none.
  private @Nullable String pendingWithin(PullEdit move) {
    String within = move.change().address() + "/";
    for (String ref : state.pending(move.identity()).keySet()) {
      if (ref.startsWith(within)) {
        return ref;
      }
    }
    return null;
  }

  /// The way of a one-off change, where it may express the edit.
  private Stream<WayOut> inPeriod(PullEdit edit) {
    CompiledProcess process = state.process(edit.identity());
    return process != null
            && process.period() != null
            && !edit.isStructural()
            && Vocabulary.mapping("Change").key(edit.change().field()) != null
            && where != SharedPlace.PERIOD
        ? Stream.of(
            new WayOut(
                "procc pull " + edit.ref() + " --where period",
                "a one-off change of its period says it; nothing else changes"))
        : Stream.of();
  }

  /// The draft with candidates; null if their edits overlap.
  private @Nullable DraftState apply(List<WriteCandidate> candidates) throws Failure {
    Map<SourceFile, List<TextEdit>> byFile = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>(state.texts());
    for (WriteCandidate candidate : candidates) {
      for (TextEdit edit : candidate.edits()) {
        byFile.computeIfAbsent(edit.span().file(), f -> new ArrayList<>()).add(edit);
      }
      candidate.newFiles().forEach(texts::putIfAbsent);
    }
    for (Map.Entry<SourceFile, List<TextEdit>> file : byFile.entrySet()) {
      String text =
          TextEdits.apply(file.getKey(), withLineEnds(file.getKey(), file.getValue())).orElse(null);
      if (text == null) {
        return null;
      }
      texts.put(file.getKey().path(), text);
    }
    return compile(texts);
  }

  /// The edits with the line ends of their file.
  private static List<TextEdit> withLineEnds(SourceFile file, List<TextEdit> edits) {
    if (!file.text().contains("\r\n")) {
      return edits;
    }
    List<TextEdit> converted = new ArrayList<>();
    for (TextEdit edit : edits) {
      String text = edit.replacement().replace("\r\n", "\n").replace("\n", "\r\n");
      converted.add(new TextEdit(edit.span(), text));
    }
    return converted;
  }
}
