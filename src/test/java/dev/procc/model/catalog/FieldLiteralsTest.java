package dev.procc.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The catalog is the only table: the names of fields and of action kinds are written nowhere else,
/// so that a field or a kind is one row.
class FieldLiteralsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/procc");

  /// Rooms that are tables of the API themselves, or that replace the server.
  private static final List<String> ROOMS =
      List.of("model/catalog", "live/wire", "live/probe", "emulator");

  /// Words of every format, which people and JSON use for anything.
  private static final Set<String> COMMON = Set.of("id", "name", "title", "type");

  /// A class with words in it that only happen to be names of fields, and what they mean there.
  private record Coincidence(String type, String reason, Set<String> words) {}

  private static final List<Coincidence> COINCIDENCES = new ArrayList<>();

  private static void allow(String type, String reason, String... words) {
    COINCIDENCES.add(new Coincidence(type, reason, Set.of(words)));
  }

  static {
    String keyword = "a keyword of documents and their trees";
    allow("ChildExpander", keyword, "children");
    allow("ConditionCheck", keyword, "arguments");
    allow("Expander", keyword, "children", "root");
    allow("FindingTraces", keyword, "children", "root");
    allow("PeriodChanges", keyword, "children", "root");
    allow("TargetOverlay", keyword, "root");
    allow("Address", "the key of the root group", "root");
    allow("DocumentMappings", keyword, "children");
    allow("EnumDocs", "a type of variables", "document");
    allow("MappingTable", "a type of variables", "document");
    allow("TypeCheck", "a type of variables", "document");
    allow("VariableDeclaration", "a type of variables", "document");
    allow("VariableTypes", "a type of variables", "document");
    allow("DocumentKinds", "a name of files", "calendars");
    allow(
        "Synonyms",
        "what keys are called elsewhere",
        "approver",
        "arguments",
        "assignee",
        "certification",
        "children",
        "contentRequest",
        "dueDate",
        "instructions",
        "root",
        "sendTask");
    allow("DefinitionMarks", "a key of documents", "children", "root");
    allow("WrittenNodes", "a key of documents", "children", "root");
    allow("CompiledNodes", "a key of documents", "children");
    String dates = "a keyword of date expressions";
    allow("AmbiguousTerms", dates, "dueDate");
    allow("DateExpression", dates, "dueDate");
    allow("DateKeywords", dates, "dueDate");
    allow("Parser", dates, "assignee");
    String ours = "a member of our own JSON";
    allow("Layer", ours, "document");
    allow("CalendarCheckCommand", ours, "calendars");
    allow("CalendarShowCommand", ours, "calendars");
    allow("ProcessListText", ours, "dueDate");
    allow("BlameService", "a member of evidence records", "action");
    allow("EvidenceText", ours, "action", "approver");
    allow("DiffJson", ours, "action");
    allow("CarryOverIssue", ours, "calendars");
    allow("RunStatusJson", ours, "dueDate");
    allow("EvidenceRecordText", ours, "action", "approver");
    allow("ProcessResult", ours, "action");
    allow("RunPlanFormat", ours, "dueDate");
    allow("ImpactJson", ours, "action");
    allow("CiMetadata", "a fact of a pipeline", "approver");
  }

  @Test
  void namesOfFieldsAreWrittenInTheCatalogAlone() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = SOURCES.relativize(file).toString().replace('\\', '/');
        if (ROOMS.stream().noneMatch(room -> name.startsWith(room + "/"))) {
          Set<String> names = names(Files.readAllLines(file));
          if (!names.isEmpty()) {
            found.put(file.getFileName().toString().replace(".java", ""), names);
          }
        }
      }
    }
    Map<String, Set<String>> allowed = new TreeMap<>();
    COINCIDENCES.forEach(one -> allowed.put(one.type(), one.words()));
    assertEquals(lines(allowed), lines(found));
  }

  private static String lines(Map<String, Set<String>> words) {
    StringBuilder lines = new StringBuilder();
    words.forEach(
        (file, names) -> lines.append(file).append(": ").append(new TreeSet<>(names)).append('\n'));
    return lines.toString();
  }

  /// The field names in the string literals of a file, without its comments.
  private static Set<String> names(List<String> source) {
    Set<String> catalog = catalogNames();
    Set<String> found = new TreeSet<>();
    Pattern literal = Pattern.compile("\"/?(?:root/)?(\\w+)\"");
    for (String line : source) {
      Matcher matcher = literal.matcher(line.strip().startsWith("//") ? "" : line);
      while (matcher.find()) {
        if (catalog.contains(matcher.group(1))) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  private static Set<String> catalogNames() {
    Set<String> names = new TreeSet<>();
    for (FieldSpec field : Catalog.definable()) {
      names.add(field.name());
    }
    for (ActionKind kind : ActionKind.WRITABLE) {
      names.add(kind.name());
      names.add(kind.argumentsMember());
    }
    names.removeAll(COMMON);
    return names;
  }
}
