package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiError;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The location of the server's errors in any of its three forms: a pointer into the process
/// (`/root/children/0/job`), the id of a job with `meta.field`, or the name of an argument with
/// `meta.jobId` and `meta.argumentName`.
public final class ServerFindingLocator {
  private static final Pattern FIELD_IN_MESSAGE =
      Pattern.compile("(?i)\\b(?:field|argument):? [\"'`]?([A-Za-z]{2,40})[\"'`]?");

  /// The members of the tree, which are not fields of a node.
  private static final Set<String> STRUCTURE =
      Set.of(
          FieldRole.ROOT.fieldName(),
          FieldRole.CHILDREN.fieldName(),
          "group",
          "job",
          FieldRole.ARGUMENTS.fieldName(),
          "generated");

  private final NodeAddresses addresses;
  private final Json.Obj live;

  private ServerFindingLocator(NodeAddresses addresses, Json.Obj live) {
    this.addresses = addresses;
    this.live = live;
  }

  /// Locates errors; if an error has details, these count instead.
  ///
  /// @param entry with the addresses of the nodes by id
  /// @param live the process as `GET` returned it, for pointers
  public static List<ServerFinding> locate(
      List<ApiError> errors, LedgerEntry entry, Json.Obj live) {
    ServerFindingLocator locator = new ServerFindingLocator(NodeAddresses.of(entry), live);
    List<ServerFinding> findings = new ArrayList<>();
    for (ApiError error : errors) {
      if (error.details().isEmpty()) {
        findings.add(locator.locateOne(error));
      } else {
        error.details().forEach(detail -> findings.add(locator.locateOne(detail)));
      }
    }
    return findings;
  }

  private ServerFinding locateOne(ApiError error) {
    String target = error.target();
    if (target.startsWith("/")) {
      return atPointer(error, target);
    }
    Optional<String> byMeta =
        error
            .meta()
            .text("jobId")
            .or(() -> error.meta().text("groupId"))
            .flatMap(addresses::address);
    if (byMeta.isPresent()) {
      String own = addresses.path(target).isPresent() ? "" : target;
      return located(error, byMeta.get(), own);
    }
    Optional<String> byTarget = addresses.address(target);
    if (byTarget.isPresent()) {
      return located(error, byTarget.get(), "");
    }
    boolean ofProcess = !target.isEmpty() && live.has(target);
    return new ServerFinding(addresses.identity(), fieldName(error, target), ofProcess, error);
  }

  private ServerFinding located(ApiError error, String address, String fallback) {
    return new ServerFinding(address, fieldName(error, fallback), true, error);
  }

  /// Follows a pointer as far as it leads; the last node on the path is the address.
  private ServerFinding atPointer(ApiError error, String target) {
    @Nullable Json current = live;
    String address = addresses.identity();
    String field = "";
    boolean resolved = true;
    for (String escaped : target.substring(1).split("/", -1)) {
      String name = escaped.replace("~1", "/").replace("~0", "~");
      current = child(current, name);
      boolean index = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
      if (current instanceof Json.Obj object && object.text("id").isPresent()) {
        Optional<String> found = object.text("id").flatMap(addresses::address);
        resolved &= found.isPresent();
        address = found.orElse(address);
        field = "";
      } else if (!index && !STRUCTURE.contains(name) && !name.endsWith("Args")) {
        field = name;
      } else if (index && current == null) {
        resolved = false;
      }
    }
    return new ServerFinding(address, fieldName(error, field), resolved, error);
  }

  private static @Nullable Json child(@Nullable Json current, String name) {
    if (current instanceof Json.Obj object) {
      return object.get(name);
    }
    if (current instanceof Json.Arr list && name.length() < 7 && !name.isEmpty()) {
      try {
        int index = Integer.parseInt(name);
        return index < list.items().size() ? list.items().get(index) : null;
      } catch (NumberFormatException notAnIndex) {
        return null;
      }
    }
    return null;
  }

  /// The field by `meta`, otherwise by the target, otherwise by the words of the message.
  private static String fieldName(ApiError error, String fromTarget) {
    String name =
        error.meta().text("field").or(() -> error.meta().text("argumentName")).orElse(fromTarget);
    if (name.isEmpty()) {
      Matcher matcher = FIELD_IN_MESSAGE.matcher(error.message());
      name = matcher.find() ? matcher.group(1) : "";
    }
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? name : name.substring(dot + 1)) {
      case "assigneeUser" -> FieldRole.ASSIGNEE.fieldName();
      case "approverUser" -> FieldRole.APPROVER.fieldName();
      case "calendarIds" -> FieldRole.CALENDARS.fieldName();
      case String other -> other;
    };
  }
}
