package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The comparison of two bodies of a process, field by field, both in the normal form of the wire.
///
/// With `whole`, every difference counts, as after a change in place. Without it, only what was
/// sent counts, as after a create: what the server adds is its own.
final class BodyComparison {
  private final boolean everyField;
  private final Function<Json.Obj, String> addressById;
  private final @Nullable List<String> addresses;
  private int nextAddress;
  private final List<Mismatch> mismatches = new ArrayList<>();

  private BodyComparison(
      boolean everyField,
      Function<Json.Obj, String> addressById,
      @Nullable List<String> addresses) {
    this.everyField = everyField;
    this.addressById = addressById;
    this.addresses = addresses;
  }

  /// Compares two live bodies with ids.
  static List<Mismatch> compareLive(
      Json.Obj expected, Json.Obj actual, Function<Json.Obj, String> address) {
    BodyComparison comparison = new BodyComparison(true, address, null);
    comparison.compareProcess(expected, actual);
    return comparison.mismatches;
  }

  /// Compares a body that was sent with the created one, both without ids.
  ///
  /// @param addresses of the process, the root group and every node in document order
  static List<Mismatch> compareCreated(Json.Obj sent, Json.Obj actual, List<String> addresses) {
    BodyComparison comparison = new BodyComparison(false, o -> "", addresses);
    comparison.compareProcess(sent, actual);
    return comparison.mismatches;
  }

  private String addressOf(Json.Obj node) {
    if (addresses == null) {
      return addressById.apply(node);
    }
    String address = nextAddress < addresses.size() ? addresses.get(nextAddress) : "";
    nextAddress++;
    return address;
  }

  private void compareProcess(Json.Obj expected, Json.Obj actual) {
    String address = addressOf(expected);
    compareMembers(address, expected, actual, List.of(FieldRole.ROOT.fieldName()));
    compareGroup(BodyNodes.root(expected), BodyNodes.root(actual));
  }

  private void compareGroup(Json.Obj expected, Json.Obj actual) {
    String address = addressOf(expected);
    compareMembers(address, expected, actual, List.of(FieldRole.CHILDREN.fieldName()));
    List<Json> expectedChildren = BodyNodes.children(expected);
    List<Json> actualChildren = BodyNodes.children(actual);
    if (!shapeOf(expectedChildren).equals(shapeOf(actualChildren))) {
      mismatches.add(
          new Mismatch(
              address,
              FieldRole.CHILDREN.fieldName(),
              Json.of(expectedChildren.size()),
              Json.of(actualChildren.size())));
      return;
    }
    for (int i = 0; i < expectedChildren.size(); i++) {
      compareChild(expectedChildren.get(i), actualChildren.get(i));
    }
  }

  private List<String> shapeOf(List<Json> children) {
    List<String> shape = new ArrayList<>();
    for (Json child : children) {
      Json.Obj envelope = child instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      String type = envelope.has("group") ? "group" : "job";
      shape.add(
          everyField ? type + envelope.obj(type).flatMap(n -> n.text("id")).orElse("") : type);
    }
    return shape;
  }

  private void compareChild(Json expected, Json actual) {
    Json.Obj expectedChild = expected instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    Json.Obj actualChild = actual instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    if (expectedChild.has("group")) {
      compareGroup(
          expectedChild.obj("group").orElse(Json.Obj.EMPTY),
          actualChild.obj("group").orElse(Json.Obj.EMPTY));
      return;
    }
    Json.Obj job = expectedChild.obj("job").orElse(Json.Obj.EMPTY);
    Json.Obj actualJob = actualChild.obj("job").orElse(Json.Obj.EMPTY);
    String address = addressOf(job);
    compareMembers(address, job, actualJob, List.of(FieldRole.ARGUMENTS.fieldName()));
    compareMembers(
        address, BodyNodes.kindArguments(job), BodyNodes.kindArguments(actualJob), List.of());
  }

  private void compareMembers(
      String address, Json.Obj expected, Json.Obj actual, List<String> ignored) {
    Set<String> names = new LinkedHashSet<>(expected.members().keySet());
    if (everyField) {
      names.addAll(actual.members().keySet());
    }
    for (String name : names) {
      Json expectedValue = expected.get(name);
      Json actualValue = actual.get(name);
      boolean same =
          expectedValue == null ? actualValue == null : expectedValue.equals(actualValue);
      if (!same && !ignored.contains(name)) {
        mismatches.add(new Mismatch(address, name, expectedValue, actualValue));
      }
    }
  }
}
