package dev.procc.cli;

import dev.procc.cli.NamedWaysCliTest.Preparation;
import dev.procc.cli.NamedWaysCliTest.Refused;
import java.time.LocalDate;
import java.util.stream.Stream;

/// Commands that fail although their plan was good: the live process changed after the plan was
/// saved, or the server refused one of its calls.
final class LateWays {
  private static final String SAVED = "apply p.json --yes";

  private LateWays() {}

  /// A refused apply of a plan that was saved after the first preparation and is applied after the
  /// second.
  private static Refused stale(
      String name, Preparation before, Preparation after, String message, String... ways) {
    return new Refused(
        "saved plan: " + name,
        a -> {
          before.prepare(a);
          a.procc("plan", "--save", "p.json");
          after.prepare(a);
        },
        SAVED,
        message,
        ways);
  }

  static Stream<Refused> ofSavedPlans() {
    return Stream.of(
        stale("edited", LateWays::change, LateWays::rename, "has changed since", "procc plan"),
        stale("trashed", LateWays::change, LateWays::trash, "is not there any", "procc plan"),
        stale("made by another", Ways::second, AlphaProject::apply, "has a process", "procc plan"),
        stale("a namesake", Ways::second, LateWays::namesake, "have changed", "procc plan"),
        stale(
            "a date has come",
            LateWays::change,
            a -> a.setToday(LocalDate.of(2024, 11, 6)),
            "was valid until",
            "procc plan"),
        stale(
            "an apply was cut off",
            LateWays::change,
            Ways::leaveUnended,
            "is not ended",
            "procc apply --resume a"),
        stale(
            "it was refused",
            Ways::edited,
            Ways::nothing,
            "would be undone",
            "procc keep a/t1:dueDate --reason TEXT",
            "procc pull a/t1:dueDate",
            "procc plan"),
        stale("to adopt, edited", LateWays::adopt, LateWays::rename, "has changed", "procc plan"),
        stale("to adopt, trashed", LateWays::adopt, LateWays::trash, "is not there", "procc plan"),
        stale("adopted", LateWays::adopt, AlphaProject::apply, "has a process", "procc plan"),
        stale(
            "adopted for another key",
            LateWays::adopt,
            a -> Ways.second(a).procc(0, "adopt", "b", a.id()),
            "belongs to another definition",
            "procc plan"));
  }

  /// The same for a plan that adds to a run.
  static Stream<Refused> ofRunPlans() {
    return Stream.of(
        run("ended", a -> a.toRun("cancel"), "has ended"),
        run(
            "another task added",
            a -> a.addTask("t4").procc(0, "amend", "--yes", "a"),
            "have changed"));
  }

  private static Refused run(String name, Preparation after, String message) {
    return new Refused(
        "saved plan of a run: " + name,
        a -> {
          Ways.start(a).addTask("t3").procc("plan", "--run", "a", "--save", "p.json");
          after.prepare(a);
        },
        SAVED,
        message,
        "procc plan --run a");
  }

  /// The server refuses a call, or shows something other than was sent.
  static Stream<Refused> ofTheServer() {
    return Stream.of(
        failing("trashProcess", "fail-before", LateWays::change, "may not", "procc apply --resume"),
        failing(
            "batchUpdateProcess",
            "fail-before",
            a -> a.change("Task one", "Task 1").change("Alpha", "Beta"),
            "what was done before is on record",
            "procc plan"),
        failing(
            "patchProcess",
            "default",
            a -> a.change("Alpha", "Beta"),
            "does not show what was predicted",
            "procc plan",
            "procc apply a --accept-server-value a:name"),
        failing(
            "createProcess",
            "default",
            LateWays::change,
            "does not show what was sent",
            "procc plan",
            "procc apply a --accept-server-value a:name"),
        failing("patchProcess", "edit", a -> a.change("Alpha", "Beta"), "edited it", "procc plan"));
  }

  private static Refused failing(
      String call, String what, Preparation before, String message, String... ways) {
    String effect =
        what.equals("fail-before") ? "\"status\": 403" : "\"set\": {\"/name\": \"Gamma\"}";
    String fault =
        """
        {"faults": [{"on": "%s", "do": "%s", %s}]}\
        """
            .formatted(call, what, effect);
    return new Refused(
        call + " " + what,
        a -> {
          before.prepare(a);
          a.send("PUT", "/_emulator/faults", fault);
        },
        "apply --yes",
        message,
        ways);
  }

  private static void change(AlphaProject alpha) throws Exception {
    alpha.change("u3", "u9");
  }

  private static void rename(AlphaProject alpha) throws Exception {
    alpha.edit("/name", "\"Theirs\"");
  }

  private static void trash(AlphaProject alpha) throws Exception {
    alpha.send("DELETE", "/processes/" + alpha.id(), "");
  }

  private static void namesake(AlphaProject alpha) throws Exception {
    String alike = alpha.send("GET", "/processes/" + alpha.id(), "").replace("Alpha", "Beta");
    alpha.send("POST", "/processes", alike);
  }

  private static void adopt(AlphaProject alpha) throws Exception {
    Ways.lose(alpha).settings("adopt: [{ id: " + alpha.id() + ", key: a }]");
  }
}
