package dev.procc.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The field table compared with the API's own pages: every field of every property table and of
/// every example payload has a row with the same type, and is required if the pages say so.
class CatalogTest {
  private static Map<String, FieldSpec> rows() {
    Map<String, FieldSpec> rows = new HashMap<>();
    for (FieldSpec field : Catalog.all()) {
      assertTrue(rows.put(field.id(), field) == null, "two rows " + field.id());
    }
    return rows;
  }

  @Test
  void everyFieldOfThePagesHasARow() {
    Map<String, FieldSpec> rows = rows();
    Set<String> missing = new TreeSet<>();
    Set<String> schemas = new TreeSet<>();
    List<DocumentedField> pages = DocumentedField.all();
    for (DocumentedField field : pages) {
      schemas.add(field.schema());
      if (!rows.containsKey(field.id())) {
        missing.add(field.id());
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(pages.size() > 180 && schemas.size() > 25, pages.size() + " " + schemas);
  }

  @Test
  void typesAndRequirementsAreThoseOfThePages() {
    Map<String, FieldSpec> rows = rows();
    Set<String> differences = new TreeSet<>();
    for (DocumentedField page : DocumentedField.all()) {
      FieldSpec row = rows.get(page.id());
      if (row != null && !types(page).contains(row.type())) {
        differences.add(page.id() + " is " + page.type() + ", not " + row.type());
      }
      if (row != null && page.where().equals("table") && page.required() != row.required()) {
        differences.add(page.id() + (page.required() ? " is" : " is not") + " required");
      }
    }
    assertEquals(Set.of(), differences);
  }

  /// The types of ours that match a type of the pages.
  private static Set<FieldType> types(DocumentedField page) {
    boolean unique = page.restrictions().contains("unique");
    return switch (page.type()) {
      case "string" -> Set.of(FieldType.STRING);
      case "string(date)" -> Set.of(FieldType.DATE);
      case "string(date-time)" -> Set.of(FieldType.DATE_TIME);
      case "boolean" -> Set.of(FieldType.BOOLEAN);
      case "integer(int32)", "integer(int64)" -> Set.of(FieldType.INTEGER);
      case "any" -> Set.of(FieldType.ANY);
      case "object" -> Set.of(FieldType.OBJECT, FieldType.MAP, FieldType.PARTICIPANT_REF);
      case "[string]" ->
          unique || !page.where().equals("table")
              ? Set.of(FieldType.SET_OF_DATES, FieldType.SET_OF_WEEKDAYS, FieldType.SET_OF_STRINGS)
              : Set.of(FieldType.LIST);
      default ->
          page.type().startsWith("[")
              ? Set.of(unique ? FieldType.SET : FieldType.LIST)
              : Set.of(FieldType.OBJECT, FieldType.ANY);
    };
  }

  @Test
  void whatThePagesStateIsStated() {
    Map<String, FieldSpec> rows = rows();
    Set<String> differences = new TreeSet<>();
    Set<String> onPages = new HashSet<>();
    for (DocumentedField page : DocumentedField.all()) {
      onPages.add(page.id());
      FactBasis evidence = page.where().equals("table") ? FactBasis.STATED : FactBasis.EXAMPLE;
      FieldSpec row = rows.get(page.id());
      if (row != null && row.basis() != evidence) {
        differences.add(page.id() + " is " + row.basis() + ", the pages have it as " + evidence);
      }
    }
    for (FieldSpec row : rows.values()) {
      boolean path = row.patchPath() != null;
      if (!onPages.contains(row.id()) && row.basis() == FactBasis.STATED && !path) {
        differences.add(row.id() + " is on no page");
      }
    }
    assertEquals(Set.of(), differences);
  }

  /// The description of the patch document lists the paths, each with its operations.
  @Test
  void thePathsOfAPatchAreThoseOfThePages() {
    Map<String, Boolean> removable = new HashMap<>();
    for (FieldSpec field : Catalog.all()) {
      if (field.patchPath() != null) {
        removable.put(field.patchPath(), field.removable());
      }
    }
    Map<String, Boolean> stated = new HashMap<>();
    for (String path :
        List.of(
            "/dueDate",
            "/businessStartDate",
            "/businessEndDate",
            "/businessDaysOfWeek",
            "/businessDateExclusions",
            "/businessDateInclusions",
            "/calendarIds",
            "/defaultCertSignerReminders",
            "/defaultCertApproverReminders")) {
      stated.put(path, true);
    }
    for (String path :
        List.of(
            "/name",
            "/autoClose",
            "/ipmBetaEnabled",
            "/iwmOptOut",
            "/relativeDates",
            "/root/parallel",
            "/root/triggerType",
            "/certAutoApprove")) {
      stated.put(path, false);
    }
    assertEquals(stated, removable);
  }

  @Test
  void everyRoleHasAField() {
    for (FieldRole role : FieldRole.values()) {
      assertEquals(role, FieldRole.of(role.fieldName()));
      assertTrue(Catalog.definable().stream().anyMatch(field -> field.role() == role), role.name());
    }
  }

  @Test
  void aFieldIsFoundByItsNode() {
    assertEquals("Process.dueDate", String.valueOf(Catalog.find("process", "dueDate")));
    assertEquals("ProcessGroup.dueDate", String.valueOf(Catalog.find("group", "dueDate")));
    assertEquals(
        "ContentRequestArguments.dueDate",
        String.valueOf(Catalog.find("contentRequest", "dueDate")));
    assertEquals("ProcessJob.triggerType", String.valueOf(Catalog.find("sendTask", "triggerType")));
    assertEquals("null", String.valueOf(Catalog.find("certification", "dueDate")));
    assertEquals("null", String.valueOf(Catalog.find("node", "node")));
  }
}
