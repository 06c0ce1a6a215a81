package dev.procc.app.pull;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.pull.PullRequest.SharedPlace;
import dev.procc.base.text.Plural;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.writeback.WriteBack;
import dev.procc.language.writeback.WriteCandidate;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The draft of a pull, in memory: an edit is only accepted if the plan then has nothing left of it
/// and nothing else changes.
final class PullDraft {
  private static final int MAX_OTHERS = 5;

  /// The number of values that follow from an edit and may each be held by a one-off change.
  private static final int MAX_HELD = 20;

  private final Map<String, LiveSide> live = new LinkedHashMap<>();
  private final @Nullable SharedPlace where;
  private final LocalDate asOf;
  private final DraftCompiler drafts;
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
    this.where = where;
    this.asOf = asOf;
    drafts = new DraftCompiler(session, connection, live, asOf);
    state = drafts.compile(Map.of());
  }

  /// Compares the definitions with the live processes that have drift, by identity.
  void compare(Map<String, LiveSide> with) throws Failure {
    live.putAll(with);
    state = drafts.compile(Map.of());
  }

  /// The text of a file as it was read; null if there is none.
  @Nullable String before(String path) {
    return drafts.before(path);
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
    DraftState next = first.size() < edits.size() ? null : drafts.apply(state, first);
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
    if (where == SharedPlace.PERIOD && !edit.isStructural()) {
      PeriodTrial trial = inPeriod(edit);
      if (trial != null && trial.error() == null) {
        state = trial.next();
        accept(edit, trial.candidate(), List.of());
      } else {
        unsettled.put(
            edit, refusal(edit, sharing(edit, null), trial == null ? null : trial.error()));
      }
      return;
    }
    Sharing sharing = sharing(edit, where);
    if (sharing.accepted() == null) {
      unsettled.put(edit, refusal(edit, sharing, sharing.error()));
      return;
    }
    state = sharing.accepted();
    accept(edit, Objects.requireNonNull(sharing.candidate()), sharing.others());
  }

  /// What came of the candidates for an edit: the draft with one that may be taken; otherwise one
  /// that changes others as well, or an error.
  ///
  /// @param accepted null if no candidate may be taken
  /// @param candidate the accepted one, or the first that changes others as well; null for none
  /// @param others what changes with the candidate
  private record Sharing(
      @Nullable DraftState accepted,
      @Nullable WriteCandidate candidate,
      List<String> others,
      @Nullable String error) {}

  private Sharing sharing(PullEdit edit, @Nullable SharedPlace place) throws Failure {
    DraftCheck shared = null;
    WriteCandidate sharedCandidate = null;
    String error = null;
    for (WriteCandidate candidate : places(state.writeBack(), edit).of(edit, place)) {
      DraftState next = drafts.apply(state, List.of(candidate));
      DraftCheck check = next == null ? null : DraftCheck.of(state, next, done, List.of(edit));
      if (next == null || check == null) {
        continue;
      }
      if (check.isClean() || mayShare(edit, candidate, check)) {
        return new Sharing(next, candidate, check.others(), null);
      }
      if (error == null && check.error() != null) {
        error = check.error();
      }
      if (shared == null && check.error() == null && !check.missed()) {
        shared = check;
        sharedCandidate = candidate;
      }
    }
    return new Sharing(null, sharedCandidate, shared == null ? List.of() : shared.others(), error);
  }

  /// An edit as a one-off change of its period, with one for each value that would follow from it,
  /// so that it stays as it is in Workiva.
  ///
  /// @param held the values that stay by a change of their own
  /// @param error why the definitions cannot say it; null if they can
  private record PeriodTrial(
      DraftState next, WriteCandidate candidate, List<String> held, @Nullable String error) {}

  /// Null if a one-off change cannot say it.
  private @Nullable PeriodTrial inPeriod(PullEdit edit) throws Failure {
    List<WriteCandidate> candidates = places(state.writeBack(), edit).of(edit, SharedPlace.PERIOD);
    DraftState next =
        candidates.isEmpty() ? null : drafts.apply(state, List.of(candidates.getFirst()));
    if (next == null) {
      return null;
    }
    DraftCheck check = DraftCheck.of(state, next, done, List.of(edit));
    List<String> held = new ArrayList<>(check.others());
    for (String ref : held.size() > MAX_HELD ? List.<String>of() : held) {
      FieldChange follows = next.pending(edit.identity()).get(ref);
      DraftState more =
          follows == null ? null : withPeriodChange(next, new PullEdit(edit.identity(), follows));
      next = more == null ? next : more;
    }
    check = DraftCheck.of(state, next, done, List.of(edit));
    if (check.error() == null && !check.isClean()) {
      return null;
    }
    String note = held.isEmpty() ? "" : "with changes that keep " + some(held) + " as before";
    WriteCandidate first = candidates.getFirst();
    return new PeriodTrial(
        next,
        new WriteCandidate(first.place(), first.edits(), first.newFiles(), note),
        held,
        check.error());
  }

  private @Nullable DraftState withPeriodChange(DraftState draft, PullEdit edit) throws Failure {
    List<WriteCandidate> candidates =
        new PullCandidates(draft.writeBack(), draft, live.get(edit.identity()), asOf)
            .of(edit, SharedPlace.PERIOD);
    return candidates.isEmpty() ? null : drafts.apply(draft, List.of(candidates.getFirst()));
  }

  /// The first of some addresses and the number of the others.
  private static String some(List<String> refs) {
    String more = refs.size() > MAX_OTHERS ? " and " + (refs.size() - MAX_OTHERS) + " more" : "";
    return String.join(", ", refs.subList(0, Math.min(MAX_OTHERS, refs.size()))) + more;
  }

  private boolean mayShare(PullEdit edit, WriteCandidate candidate, DraftCheck check) {
    boolean asked =
        where == SharedPlace.TEMPLATE && candidate.place() == WritePlace.LINE
            || where == SharedPlace.USE && candidate.place() == WritePlace.USE;
    return asked && !edit.isMove() && check.error() == null && !check.missed();
  }

  private PullRefusedRow refusal(PullEdit edit, Sharing sharing, @Nullable String error)
      throws Failure {
    WayOut keep = WayOut.ofEdits(edit.ref(), true).getFirst();
    WayOut byHand =
        new WayOut("write it into the definition by hand", "the next plan shows whether it fits");
    String inside = edit.isMove() ? pendingWithin(edit) : null;
    if (inside != null) {
      return new PullRefusedRow(
          edit.ref(), inside + " in it was not pulled", List.of(keep, byHand));
    }
    List<WayOut> ways = new ArrayList<>(List.of(keep));
    ways.addAll(wayInPeriod(edit));
    WriteCandidate candidate = sharing.candidate();
    String why = null;
    if (sharing.accepted() != null) {
      ways.add(
          new WayOut("procc pull " + edit.ref(), "its own line says it; nothing else changes"));
    } else if (candidate != null) {
      String names = some(sharing.others());
      why = candidate.edits().getFirst().span().pathAndLine() + " also makes " + names;
      ways.add(
          new WayOut(
              "procc pull "
                  + edit.ref()
                  + " --where "
                  + (candidate.place() == WritePlace.USE ? "use" : "template"),
              names + Plural.choose(sharing.others().size(), " changes", " change") + " with it"));
    } else {
      ways.add(byHand);
    }
    if (error != null && (why == null || where == SharedPlace.PERIOD)) {
      why = "the definitions could not say it: " + error;
    }
    why = why == null ? places(state.writeBack(), edit).whyNot(edit) : why;
    return new PullRefusedRow(
        edit.ref(),
        why == null ? "no line of the definitions can be changed to say it alone" : why,
        ways);
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

  /// The way of a one-off change, where it can say the edit.
  private List<WayOut> wayInPeriod(PullEdit edit) throws Failure {
    CompiledProcess process = state.process(edit.identity());
    boolean mayBe =
        process != null
            && process.period() != null
            && !edit.isStructural()
            && Vocabulary.mapping("Change").key(edit.change().field()) != null
            && where != SharedPlace.PERIOD;
    PeriodTrial trial = mayBe ? inPeriod(edit) : null;
    if (trial == null || trial.error() != null) {
      return List.of();
    }
    return List.of(
        new WayOut(
            "procc pull " + edit.ref() + " --where period",
            trial.held().isEmpty()
                ? "a one-off change of its period says it; nothing else changes"
                : "one-off changes of its period say it, and keep "
                    + some(trial.held())
                    + " as before"));
  }
}
