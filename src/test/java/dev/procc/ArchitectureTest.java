package dev.procc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.procc.base.source.Span;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of `src/site/markdown/architecture.md`: which room may depend on which, where each
/// library may be used, and what no room below the command line may ask of the machine.
///
/// A rule may be changed; then this table and that page change in the same commit.
class ArchitectureTest {
  private static final String ROOT = "dev.procc.";
  private static final Path PAGE = Path.of("src/site/markdown/architecture.md");

  /// The wings that each wing may import besides itself.
  private static final Map<String, List<String>> WINGS = new LinkedHashMap<>();

  /// The rooms that may use each library, by the first part of its package names.
  private static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

  /// Families of packages, each of which counts as one room.
  private static final List<String> FAMILIES = List.of("emulator");

  static {
    WINGS.put("base", List.of());
    WINGS.put("model", List.of("base"));
    WINGS.put("language", List.of("base", "model"));
    WINGS.put("live", List.of("base", "model"));
    WINGS.put("view", List.of("base", "model", "language", "live"));
    WINGS.put("emulator", List.of("base"));
    WINGS.put("app", List.of("base", "model", "language", "live", "view"));
    WINGS.put("ide", List.of("base", "model", "language", "live", "view", "app"));
    WINGS.put("lsp", List.of("base", "ide"));
    WINGS.put(
        "cli",
        List.of("base", "model", "language", "live", "view", "app", "emulator", "ide", "lsp"));

    library("tools.jackson.", "base.json", "language.schema");
    library("org.snakeyaml.", "language.yaml.parse", "language.yaml.cst");
    library("com.networknt.", "language.schema");
    library("com.github.mustachejava.", "language.expand.text", "view.text");
    library("dev.failsafe.", "live.api");
    library("java.net.http.", "live.http", "live.api", "live.codehost", "live.practice");
    library("de.siegmar.fastcsv.", "language.project");
    library("com.github.difflib.", "base.text");
    library("com.sun.net.httpserver.", "emulator");
    library("org.eclipse.lsp4j.", "lsp");
    library("com.google.gson.", "lsp");
    library("biweekly.", "language.holidays");
    library("com.github.mangstadt.vinnie.", "language.holidays");
  }

  private static void library(String prefix, String... homes) {
    LIBRARIES.put(prefix, List.of(homes));
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Span.class.getProtectionDomain().getCodeSource().getLocation());

  /// The package of a class without `dev.procc`; for a family its first part; for the root `cli`.
  private static String roomOf(JavaClass type) {
    String inside = packageOf(type);
    for (String family : FAMILIES) {
      if (inside.equals(family) || inside.startsWith(family + ".")) {
        return family;
      }
    }
    return inside;
  }

  private static String packageOf(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName() + ".";
    return name.startsWith(ROOT) ? name.substring(ROOT.length(), name.length() - 1) : "";
  }

  private static String wingOf(String room) {
    int dot = room.indexOf('.');
    return dot < 0 ? room : room.substring(0, dot);
  }

  @Test
  void aWingImportsOnlyTheWingsBelow() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      String from = wingOf(roomOf(each));
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String to = wingOf(roomOf(dependency.getTargetClass()));
        if (!to.isEmpty() && !to.equals(from) && !WINGS.get(from).contains(to)) {
          broken.add(names(dependency));
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  @Test
  void theEmulatorSharesJsonAndFilesAlone() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String to = roomOf(dependency.getTargetClass());
        if (roomOf(each).equals("emulator")
            && !to.isEmpty()
            && !to.equals("emulator")
            && !to.equals("base.json")
            && !to.equals("base.file")) {
          broken.add(names(dependency));
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  /// Rooms that import each other, directly or indirectly, are one room with two names.
  @Test
  void roomsFormNoCircle() {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass each : CLASSES) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String to = roomOf(dependency.getTargetClass());
        if (!to.isEmpty() && !to.equals(roomOf(each))) {
          imports.computeIfAbsent(roomOf(each), key -> new TreeSet<>()).add(to);
        }
      }
    }
    // A room that imports no remaining room is removed, until only cycles are left.
    boolean smaller = true;
    while (smaller) {
      smaller = imports.values().removeIf(Set::isEmpty);
      for (Set<String> imported : imports.values()) {
        smaller |= imported.removeIf(room -> !imports.containsKey(room));
      }
    }
    assertEquals(Map.of(), imports);
  }

  private static String names(Dependency dependency) {
    return dependency.getOriginClass().getName() + " -> " + dependency.getTargetClass().getName();
  }

  /// The page's list of rooms is made from the first sentence of each `package-info.java`.
  @Test
  void thePageListsTheRooms() throws IOException {
    StringBuilder rows = new StringBuilder("| room | what it is |\n|---|---|\n");
    Path sources = Path.of("src/main/java/dev/procc");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path info : files.filter(f -> f.endsWith("package-info.java")).sorted().toList()) {
        String room = sources.relativize(info.getParent()).toString().replace('/', '.');
        rows.append("| `").append(room.isEmpty() ? "dev.procc" : room).append("` | ");
        rows.append(sentence(Files.readString(info))).append(" |\n");
      }
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf("| room | what it is |");
    int to = page.indexOf("\n\n", from) + 1;
    Golden.check(PAGE, page.substring(0, from) + rows + page.substring(to));
  }

  private static String sentence(String info) {
    StringBuilder text = new StringBuilder();
    for (String line : info.split("\n", -1)) {
      if (!line.startsWith("///") || line.length() < 5) {
        break;
      }
      text.append(text.isEmpty() ? "" : " ").append(line.substring(4).strip());
    }
    int end = text.indexOf(". ");
    String first = end < 0 ? text.toString() : text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  @Test
  void eachLibraryHasItsHome() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      String from = roomOf(each);
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

  /// The methods that read or write files, by class; an empty set means each method of the class.
  private static final Map<String, Set<String>> FILE_ACCESS =
      Map.of(
          "java.nio.file.Files",
          Set.of(
              "readString",
              "readAllBytes",
              "readAllLines",
              "lines",
              "newInputStream",
              "newOutputStream",
              "newBufferedReader",
              "newBufferedWriter",
              "newByteChannel",
              "write",
              "writeString",
              "copy",
              "move",
              "createFile",
              "createTempFile",
              "createDirectory",
              "createDirectories",
              "createLink",
              "createSymbolicLink",
              "delete",
              "deleteIfExists",
              "list",
              "walk",
              "find"),
          "java.nio.channels.FileChannel",
          Set.of("open"),
          "java.io.FileInputStream",
          Set.of(),
          "java.io.FileOutputStream",
          Set.of(),
          "java.io.FileReader",
          Set.of(),
          "java.io.FileWriter",
          Set.of(),
          "java.io.RandomAccessFile",
          Set.of());

  /// The classes besides `base.file` that may open files, with the reason.
  private static final Map<String, String> OPENERS =
      Map.of(
          "dev.procc.cli.Main", "standard output is a stream over its descriptor",
          "dev.procc.emulator.store.FileTransactionLog", "a log is locked, and grows at its end",
          "dev.procc.live.ledger.BranchStore", "git's index lies in a temporary folder");

  @Test
  void filesHaveOneWayInAndOneWayOut() {
    Set<String> broken = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (roomOf(each).equals("base.file")) {
        continue;
      }
      for (JavaAccess<?> access : each.getAccessesFromSelf()) {
        Set<String> names = FILE_ACCESS.get(access.getTargetOwner().getName());
        if (names != null && (names.isEmpty() || names.contains(access.getName()))) {
          String top = each.getName().replaceAll("\\$.*", "");
          (OPENERS.containsKey(top) ? used : broken)
              .add(OPENERS.containsKey(top) ? top : access.getDescription());
        }
      }
    }
    assertEquals("", String.join("\n", broken));
    assertEquals(new TreeSet<>(OPENERS.keySet()), used);
  }

  /// Methods of output streams that write nothing.
  private static final Set<String> WRITES_NOTHING = Set.of("<init>", "flush", "checkError");

  @Test
  void textHasOneWayOut() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      boolean allowed =
          each.getName().equals("dev.procc.cli.frame.StandardStreams")
              || each.getName().equals("dev.procc.cli.AotTraining");
      for (JavaAccess<?> access : each.getAccessesFromSelf()) {
        boolean written =
            access.getTargetOwner().getName().equals("java.io.PrintStream")
                && !WRITES_NOTHING.contains(access.getName());
        if (written && !allowed) {
          broken.add(access.getDescription());
        }
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  /// Calls whose answer depends on the machine or the day.
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
      if (wingOf(roomOf(each)).equals("cli")) {
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

  /// `Map.of`, `Set.of` and their copies iterate in another order in each process. They may only be
  /// used for lookups: tables of a class that are made once.
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

  /// Whether a collection has at most one element: then it has no order.
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
