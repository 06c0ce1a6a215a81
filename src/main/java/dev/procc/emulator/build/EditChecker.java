package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A check of the edits of a stored process against the documented members in [MemberSpec]: an edit
/// that nobody can make in Workiva looks like one that was made.
public final class EditChecker {
  private EditChecker() {}

  /// Checks one change.
  ///
  /// @param path the names in its JSON pointer
  /// @param value what is set; null removes
  /// @throws IllegalArgumentException if the pointer leads to no member that an edit can change, or
  ///   the value does not fit it
  public static void check(List<String> path, @Nullable Json value) {
    Shape shape = Shape.PROCESS;
    for (int i = 0; i < path.size() - 1 && shape != Shape.OPEN; i++) {
      shape = inner(shape, path.get(i), at(path, i));
    }
    String name = path.getLast();
    String at = at(path, path.size() - 1);
    switch (shape) {
      case OPEN -> {}
      case CHILDREN -> checkItem(name, value, at);
      default -> checkMember(require(shape, name, at), value, at);
    }
  }

  /// The places where a process contradicts itself: a child that is not of its type, a job whose
  /// arguments are of another action.
  public static Set<String> contradictions(Json.Obj process) {
    Set<String> found = new TreeSet<>();
    process
        .obj("root")
        .ifPresent(root ->
            BuildTree.walk(
                root,
                (type, node, pointer) -> {
                  if (type.equals("job")) {
                    addJob(found, node, pointer);
                  } else {
                    addChildren(found, node, pointer);
                  }
                }));
    return found;
  }

  private static void addChildren(Set<String> found, Json.Obj group, String pointer) {
    int index = 0;
    for (Json item : group.items("children")) {
      String here = pointer + "/children/" + index++;
      if (item instanceof Json.Obj child) {
        String type = child.text("type").orElse("");
        if (child.has("job") != type.equals("job") || child.has("group") != type.equals("group")) {
          found.add(here);
        }
      }
    }
  }

  private static void addJob(Set<String> found, Json.Obj job, String pointer) {
    Json.Obj arguments = job.obj("arguments").orElse(Json.Obj.EMPTY);
    String action = JobActions.actionOf(job);
    String type = arguments.text("type").orElse(action);
    boolean differ = action != null && !action.equals(type);
    String own = action == null ? "" : JobActions.argumentsMember(action);
    if (differ
        || arguments.members().keySet().stream()
            .anyMatch(n -> !n.equals("type") && !n.equals(own))) {
      found.add(pointer + "/arguments");
    }
  }

  private static String at(List<String> path, int last) {
    return "/" + String.join("/", path.subList(0, last + 1));
  }

  private static Shape inner(Shape shape, String name, String at) {
    if (shape == Shape.CHILDREN) {
      return Shape.CHILD;
    }
    MemberSpec member = require(shape, name, at);
    if (member.presence() == MemberSpec.Presence.SERVER) {
      throw new IllegalArgumentException(at + " is set by the server");
    }
    Shape inner = Shape.of(name);
    if (inner == null
        && member.type() != MemberType.OBJECT
        && member.type() != MemberType.REMINDERS) {
      throw new IllegalArgumentException(at + " has no members, set it as a whole");
    }
    return inner == null ? Shape.OPEN : inner;
  }

  private static MemberSpec require(Shape shape, String name, String at) {
    List<String> known = new ArrayList<>();
    for (MemberSpec member : shape.members) {
      if (member.name().equals(name)) {
        return member;
      }
      if (isEditable(member)) {
        known.add(member.name());
      }
    }
    throw new IllegalArgumentException(
        "there is no "
            + at
            + ", only "
            + String.join(", ", known)
            + "; \"unchecked\": true sets it all the same");
  }

  private static boolean isEditable(MemberSpec member) {
    return member.presence() != MemberSpec.Presence.SERVER && member.type() != MemberType.USER;
  }

  private static void checkItem(String name, @Nullable Json value, String at) {
    if (!name.matches("\\d{1,6}|-")) {
      throw new IllegalArgumentException(at + " is no place in a list: a number, or - for its end");
    }
    if (value != null) {
      checkValue(Shape.CHILD, value, at);
    }
  }

  private static void checkMember(MemberSpec member, @Nullable Json value, String at) {
    if (!isEditable(member)) {
      throw new IllegalArgumentException(
          member.type() == MemberType.USER
              ? at + " is stored as " + member.name().replace("User", "") + ", edit that"
              : at + " is set by the server");
    }
    if (value == null) {
      if (member.presence() == MemberSpec.Presence.REQUIRED) {
        throw new IllegalArgumentException(at + " is required");
      }
      return;
    }
    String problem = member.type().problem(value);
    if (problem != null) {
      throw new IllegalArgumentException(at + " " + problem);
    }
    Shape inner = Shape.of(member.name());
    if (inner != null) {
      checkValue(inner, value, at);
    }
  }

  private static void checkValue(Shape shape, Json value, String at) {
    if (shape == Shape.CHILDREN && value instanceof Json.Arr items) {
      for (int i = 0; i < items.items().size(); i++) {
        checkValue(Shape.CHILD, items.items().get(i), at + "/" + i);
      }
    } else if (shape != Shape.OPEN) {
      if (!(value instanceof Json.Obj object)) {
        throw new IllegalArgumentException(at + " must be an object");
      }
      object.members().keySet().forEach(name -> require(shape, name, at + "/" + name));
      for (MemberSpec member : shape.members) {
        if (member.presence() != MemberSpec.Presence.SERVER
            && (object.has(member.name()) || member.presence() == MemberSpec.Presence.REQUIRED)) {
          checkMember(member, object.get(member.name()), at + "/" + member.name());
        }
      }
    }
  }

  /// What stands at a place of a process: the members that it may have. Arguments of certifications
  /// and reminders are open, since they are not published.
  private enum Shape {
    PROCESS(MemberSpec.PROCESS),
    GROUP(MemberSpec.GROUP),
    CHILDREN(List.of()),
    CHILD(MemberSpec.CHILD),
    JOB(MemberSpec.JOB),
    ARGUMENTS(argumentMembers()),
    TASK(MemberSpec.TASK),
    PARTICIPANT(MemberSpec.PARTICIPANT),
    OPEN(List.of());

    private final List<MemberSpec> members;

    Shape(List<MemberSpec> members) {
      this.members = members;
    }

    /// What stands in a member; null in one that has no members of its own.
    static @Nullable Shape of(String member) {
      return switch (member) {
        case "root", "group" -> GROUP;
        case "children" -> CHILDREN;
        case "job" -> JOB;
        case "arguments" -> ARGUMENTS;
        case "sendTaskArgs", "contentRequestArgs" -> TASK;
        case "assignee", "approver" -> PARTICIPANT;
        default -> null;
      };
    }

    private static List<MemberSpec> argumentMembers() {
      List<MemberSpec> members = new ArrayList<>();
      members.add(new MemberSpec("type", MemberType.ACTION, MemberSpec.Presence.REQUIRED));
      for (String action : JobActions.NAMES) {
        MemberSpec member =
            new MemberSpec(
                JobActions.argumentsMember(action),
                MemberType.OBJECT,
                MemberSpec.Presence.OPTIONAL);
        if (!members.contains(member)) {
          members.add(member);
        }
      }
      return List.copyOf(members);
    }
  }
}
