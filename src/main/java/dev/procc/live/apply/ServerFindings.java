package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.Fault;
import dev.procc.live.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the three ways in which the API says where a fault is: a pointer into the process
/// (`/root/children/0/job`), the id of a job with `meta.field`, or the name of an argument with
/// `meta.jobId` and `meta.argumentName`.
public final class ServerFindings {
  private static final Pattern FIELD_IN_MESSAGE =
      Pattern.compile("(?i)\\b(?:field|argument):? [\"'`]?([A-Za-z]{2,40})[\"'`]?");

  /// Members that carry the tree, not a field of a node.
  private static final Set<String> STRUCTURE =
      Set.of("root", "children", "group", "job", "arguments", "generated");

  private final NodeAddresses addresses;
  private final Json.Obj live;

  private ServerFindings(NodeAddresses addresses, Json.Obj live) {
    this.addresses = addresses;
    this.live = live;
  }

  /// Locates faults; the details of a fault count instead of it where there are some.
  ///
  /// @param entry ties the ids of nodes to addresses
  /// @param live the process as `GET` returned it, for pointers
  public static List<ServerFinding> locate(List<Fault> faults, LedgerEntry entry, Json.Obj live) {
    ServerFindings reader = new ServerFindings(NodeAddresses.of(entry), live);
    List<ServerFinding> found = new ArrayList<>();
    for (Fault fault : faults) {
      if (fault.details().isEmpty()) {
        found.add(reader.one(fault));
      } else {
        fault.details().forEach(detail -> found.add(reader.one(detail)));
      }
    }
    return found;
  }

  private ServerFinding one(Fault fault) {
    String target = fault.target();
    if (target.startsWith("/")) {
      return pointer(fault, target);
    }
    Optional<String> byMeta =
        fault
            .meta()
            .text("jobId")
            .or(() -> fault.meta().text("groupId"))
            .flatMap(addresses::address);
    if (byMeta.isPresent()) {
      String own = addresses.path(target).isPresent() ? "" : target;
      return at(fault, byMeta.get(), own);
    }
    Optional<String> byTarget = addresses.address(target);
    if (byTarget.isPresent()) {
      return at(fault, byTarget.get(), "");
    }
    boolean ofProcess = !target.isEmpty() && live.has(target);
    return new ServerFinding(addresses.identity(), field(fault, target), ofProcess, fault);
  }

  private ServerFinding at(Fault fault, String address, String fallback) {
    return new ServerFinding(address, field(fault, fallback), true, fault);
  }

  /// Walks a pointer as far as it leads; the last node on the way is the address.
  private ServerFinding pointer(Fault fault, String target) {
    @Nullable Json here = live;
    String address = addresses.identity();
    String field = "";
    boolean whole = true;
    for (String escaped : target.substring(1).split("/", -1)) {
      String name = escaped.replace("~1", "/").replace("~0", "~");
      here = step(here, name);
      boolean index = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
      if (here instanceof Json.Obj object && object.text("id").isPresent()) {
        Optional<String> found = object.text("id").flatMap(addresses::address);
        whole &= found.isPresent();
        address = found.orElse(address);
        field = "";
      } else if (!index && !STRUCTURE.contains(name) && !name.endsWith("Args")) {
        field = name;
      } else if (index && here == null) {
        whole = false;
      }
    }
    return new ServerFinding(address, field(fault, field), whole, fault);
  }

  private static @Nullable Json step(@Nullable Json here, String name) {
    if (here instanceof Json.Obj object) {
      return object.get(name);
    }
    if (here instanceof Json.Arr list && name.length() < 7 && !name.isEmpty()) {
      try {
        int index = Integer.parseInt(name);
        return index < list.items().size() ? list.items().get(index) : null;
      } catch (NumberFormatException notAnIndex) {
        return null;
      }
    }
    return null;
  }

  /// The field by `meta`, else by the target, else by the words of the message.
  private static String field(Fault fault, String fromTarget) {
    String name =
        fault.meta().text("field").or(() -> fault.meta().text("argumentName")).orElse(fromTarget);
    if (name.isEmpty()) {
      Matcher matcher = FIELD_IN_MESSAGE.matcher(fault.message());
      name = matcher.find() ? matcher.group(1) : "";
    }
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? name : name.substring(dot + 1)) {
      case "assigneeUser" -> "assignee";
      case "approverUser" -> "approver";
      case "calendarIds" -> "calendars";
      case String other -> other;
    };
  }
}
