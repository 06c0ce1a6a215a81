package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The law of `procc pull`: whatever is edited in Workiva, either the plan after a pull is empty,
/// or the pull names what is left and changes no file for it. Plan, drift and pull see the same
/// edits.
class PullLawTest {
  private static final int FEW = 8;
  private static final int MANY = 2_000;

  private static final Map<String, String> FILES =
      Map.of(
          "close.process.yaml",
          """
          # The close
          procc: v1
          kind: Process
          key: close
          name: "Close of {{ period.key }}"
          calendar: us
          businessStartDate: period.start
          businessEndDate: last business day of month after period
          dueDate: WD40 # late
          autoClose: true
          certAutoApprove: false
          relativeDates: false
          variables:
            region: { type: string, default: North }
          defaults:
            instructions: As the manual says
          root:
            name: Root
            parallel: false
            children:
              # the entities
              - group: entities
                name: Entities
                parallel: true
                children:
                  - use: recon
                    forEach: { file: entities.csv, as: entity, key: code }
                    with: { label: "{{ entity.label }}", who: "{{ entity.who }}" }
              - sendTask: review # second
                title: Review {{ region }}-{{ period.key }}
                assignee: manager
                dueDate: WD10
                instructions: |
                  First this,
                  then that.
              - sendTask: sign
                title: 'Sign off'
                assignee: dana
                dueDate: task(review).due + 3bd
              - group: after
                name: Afterwards
                parallel: false
                children:
                  - sendTask: file
                    title: "File it" # away

                    assignee: tom
                    dueDate: 2024-11-29
          """,
          "recon.template.yaml",
          """
          procc: v1
          kind: Template
          key: recon
          parameters:
            label: string
            who: person
          children:
            - sendTask: recon
              title: Reconcile {{ label }} accounts
              assignee: "{{ who }}"
              dueDate: WD3
          """,
          "entities.csv",
          "code,label,who\nus,\"United States\",sam\nuk,UK,tom\n",
          "people.yaml",
          """
          procc: v1
          kind: People
          key: people
          roles: { manager: dana }
          people:
            dana: { id: user-1, name: Dana Whitfield }
            tom: { id: user-2, name: Tom Becker }
            sam: { id: user-3, name: Sam Okafor }
          """,
          "us.calendar.yaml",
          "procc: v1\nkind: Calendar\nkey: us\nworkdays: mon-fri\nholidays:\n  - 2024-11-28\n",
          "periods.yaml",
          """
          procc: v1
          kind: Period
          key: 2024-10
          status: open
          processes: [close]
          """);

  @TempDir Path folder;

  private final List<String> failed = new ArrayList<>();
  private int edits;
  private int pulled;

  @Test
  void aFewEditsArePulledOrNamed() throws Exception {
    pull(FEW, 1);
  }

  /// `-Dprocc.seed=N` starts with another edit, `-Dprocc.edits=N` sets their number.
  @Tag("heavy")
  @Test
  void twoThousandEditsArePulledOrNamed() throws Exception {
    pull(Integer.getInteger("procc.edits", MANY), Long.getLong("procc.seed", 1_000));
    assertTrue(pulled > edits / 3, () -> pulled + " of " + edits + " edits were pulled");
    System.out.println(pulled + " of " + edits + " edits were pulled, the others named");
  }

  private void pull(int count, long first) throws Exception {
    for (long seed = first; edits < count; seed++) {
      try (EmulatedCli cli = new EmulatedCli()) {
        PullFixture project = new PullFixture(cli, folder.resolve("p" + seed));
        for (Map.Entry<String, String> file : FILES.entrySet()) {
          project.put(file.getKey(), file.getValue());
        }
        project.apply();
        Random random = new Random(seed);
        boolean clean = true;
        for (int round = 0; clean && round < 5 && edits < count; round++) {
          clean = round(project, random, "seed " + seed + " round " + round);
        }
      }
    }
    assertEquals(List.of(), failed, () -> failed.size() + " failed");
  }

  /// @return whether nothing is left, so that the next round can use the same project
  private boolean round(PullFixture project, Random random, String name) throws Exception {
    String identity = "close@2024-10";
    RandomEdits edit = new RandomEdits(project, random);
    StringBuilder done = new StringBuilder(name);
    for (int i = random.nextInt(3); i >= 0; i--) {
      done.append('\n').append(edit.edit(identity));
      edits++;
    }
    Set<String> planned = contested(json(project, "plan", "--full"));
    Set<String> drift = drift(json(project, "drift", "--full"));
    check(planned.equals(drift), done, "plan " + planned + " drift " + drift);
    Map<String, String> before = texts(project);
    List<String> words = new ArrayList<>(List.of("pull", "--yes"));
    if (random.nextInt(3) == 0) {
      words.addAll(List.of("--where", List.of("template", "use", "period").get(random.nextInt(3))));
    }
    Json.Obj answer = json(project, words.toArray(String[]::new));
    Set<String> seen = new TreeSet<>();
    answer.items("pulled").forEach(row -> seen.add(ref((Json.Obj) row)));
    int taken = seen.size();
    pulled += taken;
    answer.items("refused").forEach(row -> seen.add(((Json.Obj) row).text("ref").orElse("")));
    check(outermost(drift).equals(seen), done, "drift " + drift + " pull " + seen + answer.write());
    boolean changed = !texts(project).equals(before);
    check(changed == taken > 0, done, "changed " + changed + " " + answer.write());
    boolean others =
        answer.items("pulled").stream()
            .anyMatch(row -> !((Json.Obj) row).items("others").isEmpty());
    String left = project.left();
    boolean all = answer.items("refused").isEmpty();
    check(!all || others || left.isEmpty(), done, answer.write() + "\n" + left);
    if (!all || others || !left.isEmpty()) {
      return false;
    }
    project.apply();
    return true;
  }

  private void check(boolean holds, CharSequence done, String what) {
    if (!holds) {
      failed.add(done + "\n" + what);
    }
  }

  private static Json.Obj json(PullFixture project, String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", "json"));
    return (Json.Obj) JsonReader.read(project.run(all.toArray(String[]::new)).stdout());
  }

  private static Map<String, String> texts(PullFixture project) throws Exception {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String path : FILES.keySet()) {
      texts.put(path, project.text(path));
    }
    return texts;
  }

  private static String ref(Json.Obj change) {
    return change.text("address").orElse("") + ":" + change.text("field").orElse("");
  }

  private static Set<String> drift(Json.Obj report) {
    Set<String> refs = new TreeSet<>();
    for (Json process : report.items("processes")) {
      ((Json.Obj) process).items("edits").forEach(edit -> refs.add(ref((Json.Obj) edit)));
    }
    return refs;
  }

  /// The edits in a plan that the definitions do not contain.
  private static Set<String> contested(Json.Obj plan) {
    Set<String> refs = new TreeSet<>();
    for (Json process : plan.items("processes")) {
      for (Json row : ((Json.Obj) process).items("changes")) {
        Json.Obj change = (Json.Obj) row;
        String by = change.text("origin").orElse("");
        boolean drift = by.equals("drift") || by.equals("both");
        String field = change.text("field").orElse("");
        boolean structural = Set.of("node", "position", "parent").contains(field);
        boolean differs =
            structural || !String.valueOf(change.get("before")).equals("" + change.get("after"));
        if (change.flag("overwrites", false)
            || drift && differs && change.text("reason").orElse("").equals("ignored")) {
          refs.add(ref(change));
        }
      }
    }
    return refs;
  }

  /// The references without those inside a node that is new or removed.
  private static Set<String> outermost(Set<String> refs) {
    Set<String> outermost = new TreeSet<>(refs);
    for (String ref : refs) {
      if (ref.endsWith(":node")) {
        String above = ref.substring(0, ref.length() - 5) + "/";
        outermost.removeIf(other -> other.startsWith(above) && other.endsWith(":node"));
      }
    }
    return outermost;
  }
}
