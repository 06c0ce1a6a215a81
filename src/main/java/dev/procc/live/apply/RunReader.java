package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.apply.RunStatus.Row;
import dev.procc.live.apply.RunStatus.State;
import dev.procc.live.ledger.LedgerEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run as the API returns it, to a status by address. Both words for a child are understood:
/// `jobRun` of GET, `job` of the answer to POST run; `groupRun` and `group` likewise.
final class RunReader {
  private final NodeAddresses addresses;
  private final LocalDate today;

  private RunReader(NodeAddresses addresses, LocalDate today) {
    this.addresses = addresses;
    this.today = today;
  }

  static RunStatus read(LedgerEntry entry, Json.Obj run, LocalDate today) {
    RunReader reader = new RunReader(NodeAddresses.of(entry), today);
    Part root = reader.part(run.obj("root").orElse(Json.Obj.EMPTY), true);
    List<Row> rows = new ArrayList<>();
    for (Part child : root.children) {
      reader.rows(child, root, 0, 0, rows);
    }
    reader.waits(root, "", rows, new int[] {0});
    return new RunStatus(
        entry.identity(),
        run.text("name").orElse(entry.name()),
        run.text("id").orElse(""),
        run.text("status").orElse(""),
        run.obj("created").flatMap(c -> c.text("dateTime")),
        date(run.text("dueDate").orElse("")),
        today,
        rows,
        urgent(rows));
  }

  /// A node of the run with its unfinished jobs counted.
  private static final class Part {
    private final Json.Obj json;
    private final boolean group;
    private final List<Part> children = new ArrayList<>();
    private String path = "";
    private int unfinished;

    Part(Json.Obj json, boolean group) {
      this.json = json;
      this.group = group;
    }

    boolean parallel() {
      return json.flag("parallel", false);
    }
  }

  private Part part(Json.Obj json, boolean group) {
    Part part = new Part(json, group);
    if (!group) {
      part.path = json.text("job").flatMap(addresses::path).orElse("");
      part.unfinished = state(part).over() ? 0 : 1;
      return part;
    }
    for (Json item : json.items("children")) {
      if (item instanceof Json.Obj child) {
        Json.@Nullable Obj inner = first(child, "groupRun", "group");
        Json.@Nullable Obj job = first(child, "jobRun", "job");
        if (inner != null) {
          part.children.add(part(inner, true));
        } else if (job != null) {
          part.children.add(part(job, false));
        }
      }
    }
    for (Part child : part.children) {
      part.unfinished += child.unfinished;
      if (part.path.isEmpty()) {
        part.path = parent(child.path);
      }
    }
    String own = json.text("group").or(() -> json.text("id")).flatMap(addresses::path).orElse("");
    part.path = own.isEmpty() ? part.path : own;
    return part;
  }

  private static Json.@Nullable Obj first(Json.Obj child, String name, String other) {
    return child.obj(name).or(() -> child.obj(other)).orElse(null);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// @param behind unfinished jobs that cannot start before the parent is over
  private void rows(Part part, Part parent, int depth, int behind, List<Row> rows) {
    int own = behind;
    if (!parent.parallel()) {
      boolean after = false;
      for (Part sibling : parent.children) {
        own += after ? sibling.unfinished : 0;
        after |= sibling == part;
      }
    }
    rows.add(row(part, depth, own));
    for (Part child : part.children) {
      rows(child, part, depth + 1, own, rows);
    }
  }

  private Row row(Part part, int depth, int holdsUp) {
    Json.Obj arguments = arguments(part.json);
    Json.Obj metadata = metadata(part.json);
    State state = state(part);
    Optional<LocalDate> due = date((part.group ? part.json : arguments).text("dueDate").orElse(""));
    boolean late = !state.over() && due.isPresent() && due.get().isBefore(today);
    boolean approval =
        metadata.text("status").orElse("").toLowerCase(Locale.ROOT).contains("approval");
    String person = person(arguments, approval ? "approver" : "assignee");
    return new Row(
        part.path,
        part.group ? part.json.text("name").orElse("") : arguments.text("title").orElse(""),
        part.group,
        part.parallel(),
        depth,
        late && state == State.OPEN ? State.OVERDUE : state,
        part.json.text("actionStatus").orElse(""),
        part.json.text("id").orElse(""),
        person,
        due,
        late,
        false,
        "",
        part.group || state.over() ? 0 : holdsUp,
        metadata.text("permalink").orElse(""));
  }

  /// Fills in what each waiting job waits for: the first unfinished sibling before it, or before
  /// the nearest group around it that has one.
  private void waits(Part group, String inherited, List<Row> rows, int[] next) {
    String before = "";
    for (Part child : group.children) {
      int at = next[0]++;
      Row row = rows.get(at);
      String waitsFor = !group.parallel() && !before.isEmpty() ? before : inherited;
      if (row.state() == State.WAITING && !waitsFor.isEmpty() && !child.group) {
        boolean hopeless = row.dueDate().isPresent() && !row.dueDate().get().isAfter(today);
        rows.set(at, waiting(row, waitsFor, hopeless));
      }
      waits(child, waitsFor, rows, next);
      if (before.isEmpty() && child.unfinished > 0) {
        before = row.label();
      }
    }
  }

  private static Row waiting(Row r, String waitsFor, boolean hopeless) {
    return new Row(
        r.address(),
        r.title(),
        r.group(),
        r.parallel(),
        r.depth(),
        r.state(),
        r.actionStatus(),
        r.id(),
        r.person(),
        r.dueDate(),
        r.late(),
        hopeless,
        waitsFor,
        r.holdsUp(),
        r.permalink());
  }

  /// Overdue before open, then what holds up most, then what is due first.
  private static Optional<Row> urgent(List<Row> rows) {
    return rows.stream()
        .filter(r -> !r.group())
        .filter(
            r -> r.state() == State.ERROR || r.state() == State.OPEN || r.state() == State.OVERDUE)
        .min(
            Comparator.comparingInt((Row r) -> r.state() == State.OPEN ? 1 : 0)
                .thenComparingInt(r -> -r.holdsUp())
                .thenComparing(r -> r.dueDate().orElse(LocalDate.MAX)));
  }

  private static State state(Part part) {
    return switch (part.json.text("status").orElse("").toLowerCase(Locale.ROOT)) {
      case "complete" -> State.DONE;
      case "running" -> State.OPEN;
      case "cancelled", "cancelling" -> State.CANCELLED;
      case "error", "errorhold" -> State.ERROR;
      default -> State.WAITING;
    };
  }

  private static Json.Obj arguments(Json.Obj job) {
    return inner(job.obj("arguments").orElse(Json.Obj.EMPTY), "Args");
  }

  private static Json.Obj metadata(Json.Obj job) {
    return inner(job.obj("metadata").orElse(Json.Obj.EMPTY), "Metadata");
  }

  private static Json.Obj inner(Json.Obj outer, String suffix) {
    for (var member : outer.members().entrySet()) {
      if (member.getKey().endsWith(suffix) && member.getValue() instanceof Json.Obj object) {
        return object;
      }
    }
    return Json.Obj.EMPTY;
  }

  private static String person(Json.Obj arguments, String field) {
    return arguments
        .obj(field)
        .flatMap(p -> p.text("id"))
        .or(() -> arguments.text(field))
        .or(() -> arguments.text(field + "User"))
        .orElse("");
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
