package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.InterceptingProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No dead end: each command that a refusal names is run as printed, and then the refusal is gone,
/// or another one names the next command. A command that only shows something must succeed.
class NamedWaysCliTest {
  /// A command in a sentence: its arguments are options, keys, addresses and ids.
  private static final Pattern COMMAND =
      Pattern.compile(
          "procc (?:state )?(?:"
              + "adopt|amend|apply|keep|list|log|mv|forget|rebuild|plan|pull|restore|rollback|run|status|trash)(?:"
              + " (?:--max-[a-z-]+ \\d|--allow"
              + " [a-z,]+|--[a-z-]+|[ab](?:[/:][\\w/:-]+)?|[0-9a-f]{32}|TEXT|ID)(?=[ .,;:]|$))*");

  /// One of this many refusals is tried.
  private static final int EVERY = Integer.getInteger("ways.every", 5);

  /// The number of refusals by class. Those of plans each have a flag or a command by
  /// `SafetyRulesCliTest`; the commands named by the others are run here.
  private static final String COUNTED =
      """
      ApplyContext=3, ApplyException=2, ApplyResume=3, CreationRules=3, DriftRules=2, GuardCheck=3, HandSteps=1,\
       LedgerRebuild=8, LimitRules=1, LiveSession=2, PlanCheck=2, PlanFormat=1,\
       PlanOverrides=1, PlanRefusal=7, PlanService=2, Planner=1, PreconditionCheck=1, ProcessAdoption=6, ProcessLifecycle=4,\
       ProcessPlanner=3, ProcessRuns=5, ReadDefinitions=1, RemovalRules=5, RunStart=1, SafetyRules=2, StateCommand=4, Thresholds=3, TrashRules=9, WaiverService=1\
      """;

  private static final Set<String> LOOKS = Set.of("status", "log", "list", "plan", "lint", "show");

  /// Commands that ask for confirmation.
  private static final Set<String> ASK =
      Set.of("amend", "apply", "pull", "run", "trash", "rollback", "restore", "forget", "rebuild");

  /// A case that leads to a refusal.
  ///
  /// @param words the arguments of the refused command
  /// @param message the message of the refusal, which each named command must lift
  /// @param ways the commands it names, in order, with ids as `ID`
  record Refused(String name, Preparation state, String words, String message, String... ways) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Preparation {
    void prepare(AlphaProject alpha) throws Exception;
  }

  @TempDir Path folder;

  static Stream<Refused> refusals() {
    List<Refused> all =
        Stream.of(
                plans(),
                limits(),
                pendingApplies(),
                records(),
                runs(),
                bin(),
                adoptions(),
                entries(),
                rebuilds(),
                LateWays.ofSavedPlans(),
                LateWays.ofRunPlans(),
                LateWays.ofTheServer())
            .flatMap(some -> some)
            .toList();
    return IntStream.range(0, all.size()).filter(at -> at % EVERY == 0).mapToObj(all::get);
  }

  private static Refused refused(
      String name, Preparation state, String words, String message, String... ways) {
    return new Refused(name, state, words, message, ways);
  }

  private static Stream<Refused> plans() {
    return Stream.of(
        refused(
            "an edit",
            Ways::edited,
            "apply --yes",
            "would be undone",
            "procc keep a/t1:dueDate --reason TEXT",
            "procc pull a/t1:dueDate"),
        refused(
            "an edit of a running process",
            a -> Ways.edited(Ways.start(a)),
            "apply --yes",
            "no command does it, since a running process is never replaced",
            "procc plan --run a",
            "procc keep a/t1:dueDate --reason TEXT",
            "procc pull a/t1:dueDate"),
        refused(
            "an edit, nothing recorded",
            Ways::offline,
            "plan --detailed-exitcode --live-from l.json",
            "nothing is recorded of it",
            "procc adopt a ID"),
        refused(
            "a lost ledger", Ways::lose, "apply --yes", "that name already", "procc adopt a ID"),
        refused(
            "a lost ledger and another name",
            a -> Ways.lose(a.change("Alpha", "Beta")),
            "apply --yes",
            "is like it",
            "procc adopt a ID"),
        refused(
            "another key",
            a -> a.change("key: a", "key: b"),
            "apply --yes",
            "is like it",
            "procc state mv a b"),
        refused(
            "trashed by hand",
            a -> a.send("DELETE", "/processes/" + a.id(), ""),
            "apply --yes",
            "no longer live",
            "procc restore a"),
        refused(
            "a former one restored by hand",
            Ways::formerBack,
            "apply --yes",
            "no longer live",
            "procc adopt a ID"),
        refused(
            "trashed, and another of its name",
            Ways::namesake,
            "apply --yes",
            "no longer live",
            "procc adopt a ID"),
        refused(
            "another host",
            a -> Ways.ledger(a, "origin", "https://api.eu.wdesk.com"),
            "apply --yes",
            "the ledger knows it at",
            "procc state forget a"),
        refused(
            "its definition removed, and edited",
            Ways::removed,
            "apply --yes --allow-empty",
            "not as it was last applied",
            "procc trash --changed a"),
        refused(
            "running",
            a -> Ways.start(a).change("u2", "u9"),
            "apply --yes",
            "it is running",
            "procc plan --run a"),
        refused(
            "a past date of a new task in a run",
            a ->
                Ways.start(a)
                    .addTask("t3", "title: Task t3, assignee: { id: u2 }, dueDate: 2024-11-05"),
            "plan --detailed-exitcode --as-of 2024-11-06 --run a",
            "is not after",
            "procc amend a --allow-past",
            "procc plan --run a"));
  }

  /// The command that goes beyond a limit takes what was asked for, and nothing else.
  private static Stream<Refused> limits() {
    String limit = "the limit is 0";
    return Stream.of(
        limited("one of two", "plan a --max-replace 0", limit, "procc apply a --max-replace 1"),
        limited(
            "another limit too",
            "plan a --max-date-shift-days 9 --max-replace 0",
            limit,
            "procc apply a --max-date-shift-days 9 --max-replace 1"),
        limited(
            "an action",
            "plan --allow create,patch a",
            "does not name replace",
            "procc apply a --allow patch,create,replace"),
        limited(
            "a key of another option",
            "plan a --replace a --max-replace 0",
            limit,
            "procc apply a --replace a --max-replace 1"));
  }

  private static Refused limited(String name, String words, String message, String way) {
    Preparation state =
        a -> {
          a.change("u3", "u9");
          Ways.second(a).procc(0, "apply", "--yes", "b");
          a.procc(0, "run", "--yes", "b");
          Ways.change(a, "b", "u3", "u9");
        };
    return refused("limit: " + name, state, words, message, way);
  }

  private static Stream<Refused> pendingApplies() {
    return Stream.of(
        pending("apply --yes", Ways::nothing, "procc apply --resume"),
        pending("run --yes a", Ways::nothing, "procc apply --resume a"),
        pending("keep a --reason x", Ways::edited, "procc apply --resume"),
        pending("trash --yes a", Ways::nothing, "procc apply --resume a"),
        pending("rollback --yes a", Ways::replace, "procc apply --resume a"),
        pending("amend --yes a", a -> Ways.start(a).addTask("t3"), "procc apply --resume"),
        pending("state mv a c", Ways::nothing, "procc apply --resume"),
        pending("state rebuild", Ways::nothing, "procc apply --resume"),
        refused(
            "a lost create, two of its name",
            Ways::loseCreate,
            "apply --resume",
            "have appeared since",
            "procc adopt b ID"),
        refused(
            "the old process is gone",
            Ways::loseOldOne,
            "apply --resume",
            "so that the new one",
            "procc adopt a ID",
            "procc restore a"));
  }

  private static Refused pending(String words, Preparation before, String way) {
    Preparation state =
        a -> {
          before.prepare(a);
          Ways.leaveUnended(a);
        };
    boolean isPlan = words.startsWith("apply") || words.startsWith("amend");
    return refused("pending: " + words, state, words, isPlan ? "not finished" : "not ended", way);
  }

  private static Stream<Refused> records() {
    return Stream.of(
        refused(
            "mv to a recorded one",
            Ways::both,
            "state mv a b",
            "is recorded already",
            "procc state forget b"),
        refused(
            "two records of one process",
            Ways::twice,
            "run --yes a",
            "with the same process",
            "procc state forget b --yes",
            "procc state forget a --yes"),
        refused("a damaged record", Ways::damage, "apply --yes", "not JSON", "procc state rebuild"),
        refused(
            "a record merged by hand",
            Ways::mix,
            "apply --yes",
            "merged by",
            "procc state rebuild"),
        refused("keep, nothing recorded", Ways::lose, "keep a --reason x", "", "procc plan"),
        refused("end, none kept", Ways::nothing, "keep a --end", "", "procc log a"));
  }

  private static Stream<Refused> runs() {
    return Stream.of(
        refused("run, active", Ways::start, "run --yes a", "is active", "procc status a"),
        refused(
            "run, ended",
            a -> Ways.start(a).toRun("cancel"),
            "run --yes a",
            "A run of a has",
            "procc run a --again"),
        refused(
            "run, in the bin",
            a -> a.procc(0, "trash", "--yes", "a"),
            "run --yes a",
            "knows no live process",
            "procc plan",
            "procc apply"),
        refused(
            "run, never applied",
            a -> Ways.other(Ways.second(a)),
            "run --yes b",
            "does not know",
            "procc plan",
            "procc apply",
            "procc adopt b ID"),
        refused("status, no run", Ways::nothing, "status a", "has no run", "procc run a"),
        refused("plan of a run, none", Ways::nothing, "plan --run a", "has no run", "procc run a"));
  }

  private static Stream<Refused> bin() {
    return Stream.of(
        refused(
            "trash, edited",
            a -> a.edit("/name", "\"Theirs\""),
            "trash --yes a",
            "not as procc last left it",
            "procc plan",
            "procc trash --changed a"),
        refused("restore, live", Ways::replace, "restore --yes a", "", "procc rollback a"),
        refused("restore, never trashed", Ways::nothing, "restore --yes a", "", "procc plan"),
        refused("rollback, no former one", Ways::nothing, "rollback --yes a", "", "procc list"));
  }

  private static Stream<Refused> adoptions() {
    return Stream.of(
        refused(
            "adopt beside a live one",
            Ways::other,
            "adopt a ID",
            "is live as",
            "procc adopt a ID --instead"),
        refused(
            "adopt instead of an edited one",
            a -> Ways.other(a).edit("/name", "\"Theirs\""),
            "adopt a ID --instead",
            "was edited",
            "procc plan",
            "procc trash --changed a"),
        refused(
            "adopt another target's",
            Ways::targets,
            "adopt a ID --target b",
            "is the process of a of target a",
            "procc list --target b"),
        refused(
            "protected since it was cut off",
            Ways::protectSince,
            "apply --resume",
            "stays, and the new one",
            "procc plan"),
        refused(
            "adopt one of two",
            Ways::leaveTwo,
            "adopt a ID",
            "is live beside",
            "procc apply --resume a",
            "procc adopt a ID"),
        refused(
            "forget beside two",
            Ways::leaveTwo,
            "state forget a --yes",
            "is not ended",
            "procc apply --resume a"),
        refused(
            "restore beside two",
            Ways::leaveTwo,
            "restore a --yes",
            "is not ended",
            "procc apply --resume a"),
        refused(
            "adopt another's",
            Ways::second,
            "adopt b ID",
            "is the process of",
            "procc state mv a b"),
        refused(
            "adopt another's former",
            a -> Ways.second(Ways.replace(a)),
            "adopt b FORMER",
            "is a former process of",
            "procc rollback a",
            "procc state forget a"));
  }

  private static Stream<Refused> entries() {
    return Stream.of(
        refused(
            "adopt: of another",
            a -> Ways.second(a).settings(adopt(a.id(), "b")),
            "apply --yes",
            "is the process of",
            "procc state mv a b"),
        refused(
            "adopt: beside a live one",
            a -> Ways.other(a).settings(adopt(Ways.otherId(a), "a")),
            "apply --yes",
            "is live as",
            "procc adopt a ID --instead"),
        refused(
            "adopt: of none",
            a -> Ways.lose(a).settings(adopt("p-none", "a")),
            "apply --yes",
            "",
            "procc list"));
  }

  private static String adopt(String id, String key) {
    return "adopt: [{ id: " + id + ", key: " + key + " }]";
  }

  private static Stream<Refused> rebuilds() {
    return Stream.of(
        refused(
            "rebuild, another host",
            a -> Ways.ledger(a, "origin", "https://api.eu.wdesk.com"),
            "state rebuild",
            "the ledger knows it at",
            "procc state forget a"),
        refused(
            "rebuild, gone",
            a -> a.send("DELETE", "/processes/" + a.id(), ""),
            "state rebuild",
            "is gone",
            "procc restore a"),
        refused(
            "rebuild, several",
            a -> Ways.other(Ways.lose(a)),
            "state rebuild",
            "could be it",
            "procc adopt a ID"),
        refused(
            "rebuild, damaged, no definition",
            a -> {
              Ways.both(a);
              Files.delete(Ways.damage(a).folder().resolve("a.process.yaml"));
            },
            "state rebuild --yes",
            "cannot be read",
            "procc state forget a"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyWayWorks(Refused refused) throws Exception {
    int count = refused.ways().length;
    for (int number = 0; number < count; number++) {
      Path fresh = Files.createDirectory(folder.resolve("way" + number));
      try (AlphaProject alpha = new AlphaProject(fresh)) {
        alpha.apply();
        refused.state().prepare(alpha);
        walk(alpha, refused, number);
      }
    }
  }

  /// A new period is the way out of a finished run: the old process stays as it was, closed.
  @Test
  void aNewPeriodIsAWay() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.define(AlphaProject.DEFINITION.replace("name: Alpha", "name: Alpha {{ period.key }}"));
      period(alpha, "2024-Q3", "open");
      alpha.apply().procc(0, "run", "--yes", "a");
      alpha.toRun("cancel").change("u2", "u9");
      String told = alpha.procc(4, "apply", "--yes");
      assertTrue(told.contains("open a new period instead"), told);
      period(alpha, "2024-Q3", "closed");
      period(alpha, "2024-Q4", "open");
      alpha.apply();
      assertEquals(2, alpha.ids().size());
      alpha.plan(0);
    }
  }

  /// Manual steps are done as described, and are then not listed any more.
  @Test
  void stepsByHandLeadToTheEnd() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      Ways.start(alpha.apply()).addTask("t3").change("Task two", "Task 2").change("u2", "u9");
      String amended = alpha.procc(0, "amend", "--yes", "a");
      assertTrue(
          amended.contains("2 steps are left to do by hand; procc plan --run a lists them"),
          amended);
      String plan = alpha.procc(0, "plan", "--run", "a");
      assertTrue(plan.contains("Edit action > Assigned to: u9 (now u2)"), plan);
      assertTrue(plan.contains("Edit action > Title: \"Task 2\" (now \"Task two\")"), plan);
      assertTrue(plan.contains("Afterwards: procc status a --confirm"), plan);
      alpha.toTask("Task one", "edit", "{\"set\":{\"assignee\":{\"id\":\"u9\"}}}");
      alpha.toTask("Task two", "edit", "{\"set\":{\"title\":\"Task 2\"}}");
      String confirmed = alpha.procc(0, "status", "a", "--confirm");
      assertFalse(confirmed.contains("not done"), confirmed);
      plan = alpha.procc(0, "plan", "--run", "a");
      assertTrue(plan.contains("no step by hand"), plan);
    }
  }

  private static void period(AlphaProject alpha, String key, String status) throws Exception {
    Files.writeString(
        alpha.folder().resolve(key + ".period.yaml"),
        "procc: v1\nkind: Period\nkey: %s\nstatus: %s\nprocesses: [a]\n".formatted(key, status));
  }

  /// A forgotten name can be used again; the records of the former process stay.
  @Test
  void aForgottenNameIsFreeAgain() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply();
      Ways.both(alpha);
      for (int number = 1; number <= 2; number++) {
        alpha.procc(0, "trash", "--yes", "b");
        alpha.procc(0, "state", "forget", "b", "--yes");
        Files.deleteIfExists(alpha.folder().resolve("b.process.yaml"));
        String moved = alpha.procc(0, "state", "mv", "a", "b");
        assertTrue(moved.contains("those of b~" + number), moved);
        assertTrue(
            alpha.procc(0, "log", "b~" + number).contains("Forgotten")
                || alpha.procc(0, "log", "b~" + number).contains("forgotten"),
            moved);
        alpha.procc(0, "log", "b");
        alpha.procc(0, "state", "mv", "b", "a");
        alpha.procc(0, "log", "a");
        Ways.both(alpha);
      }
    }
  }

  /// Of two equal processes that are created at the same time the later one is removed, and the
  /// message names the other.
  @Test
  void theEarlierOfTwoEqualCreatesIsTaken() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder);
        InterceptingProxy proxy = new InterceptingProxy(URI.create(alpha.url()))) {
      String body = alpha.procc("render", "a").stdout();
      proxy.arm(
          3,
          false,
          moment -> {
            if (moment == InterceptingProxy.Moment.RECEIVED) {
              alpha.send("POST", "/processes", body);
            }
          });
      CliCase.CommandResult late = alpha.proccVia(proxy.url(), "apply", "--yes");
      String told = told(late);
      assertEquals(ExitCode.STALE, late.exit(), told);
      assertEquals("POST /processes", proxy.calls().get(2));
      assertEquals(List.of("procc adopt a " + alpha.id()), commands(told), told);
      alpha.procc(0, "adopt", "a", alpha.id());
      alpha.procc(0, "plan", "--detailed-exitcode");
      assertEquals(1, alpha.ids().size());
    }
  }

  /// Whoever adds a refusal tries the commands that it names, and counts it here.
  @Test
  void everyRefusalIsCounted() throws Exception {
    Pattern refusal =
        Pattern.compile(
            "Verdict\\.REFUSED,|PlanRefusal\\.of\\(|new"
                + " PlanRefusal\\(|Failure\\.refused\\(|RebuildOutcome\\.REFUSED,");
    Map<String, Long> found = new TreeMap<>();
    for (String room : List.of("live", "app/live", "app/plan", "cli/live", "cli/plan")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/procc", room))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          found.merge(name, refusal.matcher(Files.readString(file)).results().count(), Long::sum);
        }
      }
    }
    found.values().removeIf(count -> count == 0);
    assertEquals("{" + COUNTED.strip() + "}", found.toString());
  }

  private static void walk(AlphaProject alpha, Refused refused, int number) throws Exception {
    String[] words = Ways.words(alpha, refused.words());
    CliCase.CommandResult first = alpha.procc(words);
    String told = told(first);
    assertTrue(told.contains(refused.message()), told);
    List<String> named = commands(told);
    List<String> shapes =
        named.stream().map(way -> way.replaceAll("\\b[0-9a-f]{32}\\b", "ID")).toList();
    assertEquals(List.of(refused.ways()), shapes, told);
    String way = named.get(number).substring("procc ".length());
    List<String> typed = new ArrayList<>(List.of(Ways.words(alpha, way.replace("TEXT", "agreed"))));
    String last = typed.getFirst().equals("state") ? typed.get(1) : typed.getFirst();
    if (ASK.contains(last) && !typed.contains("--yes")) {
      typed.add("--yes");
    }
    CliCase.CommandResult done = alpha.procc(typed.toArray(String[]::new));
    String story = told + "\n" + typed + ": " + done.exit() + "\n" + told(done);
    boolean namesTheNext = done.exit() == 4 && !commands(told(done)).isEmpty();
    assertTrue(done.exit() == 0 || namesTheNext, story);
    if (namesTheNext) {
      return;
    }
    if (LOOKS.contains(typed.getFirst()) && first.exit() == ExitCode.STALE) {
      goOn(alpha, typed.contains("--run") ? "amend" : "apply", story);
    }
    if (!LOOKS.contains(typed.getFirst()) && !refused.message().isEmpty()) {
      if (first.exit() == ExitCode.REFUSED && refused.words().contains("p.json")) {
        alpha.procc("plan", "--save", "p.json");
      }
      String again = told(alpha.procc(words));
      assertFalse(again.contains(refused.message()), story + "\n" + again);
    }
  }

  /// Checks that the new plan is applied, or is refused with a command that lifts the refusal.
  private static void goOn(AlphaProject alpha, String verb, String story) {
    CliCase.CommandResult next = alpha.procc(verb, "--yes", "a");
    String told = told(next);
    boolean leadsOn =
        told.matches(".*help: (one of (these, the mildest first )?)?(--|procc |write ).*");
    assertTrue(next.exit() == 0 || next.exit() == ExitCode.REFUSED && leadsOn, story + "\n" + told);
  }

  private static String told(CliCase.CommandResult result) {
    return (result.stdout() + result.stderr()).replaceAll("\\s+", " ");
  }

  /// The commands with which the suggestions of a refusal begin.
  private static List<String> commands(String told) {
    String ways =
        told.replaceFirst("^procc [a-z]+( [a-z]+)?: ", "")
            .replaceFirst(".*? Refused \\([a-z-]+\\): ", "")
            .replaceFirst(" (To keep the process|Checked): .*", "")
            .replaceAll("[1-9]\\. procc apply --(?:overwrite-live|recreate|create-new) a[^ ]*", "");
    List<String> found = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(ways);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
