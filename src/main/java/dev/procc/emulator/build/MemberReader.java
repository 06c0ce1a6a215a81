package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A reader of the members of an object by its table in [MemberSpec].
final class MemberReader {
  private final EmulatorState state;

  MemberReader(EmulatorState state) {
    this.state = state;
  }

  /// The members that a caller may set, checked, in the order of the table.
  ///
  /// @param at the JSON pointer of the object
  /// @throws ErrorReply 400 at the first member that does not fit
  Map<String, Json> read(List<MemberSpec> fields, Json.Obj body, String at) {
    Map<String, Json> out = new LinkedHashMap<>();
    Map<String, Json> rest = new LinkedHashMap<>(body.members());
    for (MemberSpec field : fields) {
      Json value = rest.remove(field.name());
      if (field.presence() == MemberSpec.Presence.SERVER) {
        rejectId(field, value, at);
      } else if (value == null || value instanceof Json.Null || isIgnored(field, value)) {
        rejectIfRequired(field, at);
      } else {
        out.put(field.name(), checkedValue(field, value, at));
      }
    }
    rest.forEach((name, value) -> readUnknown(out, name, value, at));
    return out;
  }

  private boolean isIgnored(MemberSpec field, Json value) {
    return (field.type() == MemberType.TEXT || field.type() == MemberType.USER)
        && value.equals(Json.of(""))
        && state.assumes("empty-text", "absent");
  }

  private void rejectId(MemberSpec field, @Nullable Json value, String at) {
    if (value != null && field.name().equals("id") && state.assumes("caller-ids", "refuse")) {
      throw ErrorReply.invalid("Field 'id' is given by the server", at + "/id");
    }
  }

  private static void rejectIfRequired(MemberSpec field, String at) {
    if (field.presence() == MemberSpec.Presence.REQUIRED) {
      throw ErrorReply.invalid("Field '" + field.name() + "' is required", at + "/" + field.name());
    }
  }

  private Json checkedValue(MemberSpec field, Json value, String at) {
    String problem = field.type().problem(value);
    if (problem != null) {
      throw ErrorReply.invalid("Field '" + field.name() + "' " + problem, at + "/" + field.name());
    }
    return normalized(state, field.type(), value);
  }

  /// A value as it is stored: sets are sorted under the assumption `set-order=sorted`.
  static Json normalized(EmulatorState state, MemberType type, Json value) {
    if (type.set() && value instanceof Json.Arr array && state.assumes("set-order", "sorted")) {
      Map<String, Json> sorted = new TreeMap<>();
      array.items().forEach(item -> sorted.put(item.write(), item));
      return Json.array(List.copyOf(sorted.values()));
    }
    return value;
  }

  /// Refuses members beside the known ones where undocumented ones are refused.
  void checkNames(Json.Obj body, List<String> known, String at) {
    for (String name : body.members().keySet()) {
      if (!known.contains(name) && state.assumes("unknown-fields", "refuse")) {
        throw ErrorReply.invalid("Field '" + name + "' is not known", at + "/" + name);
      }
    }
  }

  private void readUnknown(Map<String, Json> out, String name, Json value, String at) {
    if (state.assumes("unknown-fields", "refuse")) {
      throw ErrorReply.invalid("Field '" + name + "' is not known", at + "/" + name);
    }
    if (state.assumes("unknown-fields", "keep")) {
      out.put(name, value);
    }
  }
}
