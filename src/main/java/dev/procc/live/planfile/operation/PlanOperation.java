package dev.procc.live.planfile.operation;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A call of a plan that changes something, or that has to succeed before the next one.
///
/// @param number from 1 for a kind that can occur several times in a process; otherwise 0
public record PlanOperation(
    OperationKind kind, int number, HttpCall call, List<Precondition> preconditions) {
  /// The placeholder for the id of a process that is yet to be created.
  public static final String CREATED_ID = "{created}";

  public PlanOperation {
    preconditions = List.copyOf(preconditions);
  }

  /// An operation of a kind that occurs once in a process.
  public static PlanOperation of(
      OperationKind kind, HttpCall call, List<Precondition> preconditions) {
    return new PlanOperation(kind, 0, call, preconditions);
  }

  /// The operation with an id and a call; null if no kind has such an id.
  public static @Nullable PlanOperation find(
      String id, HttpCall call, List<Precondition> preconditions) {
    int number = numberOf(id);
    for (OperationKind kind : OperationKind.values()) {
      for (int candidate : number == 0 ? new int[] {0} : new int[] {0, number}) {
        if (kind.id(candidate).equals(id)) {
          return new PlanOperation(kind, candidate, call, preconditions);
        }
      }
    }
    return null;
  }

  private static int numberOf(String id) {
    int number = 0;
    for (int i = id.lastIndexOf('-') + 1; i < id.length(); i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > 1_000_000) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /// A copy with one more precondition.
  public PlanOperation with(Precondition one) {
    List<Precondition> all = new ArrayList<>(preconditions);
    all.add(one);
    return new PlanOperation(kind, number, call, all);
  }

  /// A copy with other hashes of the content that has to be live.
  public PlanOperation withContent(UnaryOperator<String> hashes) {
    List<Precondition> all = new ArrayList<>(preconditions);
    all.replaceAll(one ->
        one instanceof Precondition.ContentIs content
            ? new Precondition.ContentIs(hashes.apply(content.hash()))
            : one);
    return new PlanOperation(kind, number, call, all);
  }

  /// The id of the operation, unique in its process: `patch`, `rename-1`, `create`.
  public String id() {
    return kind.id(number);
  }

  /// The body of the call; null if it has none.
  public @Nullable Json body() {
    return call.body();
  }

  /// The number of single changes in it: operations of a PATCH, names of a batch, otherwise 1.
  public int changeCount() {
    if (call.body() instanceof Json.Arr patch) {
      return patch.items().size();
    }
    return call.body() instanceof Json.Obj batch && batch.has("data")
        ? batch.items("data").size()
        : 1;
  }
}
