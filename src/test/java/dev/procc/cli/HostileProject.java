package dev.procc.cli;

import dev.procc.testing.HostileTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Projects in which every text is hostile.
final class HostileProject {
  private static final String LOOP = "\n      forEach: { file: rows.csv, as: r, key: code }";

  /// The number of texts in the fields of each process.
  private static final int FIELDS = 4;

  private HostileProject() {}

  /// The texts that are legal in a process: the others are errors of the definition.
  static List<String> soundTexts() {
    return HostileTexts.all().stream()
        .filter(text -> !text.contains("{{") && text.indexOf('\ud800') < 0 && !text.isBlank())
        .toList();
  }

  /// Writes a project with each text wherever a document takes one, legal or not.
  static void writeAll(Path folder, List<String> texts) throws IOException {
    List<String> yaml = texts.stream().map(HostileTexts::yaml).toList();
    StringBuilder project = new StringBuilder("procc: v1\nkind: Project\nkey: close\ntargets:\n");
    for (int i = 0; i < texts.size(); i += FIELDS) {
      List<String> some = texts.subList(i, Math.min(i + FIELDS, texts.size()));
      String target = HostileTexts.yaml(String.join(" ", some));
      project.append("  " + target + ": { api: " + target + " }\n");
    }
    yaml.forEach(text -> project.append(text + ": 1\n"));
    Files.writeString(folder.resolve("procc.yaml"), project);
    StringBuilder calendar =
        new StringBuilder("procc: v1\nkind: Calendar\nkey: c\nworkdays: mon-fri\n");
    calendar.append("covers: 2024-01-01..2025-12-31\nholidays:\n");
    for (int i = 0; i < yaml.size(); i++) {
      String day = LocalDate.of(2024, 10, 1).plusDays(i).toString();
      calendar.append("  - { date: " + day + ", name: " + yaml.get(i) + " }\n");
    }
    Files.writeString(folder.resolve("calendars.yaml"), calendar);
    StringBuilder people = new StringBuilder("procc: v1\nkind: People\nkey: people\npeople:\n");
    for (int i = 0; i < yaml.size(); i++) {
      people.append("  a" + i + ": { id: " + yaml.get(i) + ", name: " + yaml.get(i) + " }\n");
    }
    yaml.forEach(text -> people.append("  " + text + ": { id: x }\n"));
    Files.writeString(folder.resolve("people.yaml"), people);
    StringBuilder table = new StringBuilder("code,label\n");
    texts.forEach(text -> table.append("\"" + text.replace("\"", "\"\"") + "\",x\n"));
    write(folder, "rows.csv", table.toString());
    for (int i = 0; i < yaml.size(); i += FIELDS) {
      List<String> four = new ArrayList<>();
      for (int j = 0; j < FIELDS; j++) {
        four.add(yaml.get((i + j) % yaml.size()));
      }
      Files.writeString(folder.resolve("p" + i + ".process.yaml"), process(i, four));
      write(folder, "raw" + i + ".process.yaml", "key: " + texts.get(i) + "\n");
    }
  }

  /// Writes a file as bytes, so that it may contain a lone surrogate.
  private static void write(Path folder, String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String process(int number, List<String> texts) {
    return """
    procc: v1
    kind: Process
    key: p%1$d
    name: %2$s
    calendar: c
    variables: { v: %3$s }
    labels: { l: %4$s }
    dueDate: 2025-01-15
    autoClose: true
    certAutoApprove: false
    relativeDates: false
    root:
      name: %5$s
      parallel: false
      triggerType: %2$s
      children:
        - sendTask: t
          title: %3$s
          assignee: a%1$d
          approver: %4$s
          dueDate: %5$s
          instructions: %2$s%6$s
        - use: %3$s
          with: { a: %4$s }
        - group: %5$s
          name: "{{ v }}"
          if: %2$s
          children: []
    """
        .formatted(
            number,
            texts.get(0),
            texts.get(1),
            texts.get(2),
            texts.get(3),
            number == 0 ? LOOP : "");
  }

  /// Writes a project that compiles, with hostile names and titles.
  ///
  /// @return the keys of its processes
  static List<String> writeSound(Path folder, List<String> texts, String before)
      throws IOException {
    StringBuilder people = new StringBuilder("procc: v1\nkind: People\nkey: people\npeople:\n");
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += 3) {
      String text = HostileTexts.yaml(before + texts.get(i));
      people.append("  a" + i + ": { id: u" + i + ", name: " + text + " }\n");
      keys.add("p" + i);
      Files.writeString(
          folder.resolve("p" + i + ".process.yaml"),
          """
          procc: v1
          kind: Process
          key: p%1$d
          name: %2$s
          dueDate: 2025-01-15
          autoClose: true
          certAutoApprove: false
          relativeDates: false
          root:
            name: Work
            parallel: false
            children:
              - sendTask: t
                title: %3$s
                assignee: a%1$d
                dueDate: 2024-12-13
                instructions: %4$s
          """
              .formatted(
                  i,
                  text,
                  HostileTexts.yaml(before + texts.get((i + 1) % texts.size())),
                  HostileTexts.yaml(before + texts.get((i + 2) % texts.size()))));
    }
    Files.writeString(folder.resolve("people.yaml"), people);
    return keys;
  }
}
