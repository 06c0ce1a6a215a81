package dev.procc.model.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The meanings of enumerated words, for editors.
public final class EnumDocs {
  private static final Map<List<String>, List<String>> DOCS_BY_VALUES = new HashMap<>();

  static {
    put(
        "whenEligible",
        "Starts as soon as its turn comes.",
        "manual",
        "Somebody starts it by hand.");
    put(
        "error", "The command fails.",
        "warning", "Reported; the command goes on.",
        "info", "Reported where details are wanted.",
        "off", "Not looked for.");
    put(
        "planned", "Not begun; plan and apply take it as an open one.",
        "open", "Under way.",
        "closed", "Out of reach of every command: nothing of it changes in Workiva.");
    put(
        "keep", "The live process stays, with a warning.",
        "trash", "The live process goes to the bin.");
    put(
        "free", "Another order in Workiva is reported and left.",
        "strict", "Another order in Workiva counts as a difference.");
    put(
        "string", "A text.",
        "integer", "A whole number.",
        "number", "A number.",
        "boolean", "true or false.",
        "date", "A date, 2024-12-31.",
        "person", "An alias or role of the people.",
        "document", "An alias of the documents.",
        "list", "A list.",
        "map", "Names to values.");
    put(
        "string", "A text.",
        "integer", "A whole number.",
        "number", "A number.",
        "boolean", "true or false.",
        "date", "A date, 2024-12-31.");
    put("user", "A person of the workspace.", "group", "A group of the workspace.");
    put(
        "us", "api.app.wdesk.com",
        "eu", "api.eu.wdesk.com",
        "apac", "api.apac.wdesk.com");
    put(
        "none", "The date stays where it is.",
        "next", "The date moves to the next business day.",
        "previous", "The date moves to the business day before.");
    put("error", "A finding that fails the command.", "warn", "A finding that warns.");
    put("start", "The calendar year it begins in.", "end", "The calendar year it ends in.");
    put(
        "last",
        "The last one of the month.",
        "nearest",
        "The one nearest to the end of the month.");
    put(
        "4-4-5", "Quarters of four, four and five weeks.",
        "4-5-4", "Quarters of four, five and four weeks.",
        "5-4-4", "Quarters of five, four and four weeks.",
        "13x4", "Thirteen periods of four weeks; the last quarter has four.",
        "16-12-12-12", "Thirteen periods of four weeks; the first quarter has four.",
        "12-16-12-12", "Thirteen periods of four weeks; the second quarter has four.",
        "12-12-16-12", "Thirteen periods of four weeks; the third quarter has four.",
        "12-12-12-16", "Thirteen periods of four weeks; the last quarter has four.");
  }

  private EnumDocs() {}

  private static void put(String... valuesAndDocs) {
    List<String> values = new java.util.ArrayList<>();
    List<String> docs = new java.util.ArrayList<>();
    for (int i = 0; i < valuesAndDocs.length; i += 2) {
      values.add(valuesAndDocs[i]);
      docs.add(valuesAndDocs[i + 1]);
    }
    DOCS_BY_VALUES.put(List.copyOf(values), List.copyOf(docs));
  }

  /// A sentence for each value, in their order; empty if the values explain themselves.
  public static List<String> docs(ValueShape.EnumShape shape) {
    if (shape.values().equals(Vocabulary.DOCUMENT_KINDS)) {
      return shape.values().stream().map(kind -> Vocabulary.mapping(kind).doc()).toList();
    }
    return DOCS_BY_VALUES.getOrDefault(shape.values(), List.of());
  }
}
