package dev.procc.cli;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// Projects of at most 100 KB that are made to cost as much as possible.
final class NastyInputs {
  static final int SIZE = 100_000;
  static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      businessStartDate: 2024-10-01
      businessEndDate: 2024-12-31
      dueDate: 2024-12-20
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      """;
  static final String ROOT = "root:\n  name: Root\n  parallel: false\n  children:\n";
  static final String TASK =
      "    - sendTask: a\n      title: A\n      assignee: { id: u1, type: user }\n";

  private NastyInputs() {}

  /// The files of each project, by its name.
  static Map<String, Map<String, byte[]>> all() {
    Map<String, Map<String, byte[]>> all = new LinkedHashMap<>();
    addTexts(all);
    addStructure(all);
    addLoops(all);
    addVariables(all);
    addDates(all);
    GrowingInputs.add(all);
    HostileDayLists.add(all);
    return all;
  }

  private static void addTexts(Map<String, Map<String, byte[]>> all) {
    process(all, "deep-flow", PROCESS + "x: " + "[".repeat(SIZE / 2) + "]".repeat(SIZE / 2));
    process(all, "deep-flow-open", PROCESS + "x: " + "[{a: ".repeat(SIZE / 5));
    process(all, "deep-block", PROCESS + lines(440, i -> " ".repeat(i) + "- - a:"));
    process(all, "deep-dashes", PROCESS + "x:\n " + "- ".repeat(SIZE / 2));
    process(all, "one-line", PROCESS + "x: " + "y ".repeat(SIZE / 2));
    process(all, "one-bad-line", PROCESS + "{ " + "a: b, ".repeat(SIZE / 6));
    process(all, "quotes", PROCESS + "x: \"" + "'\"".repeat(SIZE / 2));
    process(all, "tabs", PROCESS + lines(SIZE / 6, i -> "\t- x:"));
    process(all, "colons", PROCESS + lines(SIZE / 6, i -> "a: b:"));
    process(all, "controls", PROCESS + "\u0001\u0085\u202e\u001b[2J".repeat(SIZE / 10));
    byte[] latin =
        (PROCESS + "x: " + "\u00e9 ".repeat(SIZE / 2)).getBytes(StandardCharsets.ISO_8859_1);
    all.put("latin", Map.of("close.process.yaml", latin));
    process(all, "documents", lines(SIZE / 6, i -> "---\na"));
    process(all, "comments", PROCESS + lines(SIZE / 6, i -> "# x #") + ROOT + TASK);
    process(all, "blanks", PROCESS + "\n".repeat(SIZE) + ROOT + TASK);
    process(all, "tags", PROCESS + lines(SIZE / 12, i -> "- !<x:" + i + "> y"));
  }

  private static void addStructure(Map<String, Map<String, byte[]>> all) {
    process(
        all,
        "laughs",
        PROCESS
            + "x0: &x0 [lol, lol]\n"
            + lines(40, i -> "x" + (i + 1) + ": &x" + (i + 1) + " [*x" + i + ", *x" + i + "]"));
    process(all, "aliases", PROCESS + "x: &x { a: 1 }\n" + lines(SIZE / 12, i -> "k" + i + ": *x"));
    process(all, "anchors", PROCESS + lines(SIZE / 20, i -> "k" + i + ": &a" + i + " 1"));
    process(all, "unknown-aliases", PROCESS + lines(SIZE / 14, i -> "k" + i + ": *n" + i));
    process(
        all,
        "merges",
        PROCESS
            + "x: &x {"
            + join(2000, i -> "a" + i + ": 1, ")
            + "}\ny: { <<: ["
            + join(10_000, i -> "*x, ")
            + "] }\n");
    process(all, "same-keys", PROCESS + lines(SIZE / 5, i -> "a: 1"));
    process(all, "unknown-keys", PROCESS + lines(SIZE / 10, i -> "nam" + i + ": 1"));
    process(all, "bad-children", PROCESS + ROOT + lines(SIZE / 10, i -> "    - xyz"));
    process(all, "bad-words", PROCESS + ROOT + lines(SIZE / 22, i -> "    - sendTsk: k" + i));
    process(all, "same-tasks", PROCESS + ROOT + TASK.repeat(SIZE / TASK.length()));
    process(all, "bare-tasks", PROCESS + ROOT + lines(SIZE / 24, i -> "    - sendTask: k" + i));
    process(
        all,
        "moved",
        PROCESS
            + "moved:\n"
            + lines(SIZE / 30, i -> "  - { from: a" + i + ", to: a" + (i + 1) + " }")
            + ROOT
            + TASK);
    process(
        all,
        "globs",
        PROCESS
            + "allow:\n"
            + lines(600, i -> "  - { rule: PC401, at: '" + "**a".repeat(40) + i + "', reason: x }")
            + ROOT
            + TASK.replace("A\n", "TODO\n"));
    Map<String, byte[]> people = new LinkedHashMap<>();
    put(
        people,
        "people.yaml",
        "procc: v1\nkind: People\npeople:\n" + lines(SIZE / 16, i -> "  p" + i + ": { i: x }"));
    put(people, "close.process.yaml", PROCESS + ROOT + TASK.replace("u1", "p00000"));
    all.put("people", people);
    Map<String, byte[]> many = new LinkedHashMap<>();
    put(
        many,
        "all.yaml",
        "---\n"
            + lines(
                900,
                i ->
                    "procc: v1\nkind: Process\nkey: a"
                        + i
                        + "\n"
                        + "name: x\nroot: { name: x, children: [{ sendTask: a }] }\n---"));
    all.put("processes", many);
  }

  private static void addLoops(Map<String, Map<String, byte[]>> all) {
    String loop =
        "    - group: g\n      name: '{{ item.c }}'\n      parallel: false\n"
            + "      forEach: { file: t.csv, as: item, key: c }\n      children:\n"
            + TASK.replaceAll("(?m)^", "    ");
    table(all, "rows", loop, "c\n" + lines(SIZE / 6, i -> "k" + i));
    table(all, "same-rows", loop, "c\n" + "a\n".repeat(SIZE / 2));
    table(all, "bad-rows", loop, "c,d\n" + "a\n".repeat(SIZE / 2));
    table(all, "columns", loop, join(SIZE / 7, i -> "c" + i + ",") + "\n" + ",".repeat(SIZE / 7));
    table(all, "quoted", loop, "c\n" + "\"a\"b\"\n".repeat(SIZE / 7));
    table(all, "open-quote", loop, "c\n\"" + "a,\n".repeat(SIZE / 3));
    table(
        all,
        "loops-in-loops",
        "    - group: a\n      name: '{{ i.c }}'\n      parallel: false\n"
            + "      forEach: { file: t.csv, as: i, key: c }\n      children:\n"
            + "        - group: b\n          name: '{{ j.c }}'\n          parallel: false\n"
            + "          forEach: { file: t.csv, as: j, key: c }\n"
            + "          children:\n            - sendTask: x\n",
        "c\n" + lines(SIZE / 6, i -> "k" + i));
    Map<String, byte[]> templates = new LinkedHashMap<>();
    put(
        templates,
        "all.template.yaml",
        join(
            30,
            i ->
                "procc: v1\nkind: Template\nkey: t"
                    + i
                    + "\nchildren:\n  - { use: t"
                    + (i + 1)
                    + ", as: a }\n  - { use: t"
                    + (i + 1)
                    + ", as: b }\n---\n"));
    put(templates, "close.process.yaml", PROCESS + ROOT + "    - use: t0\n");
    all.put("templates", templates);
    Map<String, byte[]> product = new LinkedHashMap<>();
    put(product, "t.csv", "c\n" + lines(2000, i -> "k" + i));
    put(
        product,
        "all.yaml",
        join(300, i -> (PROCESS + ROOT + loop + "---\n").replace("key: close", "key: c" + i)));
    all.put("processes-by-rows", product);
    Map<String, byte[]> periods = new LinkedHashMap<>();
    put(periods, "t.csv", "c\n" + lines(1000, i -> "k" + i));
    put(periods, "close.process.yaml", PROCESS + ROOT + loop);
    put(
        periods,
        "periods/all.yaml",
        join(
            900,
            i ->
                "procc: v1\nkind: Period\nkey: p"
                    + i
                    + "\nlabel: x\nstart: 2024-10-01\n"
                    + "end: 2024-12-31\nprocesses: [close]\n---\n"));
    all.put("periods-by-rows", periods);
  }

  private static void addVariables(Map<String, Map<String, byte[]>> all) {
    process(
        all,
        "tags-unknown",
        PROCESS
            + ROOT
            + TASK
            + "      instructions: '"
            + join(SIZE / 10, i -> "{{ v" + i + " }}")
            + "'\n");
    process(
        all,
        "sections",
        PROCESS
            + ROOT
            + TASK
            + "      instructions: '"
            + "{{#a}}".repeat(SIZE / 14)
            + "{{/a}}".repeat(SIZE / 14)
            + "'\n");
    process(
        all,
        "braces",
        PROCESS + ROOT + TASK + "      instructions: '" + "{{".repeat(SIZE / 2) + "'\n");
    process(
        all,
        "doubling",
        PROCESS
            + "variables:\n  v0: { type: string, default: xxxxxxxxxx }\n"
            + lines(
                60,
                i ->
                    "  v"
                        + (i + 1)
                        + ": { type: string, default: '{{ v"
                        + i
                        + " }}{{ v"
                        + i
                        + " }}' }")
            + ROOT
            + TASK.replace("title: A", "title: '{{ v60 }}'"));
    String[] patterns = {
      "(?:(?:){2000000000}){2000000000}", "(a*)*b", "(a|aa)+$", "(.*)(.*)(.*)(.*)(.*)(.*)[^a]",
      "((a{30}){30}){2}", "(?:a{0,40}){0,40}b", "(a?){2000}a{2000}", "((((a+)+)+)+)+b"
    };
    process(
        all,
        "patterns",
        PROCESS
            + "variables:\n"
            + lines(
                600,
                i ->
                    "  v"
                        + i
                        + ": { type: string, default: "
                        + "a".repeat(90)
                        + ", pattern: '"
                        + patterns[i % patterns.length]
                        + "' }")
            + ROOT
            + TASK);
    Map<String, byte[]> template = new LinkedHashMap<>();
    put(
        template,
        "t.template.yaml",
        "procc: v1\nkind: Template\nkey: t\nparameters:\n"
            + "  c: { type: string, pattern: '(?:.{0,40}){0,40}b' }\n"
            + "children:\n"
            + TASK.replaceAll("(?m)^  ", ""));
    put(template, "t.csv", "c\n" + lines(900, i -> "a".repeat(90) + i));
    put(
        template,
        "close.process.yaml",
        PROCESS
            + ROOT
            + "    - use: t\n      forEach: { file: t.csv, as: i, key: c }\n"
            + "      with: { c: '{{ i.c }}' }\n");
    all.put("patterns-in-loops", template);
    process(
        all,
        "numbers",
        PROCESS
            + "variables:\n"
            + lines(
                500,
                i ->
                    "  v"
                        + i
                        + ": { type: number, default: 1e999999999, minimum: "
                        + "9".repeat(100)
                        + " }")
            + "  w: { type: number, default: "
            + "9".repeat(SIZE / 5)
            + ", maximum: 1e-999999999 }\n"
            + ROOT
            + TASK);
    process(
        all,
        "conditions",
        PROCESS + ROOT + TASK + "      if: '" + "a == b and ".repeat(SIZE / 11) + "a'\n");
    process(
        all,
        "conditions-deep",
        PROCESS + ROOT + TASK + "      if: '" + "(".repeat(SIZE / 2) + "'\n");
  }

  private static void addDates(Map<String, Map<String, byte[]>> all) {
    process(
        all,
        "date-long",
        PROCESS + ROOT + TASK + "      dueDate: end" + " + 1BD".repeat(SIZE / 6) + "\n");
    process(
        all,
        "date-far",
        PROCESS
            + ROOT
            + lines(
                1000,
                i ->
                    "    - sendTask: k"
                        + i
                        + "\n      title: T"
                        + i
                        + "\n      assignee: { id: u1, type: user }\n      dueDate: start + "
                        + (999_999_999 - i)
                        + "BD"));
    process(
        all,
        "date-words",
        PROCESS
            + ROOT
            + lines(
                1400, i -> "    - sendTask: k" + i + "\n      dueDate: thrid fridy of nxt mnth"));
    process(
        all,
        "date-chain",
        PROCESS
            + ROOT
            + lines(
                1100,
                i ->
                    "    - sendTask: k"
                        + i
                        + "\n      title: T"
                        + i
                        + "\n      assignee: { id: u1, type: user }\n      dueDate: "
                        + (i == 0 ? "2024-10-01" : "k" + (i - 1) + ".due + 1bd")));
    process(
        all,
        "date-ring",
        PROCESS
            + ROOT
            + lines(
                700,
                i ->
                    "    - sendTask: k"
                        + i
                        + "\n      title: T"
                        + i
                        + "\n      assignee: { id: u1, type: user }\n      dueDate: k"
                        + ((i + 1) % 700)
                        + ".due + 1bd"));
    calendar(all, "calendar-forever", "covers: 0001-01-01..9999-12-31\nholidays: [2024-01-01]\n");
    calendar(
        all,
        "calendar-days",
        "covers: 2000-01-01..2030-12-31\nholidays:\n"
            + lines(4000, i -> "  - { date: " + LocalDate.of(2010, 1, 1).plusDays(2L * i) + " }"));
    calendar(all, "calendar-no-day", "workdays: []\ncovers: 2024-01-01..2024-12-31\n");
  }

  static void process(Map<String, Map<String, byte[]>> all, String name, String text) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, "close.process.yaml", text);
    all.put(name, files);
  }

  static void table(
      Map<String, Map<String, byte[]>> all, String name, String children, String rows) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, "close.process.yaml", PROCESS + ROOT + children);
    put(files, "t.csv", rows);
    all.put(name, files);
  }

  private static void calendar(Map<String, Map<String, byte[]>> all, String name, String text) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, "c.calendar.yaml", "procc: v1\nkind: Calendar\nkey: c\n" + text);
    put(
        files,
        "close.process.yaml",
        PROCESS + "calendar: c\n" + ROOT + TASK + "      dueDate: start + 3bd\n");
    all.put(name, files);
  }

  static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static String lines(int count, IntFunction<String> line) {
    return join(count, i -> line.apply(i) + "\n");
  }

  static String join(int count, IntFunction<String> part) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count && text.length() < SIZE - 5_000; i++) {
      text.append(part.apply(i));
    }
    return text.toString();
  }
}
