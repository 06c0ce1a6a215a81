package dev.procc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.procc.base.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The walls of `src/site/markdown/architecture.md`: which room may know which, where each library
/// lives, and what nobody below the command line may ask the machine.
///
/// A wall may be moved; then this table and that page move with it, in the same commit.
class ArchitectureTest {
  private static final String ROOT = "dev.procc.";

  /// Room, level, the rooms it may import (`*`: every room of a lower level).
  private static final Map<String, Room> ROOMS = new LinkedHashMap<>();

  /// A library, by the beginning of its packages, and the rooms that are its home.
  private static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

  private record Room(int level, List<String> imports) {}

  private static void room(int level, String name, String... imports) {
    ROOMS.put(name, new Room(level, List.of(imports)));
  }

  static {
    room(0, "base.source");
    room(0, "base.json");
    room(0, "base.git");
    room(0, "model.calendar");
    room(0, "model.catalog");
    room(1, "base.diagnostic", "base.source");
    room(1, "model.process", "model.catalog", "base.json");
    room(2, "model.duedate", "base.source", "base.diagnostic", "model.calendar");
    room(2, "language.yaml", "base.source", "base.diagnostic");
    room(2, "live.diff", "model.catalog", "model.process", "base.json");
    room(2, "live.wire", "base.json", "model.catalog", "model.process");
    room(2, "live.ledger", "base.json", "base.git", "model.process");
    room(2, "view.timeline", "model.calendar", "model.process");
    room(
        3,
        "language.schema",
        "base.source",
        "base.diagnostic",
        "language.yaml",
        "base.json",
        "model.catalog",
        "model.duedate");
    room(3, "language.expand", "base.source", "base.diagnostic", "language.yaml", "model.catalog");
    room(
        3,
        "language.ast",
        "base.source",
        "language.yaml",
        "model.calendar",
        "model.catalog",
        "model.duedate");
    room(
        3,
        "language.format",
        "base.source",
        "base.diagnostic",
        "language.yaml",
        "model.catalog",
        "model.duedate");
    room(3, "live.planfile", "live.wire", "live.ledger", "base.json");
    room(3, "live.api", "base.json", "live.wire");
    room(
        4,
        "language.bind",
        "base.source",
        "base.diagnostic",
        "model.calendar",
        "language.yaml",
        "model.catalog",
        "model.duedate",
        "language.ast");
    room(
        4,
        "live.plan",
        "live.planfile",
        "base.source",
        "model.catalog",
        "model.calendar",
        "live.diff",
        "model.process",
        "live.wire",
        "live.ledger",
        "base.json");
    room(4, "live.probe", "live.api", "base.json");
    room(
        5,
        "language.resolve",
        "base.source",
        "base.json",
        "base.diagnostic",
        "language.yaml",
        "model.calendar",
        "model.catalog",
        "model.duedate",
        "language.ast",
        "model.process");
    room(
        5,
        "live.apply",
        "live.planfile",
        "live.plan",
        "live.ledger",
        "live.api",
        "live.wire",
        "live.diff",
        "model.process",
        "model.catalog",
        "base.json",
        "base.diagnostic");
    room(
        5,
        "live.compare",
        "live.planfile",
        "live.plan",
        "live.ledger",
        "live.wire",
        "model.process",
        "model.catalog",
        "base.json");
    room(
        6,
        "view.report",
        "base.source",
        "base.diagnostic",
        "model.calendar",
        "model.duedate",
        "live.diff",
        "live.planfile",
        "live.plan",
        "live.apply",
        "live.compare",
        "view.timeline",
        "base.json");
    room(
        6,
        "language.check",
        "base.source",
        "base.json",
        "base.diagnostic",
        "language.yaml",
        "model.calendar",
        "model.catalog",
        "model.duedate",
        "language.expand",
        "language.bind",
        "language.ast",
        "language.resolve",
        "model.process");
    room(
        6,
        "language.project",
        "base.source",
        "base.git",
        "base.diagnostic",
        "language.yaml",
        "language.expand");
    room(
        7,
        "language.suppose",
        "base.source",
        "base.diagnostic",
        "language.yaml",
        "language.project");
    room(
        7,
        "language.compile",
        "base.source",
        "base.json",
        "base.diagnostic",
        "model.calendar",
        "model.catalog",
        "model.process",
        "model.duedate",
        "language.yaml",
        "language.schema",
        "language.expand",
        "language.ast",
        "language.bind",
        "language.resolve",
        "language.check",
        "language.project");
    room(
        7,
        "language.holidays",
        "base.source",
        "base.diagnostic",
        "model.calendar",
        "language.yaml",
        "language.expand",
        "language.project");
    room(
        8,
        "language.calendars",
        "base.source",
        "base.diagnostic",
        "model.calendar",
        "model.duedate",
        "language.yaml",
        "language.format",
        "language.ast",
        "language.resolve",
        "language.project",
        "language.holidays",
        "language.compile");
    room(7, "emulator", "base.json");
    room(
        8,
        "language.sweep",
        "base.source",
        "base.diagnostic",
        "model.calendar",
        "model.duedate",
        "language.yaml",
        "language.ast",
        "language.resolve",
        "language.project",
        "language.compile");
    room(
        8,
        "lsp",
        "base.source",
        "base.json",
        "base.diagnostic",
        "model.calendar",
        "model.catalog",
        "model.process",
        "model.duedate",
        "language.ast",
        "language.format",
        "language.project",
        "language.compile");
    room(
        9,
        "language.periods",
        "base.source",
        "base.json",
        "base.diagnostic",
        "model.calendar",
        "model.catalog",
        "model.duedate",
        "model.process",
        "language.yaml",
        "language.format",
        "language.ast",
        "language.resolve",
        "language.project",
        "language.calendars",
        "language.compile");
    room(10, "cli", "*");

    library("tools.jackson.", "base.json", "language.schema");
    library("org.snakeyaml.", "language.yaml");
    library("com.networknt.", "language.schema");
    library("com.github.mustachejava.", "language.expand", "view.report");
    library("dev.failsafe.", "live.api");
    library("java.net.http.", "live.api");
    library("de.siegmar.fastcsv.", "language.project");
    library("com.github.difflib.", "language.format");
    library("org.eclipse.lsp4j.", "lsp");
    library("com.sun.net.httpserver.", "emulator");
    library("de.focus_shift.jollyday.", "language.holidays");
    library("org.threeten.extra.", "language.holidays");
    library("biweekly.", "language.holidays");
    library("com.github.mangstadt.vinnie.", "language.holidays");
    library("javax.xml.", "language.holidays");
    library("org.w3c.dom.", "language.holidays");
    library("org.xml.sax.", "language.holidays");
  }

  private static void library(String prefix, String... homes) {
    LIBRARIES.put(prefix, List.of(homes));
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Span.class.getProtectionDomain().getCodeSource().getLocation());

  /// `language.check` for `dev.procc.language.check.rules`; empty where no room is declared.
  private static String roomOf(String packageName) {
    String inside = packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : "";
    for (String room : ROOMS.keySet()) {
      if (inside.equals(room) || inside.startsWith(room + ".")) {
        return room;
      }
    }
    return "";
  }

  @Test
  void everyPackageIsARoomOfTheTable() {
    Set<String> strangers = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (roomOf(each.getPackageName()).isEmpty()) {
        strangers.add(each.getPackageName());
      }
    }
    assertEquals(Set.of(), strangers);
  }

  @Test
  void theTableOnlyLooksDown() {
    for (Map.Entry<String, Room> room : ROOMS.entrySet()) {
      for (String imported : room.getValue().imports()) {
        if (!imported.equals("*")) {
          assertTrue(
              ROOMS.get(imported).level() < room.getValue().level(),
              room.getKey() + " -> " + imported);
        }
      }
    }
  }

  @Test
  void aRoomImportsOnlyWhatTheTableAllows() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      String from = roomOf(each.getPackageName());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String to = roomOf(dependency.getTargetClass().getBaseComponentType().getPackageName());
        if (!to.isEmpty() && !to.equals(from) && !mayImport(from, to)) {
          broken.add(from + " -> " + to + ": " + names(dependency));
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  private static String names(Dependency dependency) {
    return dependency.getOriginClass().getName() + " -> " + dependency.getTargetClass().getName();
  }

  private static boolean mayImport(String from, String to) {
    Room room = ROOMS.get(from);
    return room.imports().contains(to)
        || (room.imports().contains("*") && ROOMS.get(to).level() < room.level());
  }

  @Test
  void eachLibraryHasItsHome() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      String from = roomOf(each.getPackageName());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String name = dependency.getTargetClass().getBaseComponentType().getName();
        if (name.startsWith(ROOT) || name.indexOf('.') < 0) {
          continue;
        }
        boolean known =
            name.startsWith("java.")
                || name.startsWith("javax.net.")
                || name.startsWith("org.jspecify.");
        boolean home = known;
        for (Map.Entry<String, List<String>> library : LIBRARIES.entrySet()) {
          if (name.startsWith(library.getKey())) {
            known = true;
            home = library.getValue().contains(from);
          }
        }
        if (!known || !home) {
          broken.add(from + " uses " + name + ": " + names(dependency));
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  /// What gives another answer on another machine or day.
  private static final Set<String> AMBIENT =
      Set.of(
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.lineSeparator",
          "java.lang.System.console",
          "java.lang.System.exit",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Year.now",
          "java.time.YearMonth.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.ZoneId.systemDefault",
          "java.util.TimeZone.getDefault",
          "java.util.Locale.getDefault",
          "java.nio.charset.Charset.defaultCharset");

  @Test
  void nobodyBelowTheCommandLineAsksTheMachine() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (roomOf(each.getPackageName()).equals("cli")) {
        continue;
      }
      for (JavaAccess<?> access : each.getAccessesFromSelf()) {
        String target = access.getTargetOwner().getName() + "." + access.getName();
        boolean clocked = target.endsWith(".now") && takesClock(access);
        if (AMBIENT.contains(target) && !clocked) {
          broken.add(access.getDescription());
        }
        if (access instanceof JavaFieldAccess
            && access.getTargetOwner().getName().equals("java.lang.System")) {
          broken.add(access.getDescription());
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  private static boolean takesClock(JavaAccess<?> access) {
    return access.getTarget().getDescription().contains("(java.time.Clock)");
  }

  @Test
  void theDefaultLocaleIsNeverUsed() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      for (JavaAccess<?> access : each.getAccessesFromSelf()) {
        String target = access.getTarget().getFullName();
        if (target.equals("java.lang.String.toLowerCase()")
            || target.equals("java.lang.String.toUpperCase()")
            || target.startsWith("java.lang.String.format(java.lang.String,")
            || target.startsWith("java.lang.String.formatted(")
            || target.equals("java.lang.String.getBytes()")
            || target.startsWith(
                "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)")) {
          broken.add(access.getDescription());
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  /// `Map.of`, `Set.of` and their copies iterate in another order in each process. They may hold
  /// what is only looked up: tables of a class, made once.
  @Test
  void noUnorderedMapReachesOutput() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      for (JavaCodeUnit unit : each.getCodeUnits()) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          String owner = access.getTargetOwner().getName();
          String name = access.getName();
          boolean made =
              (owner.equals("java.util.Map") || owner.equals("java.util.Set"))
                  && (name.equals("of") || name.equals("copyOf") || name.equals("ofEntries"));
          boolean harmless = unit.getName().equals("<clinit>") || holdsOne(access, owner);
          boolean collected =
              owner.equals("java.util.stream.Collectors")
                  && Set.of("toSet", "toUnmodifiableSet", "toUnmodifiableMap").contains(name);
          if ((made && !harmless) || collected) {
            broken.add(access.getDescription());
          }
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  /// At most one element: it has no order.
  private static boolean holdsOne(JavaAccess<?> access, String owner) {
    String made = access.getTarget().getFullName();
    String one = "java.lang.Object";
    return made.endsWith(".of()")
        || made.endsWith(owner.endsWith("Map") ? "(" + one + ", " + one + ")" : "(" + one + ")");
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    List<Path> missing = new ArrayList<>();
    Path sources = Path.of("src/main/java");
    try (Stream<Path> folders = Files.walk(sources).filter(Files::isDirectory)) {
      for (Path folder : folders.sorted().toList()) {
        if (holdsJava(folder) && !nullMarked(folder.resolve("package-info.java"))) {
          missing.add(folder);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean holdsJava(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".java"));
    }
  }

  private static boolean nullMarked(Path info) throws IOException {
    return Files.exists(info) && Files.readString(info).contains("@NullMarked");
  }
}
