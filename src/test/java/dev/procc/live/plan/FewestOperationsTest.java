package dev.procc.live.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.live.plan.input.AddressMove;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The planner against a breadth-first search over a model of the API: it stays in place exactly
/// when the search finds a way, and with as many operations as the shortest way has.
class FewestOperationsTest {
  private static final List<int[]> TREES = new ArrayList<>();

  static {
    for (int n = 1; n <= 5; n++) {
      TREES.addAll(ExhaustiveSearch.trees(n));
    }
  }

  @Test
  void thereAreAsManyTreesAsCatalanSays() {
    assertEquals(1 + 1 + 2 + 5 + 14, TREES.size());
  }

  @Test
  void agreesOnEveryPairOfTreesInOrder() {
    every(TREES, 6, 40, false);
  }

  @Test
  void agreesOnEveryPairOfTreesWithoutOrder() {
    every(TREES.subList(0, 9), 10, 120, true);
  }

  /// The definition exchanges the keys of what was applied, with `moved` or without.
  @Test
  void agreesWhateverTheKeysWere() {
    Random random = new Random(20250106);
    for (int[] tree : TREES.subList(0, 23)) {
      for (int i = 0; i < 60; i++) {
        ExhaustiveSearch.TreeState from = labelled(tree, random);
        ExhaustiveSearch.TreeState to = i % 3 == 0 ? shuffled(from, random) : near(from, random);
        checkApplied(from, to, random.nextBoolean(), random);
      }
    }
  }

  @Test
  void agreesOnEveryLabellingOfASmallTree() {
    all(ExhaustiveSearch.trees(1), false);
  }

  @Test
  @Tag("heavy")
  void agreesOnEveryLabellingUpToTwoNodes() {
    all(ExhaustiveSearch.trees(2), false);
    all(ExhaustiveSearch.trees(2), true);
  }

  @Test
  @Tag("heavy")
  void agreesOnManyLabellingsOfEveryPairOfTrees() {
    every(TREES, 100, 3000, false);
    every(TREES, 100, 1000, true);
  }

  /// Random labels: different trees `different` times, equal ones `equal` times, half of those
  /// similar to each other.
  private static void every(List<int[]> trees, int different, int equal, boolean unordered) {
    Random random = new Random(20241231);
    for (int[] one : trees) {
      for (int[] other : trees) {
        int times = one.length != other.length ? different / 3 : one == other ? equal : different;
        for (int i = 0; i < times; i++) {
          ExhaustiveSearch.TreeState from = labelled(one, random);
          ExhaustiveSearch.TreeState to =
              one == other && i % 2 == 0 ? near(from, random) : labelled(other, random);
          check(from, to, unordered);
        }
      }
    }
  }

  private static void all(List<int[]> trees, boolean unordered) {
    for (int[] tree : trees) {
      int values = (int) Math.pow(3, 2 + 2 * tree.length);
      for (int from = 0; from < values; from++) {
        for (int to = 0; to < values; to++) {
          check(labelled(tree, from), labelled(tree, to), unordered);
        }
      }
    }
  }

  private static ExhaustiveSearch.TreeState labelled(int[] tree, int code) {
    int n = tree.length;
    int[] digits = new int[2 + 2 * n];
    int rest = code;
    for (int i = 0; i < digits.length; i++) {
      digits[i] = rest % 3;
      rest /= 3;
    }
    return new ExhaustiveSearch.TreeState(
        tree,
        new int[] {digits[0], digits[1]},
        java.util.Arrays.copyOfRange(digits, 2, 2 + n),
        java.util.Arrays.copyOfRange(digits, 2 + n, 2 + 2 * n));
  }

  private static ExhaustiveSearch.TreeState labelled(int[] tree, Random random) {
    return labelled(tree, random.nextInt((int) Math.pow(3, 2 + 2 * tree.length)));
  }

  private static ExhaustiveSearch.TreeState near(ExhaustiveSearch.TreeState state, Random random) {
    int[] names = state.names().clone();
    int[] patchable = state.patchable().clone();
    int[] fixed = state.fixed().clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      names[random.nextInt(names.length)] = 1 + random.nextInt(2);
      patchable[random.nextInt(2)] = random.nextInt(3);
    }
    if (random.nextInt(5) == 0) {
      fixed[random.nextInt(fixed.length)] = random.nextInt(3);
    }
    return new ExhaustiveSearch.TreeState(state.parents(), patchable, names, fixed);
  }

  /// A copy whose nodes have exchanged their labels.
  private static ExhaustiveSearch.TreeState shuffled(
      ExhaustiveSearch.TreeState state, Random random) {
    int[] names = state.names().clone();
    int[] fixed = state.fixed().clone();
    for (int i = names.length - 1; i > 1; i--) {
      int j = 1 + random.nextInt(i);
      int name = names[i];
      names[i] = names[j];
      names[j] = name;
      if (random.nextBoolean()) {
        int other = fixed[i];
        fixed[i] = fixed[j];
        fixed[j] = other;
      }
    }
    return new ExhaustiveSearch.TreeState(state.parents(), state.patchable(), names, fixed);
  }

  /// Checks that the number of operations is the same for a process that was applied under other
  /// keys.
  private static void checkApplied(
      ExhaustiveSearch.TreeState from,
      ExhaustiveSearch.TreeState to,
      boolean unordered,
      Random random) {
    int least = ExhaustiveSearch.leastOperations(from, to, unordered);
    Process applied = process(from, unordered);
    LiveProcess live = ProcessFixture.live(applied);
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      keys.add(i);
    }
    Collections.shuffle(keys.subList(1, keys.size()), random);
    Process wanted = process(to, unordered, keys);
    DesiredProcess plain = ProcessFixture.desired(wanted);
    List<AddressMove> moves = new ArrayList<>();
    if (random.nextBoolean()) {
      for (int i = 1; i < to.size(); i++) {
        moves.add(new AddressMove(address(from, i, null), address(to, i, keys)));
      }
    }
    moves.removeIf(move -> move.from().equals(move.to()));
    DesiredProcess desired =
        new DesiredProcess(
            plain.key(), plain.period(), wanted, plain.provenance(), moves, plain.handling());
    ProcessPlan plan =
        ProcessFixture.plan(desired, live, ProcessFixture.entry(applied, live), PlanOverrides.NONE);
    int planned =
        plan.replaces()
            ? -1
            : plan.operations().stream().mapToInt(PlanOperation::changeCount).sum();
    assertEquals(
        least,
        planned,
        () -> from + " -> " + to + keys + moves + live.process() + ProcessFixture.calls(plan));
    assertEquals(List.of(), plan.refusals(), () -> from + " -> " + to + keys + moves);
  }

  private static String address(
      ExhaustiveSearch.TreeState state, int at, @Nullable List<Integer> keys) {
    String key = "k" + (keys == null ? at : keys.get(at));
    int parent = state.parents()[at];
    return (parent == 0 ? ProcessFixture.IDENTITY : address(state, parent, keys)) + "/" + key;
  }

  private static void check(
      ExhaustiveSearch.TreeState from, ExhaustiveSearch.TreeState to, boolean unordered) {
    int least = ExhaustiveSearch.leastOperations(from, to, unordered);
    LiveProcess live = ProcessFixture.live(process(from, unordered));
    ProcessPlan plan = ProcessFixture.plan(process(to, unordered), live);
    int planned =
        plan.replaces()
            ? -1
            : plan.operations().stream().mapToInt(PlanOperation::changeCount).sum();
    assertEquals(
        least,
        planned,
        () -> from + " -> " + to + " " + live.process() + ProcessFixture.calls(plan));
  }

  /// A process with every value written, absent ones as null, so that all of it is managed.
  private static Process process(ExhaustiveSearch.TreeState state, boolean unordered) {
    return process(state, unordered, List.of(0, 1, 2, 3, 4));
  }

  /// @param keys the number in the key of each node
  private static Process process(
      ExhaustiveSearch.TreeState state, boolean unordered, List<Integer> keys) {
    return ProcessFixture.process(
        (ProcessGroup) node(state, 0, unordered, keys),
        "dueDate",
        text("2025-01-0", state.patchable()[0]),
        "name",
        text("P", state.patchable()[1]));
  }

  private static ProcessNode node(
      ExhaustiveSearch.TreeState state, int at, boolean unordered, List<Integer> keys) {
    List<ProcessNode> children = new ArrayList<>();
    for (int i = at + 1; i < state.size(); i++) {
      if (state.parents()[i] == at) {
        children.add(node(state, i, unordered, keys));
      }
    }
    Object fixed = text("2024-12-0", state.fixed()[at]);
    Object name = text("N", state.names()[at]);
    String key = at == 0 ? "root" : "k" + keys.get(at);
    if (children.isEmpty() && at > 0) {
      return ProcessFixture.task(key, "title", name, "dueDate", fixed);
    }
    return unordered
        ? ProcessFixture.parallel(key, children, "name", name, "dueDate", fixed)
        : ProcessFixture.serial(key, children, "name", name, "dueDate", fixed);
  }

  private static @Nullable Object text(String text, int value) {
    return value == 0 ? Json.NULL : Json.of(text + value);
  }
}
