package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Matcher;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.HandStep;
import dev.procc.live.planfile.HandStep.Edit;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The list for hands: what differs between a definition and a run and no call can change, as steps
/// in the order of the tree. What is over stays as it was and is no step.
final class Hands {
  private final RunComparison comparison;
  private final RunTree run;
  private final List<HandStep> steps = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  Hands(RunComparison comparison) {
    this.comparison = comparison;
    this.run = comparison.run();
  }

  List<HandStep> steps() {
    return steps;
  }

  /// What differs and stays.
  List<String> left() {
    return left;
  }

  void find() {
    process();
    for (Tree.Place place : comparison.definition().all()) {
      Tree.Place there = comparison.inRun(place.ref());
      if (there != null) {
        pair(place, there);
      } else if (place.node() instanceof Group && known(place.parent())) {
        addGroup(place);
      }
    }
    for (Tree.Place place : run.tree().all()) {
      if (place.node() instanceof Job && comparison.address(place.ref()) == null) {
        gone(place);
      }
    }
  }

  private boolean known(Tree.@Nullable Place group) {
    return group != null && comparison.inRun(group.ref()) != null;
  }

  private void process() {
    String identity = comparison.desired().identity();
    Map<Field, Json> wanted = comparison.definition().process().fields();
    Map<Field, Json> written = comparison.desired().process().fields();
    Map<Field, Json> shown = run.tree().process().fields();
    List<Edit> edits = new ArrayList<>();
    for (Field field :
        List.of(
            Fields.PROCESS_NAME,
            Fields.PROCESS_DUE_DATE,
            Fields.PROCESS_AUTO_CLOSE,
            Fields.PROCESS_CERT_AUTO_APPROVE)) {
      boolean shows = field == Fields.PROCESS_DUE_DATE || run.shows(field.name());
      if (written.containsKey(field) && shows) {
        edit(edits, identity, field, wanted.get(field), shown.get(field), Screens::process);
      }
    }
    if (!edits.isEmpty()) {
      add(HandStep.PROCESS, identity, run.id(), "", "open", edits, false, List.of(), "");
    }
  }

  private void pair(Tree.Place place, Tree.Place there) {
    RunTree.Item item = run.item(there.ref());
    boolean group = place.node() instanceof Group;
    List<Edit> edits = new ArrayList<>();
    for (Field field : managed(place, there)) {
      boolean shown = !group || field.required() || item.json().has(field.name());
      Json after = place.node().get(field);
      if (shown || changed(place.ref(), field, after)) {
        edit(
            edits,
            place.ref(),
            field,
            after,
            there.node().get(field),
            group ? Screens::group : Screens::action);
      }
    }
    moved(place, there, item);
    if (edits.isEmpty()) {
      return;
    }
    if (item.over()) {
      left.add(place.ref() + " is " + item.state() + " already: it stays as it was");
    } else if (group) {
      add(HandStep.GROUP, place.ref(), there.ref(), "", item.state(), edits, false, List.of(), "");
    } else {
      job(place, there, item, edits);
    }
  }

  private void job(Tree.Place place, Tree.Place there, RunTree.Item item, List<Edit> edits) {
    boolean sent = !item.state().equals("waiting");
    boolean restarts = sent && edits.stream().anyMatch(e -> Screens.restarts(e.field()));
    boolean certification =
        sent && place.node() instanceof Job job && job.kind() == ActionKind.CERTIFICATION;
    add(
        HandStep.EDIT,
        place.ref(),
        there.ref(),
        item.permalink(),
        item.state(),
        edits,
        restarts,
        sent ? Changes.people(place) : List.of(),
        certification
            ? "a certification that was sent cannot be edited: cancel it and add it"
            : "");
  }

  /// Where a node stands cannot change in a run.
  private void moved(Tree.Place place, Tree.Place there, RunTree.Item item) {
    Tree.Place parent = place.parent();
    Tree.Place home = there.parent();
    Tree.Place wanted = parent == null ? null : comparison.inRun(parent.ref());
    if (item.over() || wanted == null || home == null) {
      return;
    }
    if (wanted != home) {
      left.add(
          place.ref() + " stays in the group \"" + Matcher.name(home.node()) + "\" of the run");
    } else if (!home.group().parallel()) {
      Tree.Place before = previous(place);
      Tree.Place other = before == null ? null : comparison.inRun(before.ref());
      if (before != null
          && other != null
          && other.parent() == home
          && other.index() > there.index()) {
        left.add(place.ref() + " stays before " + before.ref() + " in the run");
      }
    }
  }

  private Tree.@Nullable Place previous(Tree.Place place) {
    Tree.Place parent = place.parent();
    Tree.Place last = null;
    if (parent != null) {
      for (Tree.Place sibling : comparison.definition().children(parent)) {
        if (sibling == place) {
          return last;
        }
        last = comparison.inRun(sibling.ref()) == null ? last : sibling;
      }
    }
    return null;
  }

  private void addGroup(Tree.Place group) {
    List<Edit> tasks = new ArrayList<>();
    tasks(group, tasks);
    add(
        HandStep.ADD_GROUP,
        group.ref(),
        "",
        "",
        "waiting",
        tasks,
        false,
        List.of(),
        "no call adds a group to a run");
  }

  private void tasks(Tree.Place group, List<Edit> tasks) {
    for (Tree.Place child : comparison.definition().children(group)) {
      if (child.node() instanceof Group) {
        tasks(child, tasks);
      } else if (comparison.inRun(child.ref()) == null) {
        tasks.add(new Edit("node", null, RunComparison.job(child), Screens.ADD, "you"));
      }
    }
  }

  /// A task of the run that the definition has no more, or never had.
  private void gone(Tree.Place there) {
    RunTree.Item item = run.item(there.ref());
    String title = Matcher.name(there.node());
    String address = comparison.base().address(there.ref());
    if (item.over()) {
      return;
    }
    if (item.build().isEmpty() && address == null) {
      left.add("\"" + title + "\" was added to the run in Workiva: it stays");
      return;
    }
    boolean sent = !item.state().equals("waiting");
    List<Edit> edits =
        List.of(new Edit("node", RunComparison.job(there), null, Screens.CANCEL, "you"));
    steps.add(
        new HandStep(
            steps.size() + 1,
            HandStep.CANCEL,
            address == null ? comparison.desired().identity() : address,
            title,
            there.ref(),
            item.permalink().isEmpty() ? null : item.permalink(),
            item.state(),
            edits,
            false,
            sent ? Changes.people(there) : List.of(),
            "",
            address == null ? List.of() : comparison.causes().ofNode(address)));
  }

  /// Fields that are the definition's: those it writes, and those it wrote when it was applied.
  private Set<Field> managed(Tree.Place place, Tree.Place there) {
    Tree.Place written = comparison.written(place.ref());
    Set<Field> fields = new LinkedHashSet<>(place.node().fields().keySet());
    if (written != null) {
      fields.addAll(written.node().fields().keySet());
    }
    for (Field field : there.node().fields().keySet()) {
      String sent = comparison.base().sent(place.ref(), field.name());
      if (sent != null && !sent.equals(FieldHash.ABSENT)) {
        fields.add(field);
      }
    }
    fields.remove(Fields.PROCESS_GROUP_READ_ONLY);
    return fields;
  }

  private boolean changed(String address, Field field, @Nullable Json after) {
    String sent = comparison.base().sent(address, field.name());
    return sent == null ? after != null : !sent.equals(FieldHash.of(after));
  }

  private void edit(
      List<Edit> edits,
      String address,
      Field field,
      @Nullable Json after,
      @Nullable Json before,
      Function<String, String> screen) {
    if (Objects.equals(before, after)) {
      return;
    }
    boolean changed = !comparison.base().known() || changed(address, field, after);
    boolean asSeen =
        FieldHash.of(before).equals(comparison.base().seen(address, field.name())) && !changed;
    if (!asSeen) {
      edits.add(
          new Edit(
              field.name(), before, after, screen.apply(field.name()), changed ? "you" : "run"));
    }
  }

  private void add(
      String kind,
      String address,
      String id,
      String permalink,
      String state,
      List<Edit> edits,
      boolean restarts,
      List<String> mails,
      String note) {
    Tree.Place place = comparison.definition().get(address);
    String title =
        place == null
            ? Changes.name(comparison.definition().process())
            : Matcher.name(place.node());
    List<Cause> because = new ArrayList<>();
    for (Edit edit : edits) {
      boolean node = edit.field().equals(FieldChange.NODE);
      for (Cause cause :
          node
              ? comparison.causes().ofNode(address)
              : comparison.causes().of(address, edit.field())) {
        if (edit.origin().equals("you") && !because.contains(cause)) {
          because.add(cause);
        }
      }
    }
    steps.add(
        new HandStep(
            steps.size() + 1,
            kind,
            address,
            title,
            id,
            permalink.isEmpty() ? null : permalink,
            state,
            edits,
            restarts,
            mails,
            note,
            because));
  }
}
