package dev.procc.testing;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.source.SourceFile;
import dev.procc.language.format.Formatter;
import dev.procc.language.holidays.HolidayListReader;
import dev.procc.language.project.CsvTableReader;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.yaml.SourceDecoder;
import dev.procc.language.yaml.Yaml;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerFormat;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The targets of fuzzing: each reader of what others wrote. A reader reports errors by findings or
/// by its own exception; any other exception is a fault.
public final class FuzzTargets {
  /// A reader of bytes.
  @FunctionalInterface
  public interface Target {
    void read(byte[] data) throws Exception;
  }

  private FuzzTargets() {}

  /// All targets by name; an input that was found is stored in `src/test/resources/fuzz/NAME`.
  public static Map<String, Target> all() {
    Map<String, Target> all = new TreeMap<>();
    all.put("yaml", FuzzTargets::yaml);
    all.put("mustache", FuzzTargets::mustache);
    all.put("date", FuzzTargets::date);
    all.put("csv", data -> show(CsvTableReader.read(new SourceFile("a.csv", text(data)))));
    all.put("ics", FuzzTargets::ics);
    all.put("plan", FuzzTargets::plan);
    all.put("state", FuzzTargets::state);
    all.put("api", FuzzTargets::api);
    return all;
  }

  private static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8);
  }

  /// Reads every part of every finding, including its place.
  private static void show(Outcome<?> outcome) {
    for (Finding finding : outcome.findings()) {
      if (finding.span() != null) {
        finding.span().startPosition();
        finding.span().endPosition();
        finding.span().text();
      }
    }
  }

  private static void yaml(byte[] data) {
    Outcome<SourceFile> decoded = SourceDecoder.decode("a.yaml", data);
    show(decoded);
    decoded
        .value()
        .ifPresent(file -> {
          show(Yaml.parse(file));
          show(new Formatter().format(file));
        });
  }

  private static void mustache(byte[] data) {
    String title = HostileTexts.yaml(text(data));
    Compilations.of(
        MemoryTree.of(
            "close.process.yaml",
            """
            procc: v1
            kind: Process
            key: close
            name: Close
            variables: { a: x, list: [1, 2], map: { b: c } }
            root:
              name: Work
              parallel: false
              children:
                - sendTask: t
                  title: %s
            """
                .formatted(title)));
  }

  private static void date(byte[] data) {
    String text = text(data);
    SourceFile file = new SourceFile("a.yaml", text);
    DateLanguage language = new DateLanguage();
    show(language.parse(text, file.fullSpan()));
    language.canonical(text);
  }

  private static void ics(byte[] data) {
    SourceFile file = new SourceFile("a.ics", text(data));
    show(HolidayListReader.readCalendar(file, null));
    show(HolidayListReader.readTable(file, null));
  }

  private static void plan(byte[] data) {
    try {
      PlanFile.write(PlanFile.read("plan.json", text(data)));
    } catch (PlanFileException wrong) {
      Objects.requireNonNull(wrong.getMessage());
    }
  }

  private static void state(byte[] data) {
    try {
      LedgerFormat.write(LedgerFormat.read("a.json", text(data)));
    } catch (LedgerException wrong) {
      Objects.requireNonNull(wrong.getMessage());
    }
  }

  private static void api(byte[] data) {
    try {
      Json answer = JsonReader.read(text(data));
      JsonReader.read(answer.write());
      answer.pretty();
      if (answer instanceof Json.Obj object) {
        List<Json.Obj> items = new ArrayList<>();
        for (Json item : object.items("data")) {
          if (item instanceof Json.Obj row) {
            items.add(row);
          }
        }
        ProcessJson.readList(items);
      }
      ProcessJson.read(answer);
    } catch (JsonException | WireException wrong) {
      Objects.requireNonNull(wrong.getMessage());
    }
  }
}
