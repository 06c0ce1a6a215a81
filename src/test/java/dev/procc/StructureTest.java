package dev.procc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The sizes and shapes that keep the main code readable: rooms, files, methods, parameters,
/// records, names, and no cycles between the classes of a room.
///
/// An exception is listed with its reason, and is removed from the list when it is no longer
/// needed.
class StructureTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/procc").toAbsolutePath();

  private static final int MAX_FILES = 25;
  private static final int MAX_FILE_LINES = 400;
  private static final int MAX_METHOD_LINES = 40;
  private static final int MAX_PARAMETERS = 6;
  private static final int MAX_COMPONENTS = 9;

  /// Files that are tables of data, which a reader would not look for in two files.
  private static final Map<String, String> LONG_FILES =
      Map.of(
          "model/catalog/ServerFields", "a table with a row for each field that the server adds");

  /// Cycles of classes that people read as one class.
  private static final Map<String, String> CIRCLES =
      Map.of(
          "base/source SourceFile Span", "a span knows its file, and a file makes its spans",
          "base/json Json JsonWriter", "a value writes itself, by a class of its own",
          "cli Commands HelpCommand", "the list of commands holds the one that prints the list",
          "model/duedate/syntax DateExpression DateExpressionWriter",
              "an expression writes itself, by a class of its own");

  /// A source file with its one top-level class.
  ///
  /// @param room the folder below `dev/procc`, such as `model/catalog`
  private record SourceClass(
      String room, ClassTree type, CompilationUnitTree unit, SourcePositions positions) {
    String name() {
      return type.getSimpleName().toString();
    }

    String path() {
      return room.isEmpty() ? name() : room + "/" + name();
    }

    long lines(Tree tree) {
      long start = positions.getStartPosition(unit, tree);
      long end = positions.getEndPosition(unit, tree);
      return start < 0 || end < 0
          ? 0
          : unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1;
    }

    long fileLines() {
      try {
        return unit.getSourceFile().getCharContent(true).toString().lines().count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final List<SourceClass> CLASSES = parse();

  private static List<SourceClass> parse() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> paths = Files.walk(SOURCES)) {
      List<Path> sources =
          paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<SourceClass> classes = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path folder = SOURCES.relativize(Path.of(unit.getSourceFile().toUri())).getParent();
        String room = folder == null ? "" : folder.toString().replace('\\', '/');
        for (Tree type : unit.getTypeDecls()) {
          if (type instanceof ClassTree tree) {
            classes.add(new SourceClass(room, tree, unit, positions));
          }
        }
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Visits all classes of a source file, including nested ones.
  private static void forEachType(SourceClass file, Consumer<ClassTree> visitor) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        visitor.accept(type);
        return super.visitClass(type, null);
      }
    }.scan(file.unit(), null);
  }

  /// Visits the methods and constructors of a source file, each with its class.
  private static void forEachMethod(SourceClass file, BiConsumer<ClassTree, MethodTree> visitor) {
    forEachType(
        file,
        type -> {
          for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
              visitor.accept(type, method);
            }
          }
        });
  }

  /// Asserts that exactly the exceptions were found.
  ///
  /// @param found what breaks the rule, by its name in the exceptions
  private static void assertNone(Map<String, String> found, Map<String, String> exceptions) {
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, String> each : found.entrySet()) {
      if (!exceptions.containsKey(each.getKey())) {
        broken.add(each.getKey() + " " + each.getValue());
      }
    }
    for (String name : new TreeSet<>(exceptions.keySet())) {
      if (!found.containsKey(name)) {
        broken.add(name + " is not an exception any more");
      }
    }
    assertEquals("", String.join("\n", broken));
  }

  /// A test that writes into the folder it runs in leaves files here that the next commit would
  /// contain.
  @Test
  void nothingElseStandsAtTheTop() throws IOException {
    Set<String> known =
        Set.of("pom.xml", "src", "schemas", "samples", "README.md", "CHANGELOG.md", "target");
    try (Stream<Path> top = Files.list(Path.of("").toAbsolutePath())) {
      List<String> others =
          top.map(path -> path.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !known.contains(name))
              .toList();
      assertEquals(List.of(), others);
    }
  }

  @Test
  void noTwoClassesHaveOneName() {
    Map<String, String> paths = new TreeMap<>();
    Map<String, String> twice = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      String other = paths.putIfAbsent(each.name(), each.path());
      if (other != null) {
        twice.put(each.path(), "has the name of " + other);
      }
    }
    assertNone(twice, Map.of());
  }

  @Test
  void aRoomHasAtMost25Files() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      sizes.merge(each.room(), 1, Integer::sum);
    }
    Map<String, String> large = new TreeMap<>();
    sizes.forEach((room, size) -> {
      if (size > MAX_FILES) {
        large.put(room, "has " + size + " files");
      }
    });
    assertNone(large, Map.of());
  }

  @Test
  void aFileHasAtMost400Lines() {
    Map<String, String> large = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      if (each.fileLines() > MAX_FILE_LINES) {
        large.put(each.path(), "has " + each.fileLines() + " lines");
      }
    }
    assertNone(large, LONG_FILES);
  }

  @Test
  void aMethodHasAtMost40Lines() {
    Map<String, String> large = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      forEachMethod(
          each,
          (type, method) -> {
            long lines = each.lines(method);
            if (lines > MAX_METHOD_LINES) {
              large.put(name(each, type, method), "has " + lines + " lines");
            }
          });
    }
    assertNone(large, Map.of());
  }

  /// The canonical constructor of a record is bounded by the number of its components.
  @Test
  void aMethodHasAtMostSixParameters() {
    Map<String, String> large = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      forEachMethod(
          each,
          (type, method) -> {
            int count = method.getParameters().size();
            if (count > MAX_PARAMETERS && !isCanonicalConstructor(type, method)) {
              large.put(name(each, type, method), "has " + count + " parameters");
            }
          });
    }
    assertNone(large, Map.of());
  }

  @Test
  void aRecordHasAtMostNineComponents() {
    Map<String, String> large = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      forEachType(
          each,
          type -> {
            int count = components(type).size();
            if (count > MAX_COMPONENTS) {
              large.put(name(each, type, null), "has " + count + " components");
            }
          });
    }
    assertNone(large, Map.of());
  }

  /// With two adjacent booleans, nobody knows at the call which is which.
  @Test
  void aMethodHasAtMostOneBoolean() {
    Map<String, String> pairs = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      forEachType(
          each,
          type -> {
            long count = booleans(components(type));
            if (count > 1) {
              pairs.put(name(each, type, null), "has " + count + " booleans");
            }
          });
      forEachMethod(
          each,
          (type, method) -> {
            long count = booleans(method.getParameters());
            if (count > 1 && !isCanonicalConstructor(type, method)) {
              pairs.put(name(each, type, method), "has " + count + " booleans");
            }
          });
    }
    assertNone(pairs, Map.of());
  }

  /// Classes of a room that use each other, directly or indirectly, cannot be read one after the
  /// other. A sealed type, its permitted types and their records are read as one.
  @Test
  void classesOfARoomFormNoCircle() {
    Map<String, String> circles = new TreeMap<>();
    Map<String, List<SourceClass>> rooms = new TreeMap<>();
    for (SourceClass each : CLASSES) {
      rooms.computeIfAbsent(each.room(), room -> new ArrayList<>()).add(each);
    }
    rooms.forEach((room, classes) -> {
      for (Set<String> circle : circles(uses(classes))) {
        if (!isSealedFamily(circle, classes)) {
          circles.put(room + " " + String.join(" ", circle), "use each other");
        }
      }
    });
    assertNone(circles, CIRCLES);
  }

  private static String name(SourceClass file, ClassTree type, @Nullable MethodTree method) {
    String nested = type == file.type() ? "" : "." + type.getSimpleName();
    return file.path() + nested + (method == null ? "" : "." + method.getName());
  }

  private static List<VariableTree> components(ClassTree type) {
    List<VariableTree> components = new ArrayList<>();
    if (type.getKind() == Tree.Kind.RECORD) {
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree variable
            && !variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
          components.add(variable);
        }
      }
    }
    return components;
  }

  private static boolean isCanonicalConstructor(ClassTree type, MethodTree method) {
    return method.getReturnType() == null
        && !components(type).isEmpty()
        && names(components(type)).equals(names(method.getParameters()));
  }

  private static List<String> names(List<? extends VariableTree> variables) {
    return variables.stream().map(variable -> variable.getName().toString()).toList();
  }

  private static long booleans(List<? extends VariableTree> variables) {
    return variables.stream()
        .filter(variable -> variable.getType() != null)
        .filter(variable -> variable.getType().toString().equals("boolean"))
        .count();
  }

  /// The classes of the same room that each class names in its code.
  private static Map<String, Set<String>> uses(List<SourceClass> classes) {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (SourceClass each : classes) {
      uses.put(each.name(), new TreeSet<>());
    }
    for (SourceClass each : classes) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
          return null;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
          String name = tree.getName().toString();
          if (!name.equals(each.name()) && uses.containsKey(name)) {
            uses.getOrDefault(each.name(), Set.of()).add(name);
          }
          return null;
        }
      }.scan(each.unit(), null);
    }
    return uses;
  }

  /// The largest sets of classes in which each class reaches each other one.
  private static Set<Set<String>> circles(Map<String, Set<String>> uses) {
    Map<String, Set<String>> reachable = new TreeMap<>();
    for (String start : uses.keySet()) {
      Set<String> seen = new TreeSet<>();
      List<String> open = new ArrayList<>(uses.getOrDefault(start, Set.of()));
      while (!open.isEmpty()) {
        String next = open.removeLast();
        if (seen.add(next)) {
          open.addAll(uses.getOrDefault(next, Set.of()));
        }
      }
      reachable.put(start, seen);
    }
    Map<String, Set<String>> circles = new TreeMap<>();
    reachable.forEach((start, ends) -> {
      if (ends.contains(start)) {
        Set<String> circle = new TreeSet<>(ends);
        circle.removeIf(end -> !reachable.getOrDefault(end, Set.of()).contains(start));
        circles.put(String.join(" ", circle), circle);
      }
    });
    return Set.copyOf(circles.values());
  }

  private static boolean isSealedFamily(Set<String> circle, List<SourceClass> classes) {
    List<SourceClass> members =
        classes.stream().filter(each -> circle.contains(each.name())).toList();
    for (SourceClass each : members) {
      boolean sealed = each.type().getModifiers().getFlags().contains(Modifier.SEALED);
      if (sealed && members.stream().allMatch(other -> belongsTo(each.name(), other))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a class is a sealed type, one of its subtypes, or a record.
  private static boolean belongsTo(String sealed, SourceClass other) {
    return other.name().equals(sealed)
        || other.type().getKind() == Tree.Kind.RECORD
        || other.type().getImplementsClause().stream()
            .anyMatch(type -> type.toString().equals(sealed))
        || (other.type().getExtendsClause() != null
            && other.type().getExtendsClause().toString().equals(sealed));
  }
}
