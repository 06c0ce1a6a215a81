package dev.procc.live.apply;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compares two bodies of a process, field by field, both in the normal form of the wire.
///
/// With `whole` every difference counts, as after a write in place. Without it only what was sent
/// counts, as after a create: what the server adds by itself is its own.
final class Comparison {
  private final boolean whole;
  private final Function<Json.Obj, String> addressById;
  private final @Nullable List<String> addresses;
  private int next;
  private final List<Residual> residual = new ArrayList<>();

  private Comparison(
      boolean whole, Function<Json.Obj, String> addressById, @Nullable List<String> addresses) {
    this.whole = whole;
    this.addressById = addressById;
    this.addresses = addresses;
  }

  /// Two live bodies with ids.
  static List<Residual> inPlace(
      Json.Obj expected, Json.Obj actual, Function<Json.Obj, String> address) {
    Comparison comparison = new Comparison(true, address, null);
    comparison.process(expected, actual);
    return comparison.residual;
  }

  /// A body that was sent, and what came of it, both without ids.
  ///
  /// @param addresses of the process, the root group and every node in document order
  static List<Residual> created(Json.Obj sent, Json.Obj actual, List<String> addresses) {
    Comparison comparison = new Comparison(false, o -> "", addresses);
    comparison.process(sent, actual);
    return comparison.residual;
  }

  private String address(Json.Obj node) {
    if (addresses == null) {
      return addressById.apply(node);
    }
    String address = next < addresses.size() ? addresses.get(next) : "";
    next++;
    return address;
  }

  private void process(Json.Obj expected, Json.Obj actual) {
    String address = address(expected);
    members(address, expected, actual, List.of("root"));
    group(expected.obj("root").orElse(Json.Obj.EMPTY), actual.obj("root").orElse(Json.Obj.EMPTY));
  }

  private void group(Json.Obj expected, Json.Obj actual) {
    String address = address(expected);
    members(address, expected, actual, List.of("children"));
    List<Json> wanted = expected.items("children");
    List<Json> found = actual.items("children");
    if (!shape(wanted).equals(shape(found))) {
      residual.add(
          new Residual(address, "children", Json.of(wanted.size()), Json.of(found.size())));
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      child(wanted.get(i), found.get(i));
    }
  }

  private List<String> shape(List<Json> children) {
    List<String> shape = new ArrayList<>();
    for (Json child : children) {
      Json.Obj envelope = child instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      String type = envelope.has("group") ? "group" : "job";
      shape.add(whole ? type + envelope.obj(type).flatMap(n -> n.text("id")).orElse("") : type);
    }
    return shape;
  }

  private void child(Json expected, Json actual) {
    Json.Obj one = expected instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    Json.Obj other = actual instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    if (one.has("group")) {
      group(one.obj("group").orElse(Json.Obj.EMPTY), other.obj("group").orElse(Json.Obj.EMPTY));
      return;
    }
    Json.Obj job = one.obj("job").orElse(Json.Obj.EMPTY);
    Json.Obj found = other.obj("job").orElse(Json.Obj.EMPTY);
    String address = address(job);
    members(address, job, found, List.of("arguments"));
    Json.Obj sent = arguments(job);
    members(address, sent, arguments(found), List.of());
  }

  /// The arguments of a job with those of its kind side by side.
  private static Json.Obj arguments(Json.Obj job) {
    Json.Obj all = job.obj("arguments").orElse(Json.Obj.EMPTY);
    for (Map.Entry<String, Json> member : all.members().entrySet()) {
      if (member.getKey().endsWith("Args") && member.getValue() instanceof Json.Obj own) {
        return own;
      }
    }
    return Json.Obj.EMPTY;
  }

  private void members(String address, Json.Obj expected, Json.Obj actual, List<String> without) {
    Set<String> names = new LinkedHashSet<>(expected.members().keySet());
    if (whole) {
      names.addAll(actual.members().keySet());
    }
    for (String name : names) {
      Json wanted = expected.get(name);
      Json found = actual.get(name);
      boolean same = wanted == null ? found == null : wanted.equals(found);
      if (!same && !without.contains(name)) {
        residual.add(new Residual(address, name, wanted, found));
      }
    }
  }
}
