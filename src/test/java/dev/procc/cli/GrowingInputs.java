package dev.procc.cli;

import static dev.procc.cli.NastyInputs.PROCESS;
import static dev.procc.cli.NastyInputs.ROOT;
import static dev.procc.cli.NastyInputs.SIZE;
import static dev.procc.cli.NastyInputs.TASK;
import static dev.procc.cli.NastyInputs.join;
import static dev.procc.cli.NastyInputs.lines;
import static dev.procc.cli.NastyInputs.process;
import static dev.procc.cli.NastyInputs.put;
import static dev.procc.cli.NastyInputs.table;

import java.util.LinkedHashMap;
import java.util.Map;

/// Projects of at most 100 KB whose parts multiply: names with names, rows with texts, files with
/// dates.
final class GrowingInputs {
  private GrowingInputs() {}

  static void add(Map<String, Map<String, byte[]>> all) {
    addTexts(all);
    addNames(all);
    addTemplates(all);
    addTables(all);
    addCalendars(all);
  }

  private static void addTexts(Map<String, Map<String, byte[]>> all) {
    process(all, "long-key", PROCESS + "k".repeat(SIZE - 5_000) + ": 1\n");
    process(all, "long-task-key", PROCESS + ROOT + TASK.replace(": a", ": " + "k".repeat(90_000)));
    process(
        all,
        "long-keys",
        PROCESS + ROOT + lines(9, i -> "    - sendTask: " + "k".repeat(10_000) + i));
    process(all, "combining", PROCESS + ROOT + TASK.replace("A\n", "A" + "\u0301".repeat(45_000)));
    process(all, "returns", (PROCESS + ROOT + TASK.repeat(1200)).replace("\n", "\r"));
    process(all, "blanks-at-ends", PROCESS + lines(SIZE / 16, i -> "# x" + "\u00a0 \t".repeat(3)));
    process(all, "flow-keys", PROCESS + "? " + "[a, ".repeat(60) + "\n: 1\n" + "? {a: b}\n: c\n");
    process(all, "folded", PROCESS + "x: >-\n" + lines(SIZE / 8, i -> " ".repeat(1 + i % 6) + "y"));
    process(all, "literals", PROCESS + lines(SIZE / 12, i -> "k" + i + ": |2-\n  x"));
    process(
        all,
        "documents-of-one-key",
        lines(1100, i -> "procc: v1\nkind: Process\nkey: close\nname: x\nroot: { name: x }\n---"));
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 900; i++) {
      put(files, "d" + i + "/close" + i + ".process.yaml", "procc: v1\nkind: Process\nkey: [x\n");
    }
    all.put("files", files);
    Map<String, byte[]> deep = new LinkedHashMap<>();
    put(deep, "d/".repeat(400) + "close.process.yaml", PROCESS + ROOT + TASK);
    all.put("deep-folders", deep);
  }

  private static void addNames(Map<String, Map<String, byte[]>> all) {
    Map<String, byte[]> people = new LinkedHashMap<>();
    put(
        people,
        "people.yaml",
        "procc: v1\nkind: People\nkey: people\npeople:\n"
            + join(1800, i -> "  person-" + i + ": { id: u" + i + " }\n"));
    put(
        people,
        "close.process.yaml",
        PROCESS
            + ROOT
            + join(900, i -> "    - sendTask: k" + i + "\n      assignee: perzon-" + i + "\n"));
    all.put("people-misspelt", people);
    Map<String, byte[]> longer = new LinkedHashMap<>();
    put(
        longer,
        "people.yaml",
        "procc: v1\nkind: People\nkey: people\npeople:\n"
            + join(650, i -> "  " + "person-".repeat(8) + i + ": { id: u }\n"));
    put(
        longer,
        "close.process.yaml",
        PROCESS
            + ROOT
            + join(
                500,
                i ->
                    "    - sendTask: k"
                        + i
                        + "\n      assignee: "
                        + "nosrep-".repeat(8)
                        + i
                        + "\n"));
    all.put("long-people-misspelt", longer);
    process(
        all,
        "long-known-names",
        PROCESS
            + "variables:\n"
            + lines(30, i -> "  v" + "x".repeat(1500) + i + ": { type: string, default: x }")
            + ROOT
            + TASK.replace("A\n", "'" + join(2000, i -> "{{ walue_" + i + " }}") + "'\n"));
    process(
        all,
        "errors-on-one-line",
        PROCESS
            + "root: { name: Root, parallel: false, children: ["
            + join(2000, i -> "{ sendTask: k" + i + ", titel: x }, ")
            + "] }\n");
    process(
        all,
        "dates-of-names-misspelt",
        PROCESS
            + ROOT
            + lines(1500, i -> "    - sendTask: key-" + i + "\n      dueDate: kex-" + i + ".due"));
    process(
        all,
        "variables-chain",
        PROCESS
            + "variables:\n  v0: { type: string, default: x }\n"
            + lines(1900, i -> "  v" + (i + 1) + ": { type: string, default: '{{ v" + i + " }}' }")
            + ROOT
            + TASK.replace("A\n", "'{{ v1900 }}'\n"));
    process(
        all,
        "variables-misspelt",
        PROCESS
            + "variables:\n"
            + join(1500, i -> "  value-" + i + ": { type: string, default: x }\n")
            + ROOT
            + TASK.replace("A\n", "'" + join(2000, i -> "{{ walue_" + i + " }}") + "'\n"));
    process(
        all,
        "allowances",
        PROCESS
            + "allow:\n"
            + lines(1000, i -> "  - { rule: PC412, at: a" + i + ", reason: x }")
            + ROOT
            + join(900, i -> "    - sendTask: k" + i + "\n      title: TODO\n"));
    for (String glob : new String[] {"*", "**/", "**a*", "?*", "**/*a", "close/a1/"}) {
      Map<String, byte[]> globs = new LinkedHashMap<>();
      String text = glob.repeat(25_000 / glob.length());
      put(
          globs,
          "procc.yaml",
          "procc: v1\nkind: Project\nkey: p\nallow:\n"
              + lines(2, i -> "  - { rule: PC412, at: '" + text + "x', reason: x }")
              + "  - { rule: PC412, file: '"
              + text
              + "x', reason: x }\n");
      put(
          globs,
          "close.process.yaml",
          PROCESS + ROOT + join(500, i -> "    - sendTask: k" + i + "\n      title: TODO\n"));
      all.put("globs " + glob.replace("/", "|"), globs);
    }
    process(
        all,
        "moved-from-one",
        PROCESS
            + "moved:\n"
            + lines(SIZE / 30, i -> "  - { from: g/a" + i + ", to: g }")
            + ROOT
            + TASK.replace(": a", ": g"));
    process(
        all,
        "moved-deep",
        PROCESS + "moved:\n  - { from: " + "a/".repeat(45_000) + "a, to: b }\n" + ROOT + TASK);
    Map<String, byte[]> periods = new LinkedHashMap<>();
    put(periods, "close.process.yaml", PROCESS + ROOT + TASK);
    put(
        periods,
        "periods/all.yaml",
        join(
            60,
            i ->
                "procc: v1\nkind: Period\nkey: p"
                    + i
                    + "\nlabel: x\nstart: 0001-01-01\nend: 9999-12-31\nprocesses: ["
                    + join(180, j -> "close, ")
                    + "]\n---\n"));
    all.put("periods-of-one", periods);
  }

  private static void addTemplates(Map<String, Map<String, byte[]>> all) {
    Map<String, byte[]> levels = new LinkedHashMap<>();
    put(levels, "t.csv", "c\n" + lines(40, i -> "k" + i));
    put(
        levels,
        "all.template.yaml",
        join(
            30,
            i ->
                "procc: v1\nkind: Template\nkey: t"
                    + i
                    + "\nchildren:\n  - use: t"
                    + (i + 1)
                    + "\n    forEach: { file: t.csv, as: r, key: c }\n---\n"));
    put(levels, "close.process.yaml", PROCESS + ROOT + "    - use: t0\n");
    all.put("templates-by-rows", levels);
    Map<String, byte[]> chain = new LinkedHashMap<>();
    put(
        chain,
        "all.template.yaml",
        join(
            1200,
            i ->
                "procc: v1\nkind: Template\nkey: t"
                    + i
                    + "\nchildren:\n  - use: t"
                    + (i + 1)
                    + "\n---\n"));
    put(chain, "close.process.yaml", PROCESS + ROOT + "    - use: t0\n");
    all.put("templates-chain", chain);
    Map<String, byte[]> parameters = new LinkedHashMap<>();
    put(
        parameters,
        "t.template.yaml",
        "procc: v1\nkind: Template\nkey: t\nparameters:\n"
            + join(1500, i -> "  p" + i + ": { type: string, default: x }\n")
            + "children:\n  - sendTask: a\n");
    put(
        parameters,
        "close.process.yaml",
        PROCESS
            + ROOT
            + join(600, i -> "    - use: t\n      as: u" + i + "\n      with: { q: 1 }\n"));
    all.put("parameters-by-uses", parameters);
    Map<String, byte[]> uses = new LinkedHashMap<>();
    put(
        uses,
        "t.template.yaml",
        "procc: v1\nkind: Template\nkey: t\nchildren:\n" + TASK.replace("A\n", "x".repeat(50_000)));
    put(
        uses,
        "close.process.yaml",
        PROCESS + ROOT + join(1200, i -> "    - { use: t, as: u" + i + " }\n"));
    all.put("texts-by-uses", uses);
    process(
        all,
        "aliases-in-loops",
        PROCESS
            + "variables:\n  l: { type: list, default: &l ["
            + join(7000, i -> "k" + i + ", ")
            + "] }\n"
            + ROOT
            + "    - sendTask: 't'\n      forEach: { a: l, b: l }\n      title: '{{ a }}'\n");
  }

  private static void addTables(Map<String, Map<String, byte[]>> all) {
    String loop =
        "    - sendTask: t\n      forEach: { file: t.csv, as: item, key: c }\n      title: ";
    String rows = "c\n" + lines(6000, i -> "k" + i);
    table(all, "literals-by-rows", loop + "x".repeat(60_000) + "\n", rows);
    table(
        all,
        "texts-by-rows",
        loop + "'{{ item.c }}" + "y".repeat(50_000) + "'\n",
        "c\n" + lines(6000, i -> "k" + i));
    table(all, "rows-two-ways", loop.replace("key: c", "key: c") + "'{{ item.nix }}'\n", rows);
    table(
        all,
        "rows-by-rows",
        "    - sendTask: t\n      title: x\n"
            + "      forEach: { i: { file: t.csv, key: c }, j: { file: t.csv, key: c } }\n",
        "c\n" + lines(14_000, i -> "k" + i));
    table(all, "one-line-of-a-table", loop + "x\n", "c,".repeat(45_000));
    table(all, "one-cell", loop + "'{{ item.c }}'\n", "c\n\"" + "x\n".repeat(45_000) + "\"\n");
    table(
        all,
        "many-columns",
        loop + "'{{ item.c }}'\n",
        "c," + join(250, i -> "h" + i + ",") + "z\n" + lines(300, i -> "k" + i + ",".repeat(251)));
    table(
        all,
        "dates-by-rows",
        loop + "x\n      dueDate: start + 1bd" + " + 1bd".repeat(2000) + "\n",
        "c\n" + lines(4000, i -> "k" + i));
    table(
        all,
        "conditions-by-rows",
        loop + "x\n      if: '" + "item.c == a or ".repeat(1500) + "item.c == b'\n",
        "c\n" + lines(4000, i -> "k" + i));
    table(
        all,
        "tags-by-rows",
        loop + "'" + "{{ item.c }}".repeat(4000) + "'\n",
        "c\n" + lines(5000, i -> "k" + i));
  }

  private static void addCalendars(Map<String, Map<String, byte[]>> all) {
    Map<String, byte[]> many = new LinkedHashMap<>();
    put(
        many,
        "all.calendar.yaml",
        join(
            700,
            i ->
                "procc: v1\nkind: Calendar\nkey: c"
                    + i
                    + "\n"
                    + "workdays: mon\n"
                    + "covers: 1900-01-01..2999-12-31\n"
                    + "holidays: [2024-01-01]\n"
                    + "---\n"));
    put(
        many,
        "close.process.yaml",
        PROCESS
            + "calendar: c0\n"
            + ROOT
            + join(
                200, i -> "    - sendTask: k" + i + "\n      dueDate: 9999-12-31 - 2000000bd\n"));
    all.put("calendars", many);
  }
}
