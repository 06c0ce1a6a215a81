package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.Addition;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.HandStep;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run gets: the tasks a call adds, and the list for hands, step by step with the words of
/// Workiva's screens.
final class RunText {
  private static final int FEW = 12;
  private final Page page;
  private final PlanWords words;
  private final Style style;
  private final ProcessPlan process;
  private final RunPlan run;
  private final boolean detail;

  RunText(
      Page page, PlanWords words, Style style, ProcessPlan process, RunPlan run, boolean detail) {
    this.page = page;
    this.words = words;
    this.style = style;
    this.process = process;
    this.run = run;
    this.detail = detail;
  }

  /// `RUNNING since Thu 2025-01-02, 1 of 6 done`.
  static String head(RunPlan run) {
    return run.status().toUpperCase(Locale.ROOT)
        + (run.started() == null ? "" : " since " + PlanWords.day(run.started()))
        + ", "
        + run.done()
        + " of "
        + run.jobs()
        + " done";
  }

  /// A plan of this run.
  void whole() {
    if (run.ended()) {
      page.wrap(
          2, 2, "The run has ended: nothing can be added to it, and nothing is left to edit.");
      return;
    }
    if (run.settled()) {
      page.wrap(2, 2, "The run is as the definition says: there is nothing to add and to edit.");
      left();
      return;
    }
    causes();
    if (run.additions().isEmpty()) {
      page.wrap(2, 2, "procc can do: nothing (the API adds tasks to a run; it cannot change one)");
    } else {
      page.wrap(2, 2, "procc adds to the run:");
      additions();
    }
    rest();
  }

  /// The part of a plan that leaves the run alone.
  void beside() {
    if (run.settled()) {
      if (!process.changes().isEmpty()) {
        page.wrap(2, 2, "The run that is under way shows all that the definition says already.");
      }
      return;
    }
    page.wrap(
        2,
        2,
        "The run that is under way ("
            + run.done()
            + " of "
            + run.jobs()
            + " done) gets none of this by itself.");
    if (!run.additions().isEmpty()) {
      page.wrap(
          2,
          2,
          "procc can add "
              + PlanWords.count(run.additions().size(), "task")
              + " to it: procc plan --run "
              + Columns.shown(process.identity()));
      if (detail) {
        additions();
      }
    }
    rest();
    page.blank();
  }

  private void rest() {
    hands();
    left();
    sideEffects();
    if (!run.hands().isEmpty()) {
      int n = run.hands().size();
      page.wrap(
          2,
          2,
          "Afterwards: procc status "
              + Columns.shown(process.identity())
              + " --confirm    reads "
              + (n == 1 ? "it" : n == 2 ? "both" : "all " + n)
              + " back and records "
              + (n == 1 ? "it" : "them"));
    }
  }

  private void causes() {
    Map<String, int[]> counts = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (HandStep step : run.hands()) {
      count(counts, texts, step.causes(), 0);
    }
    for (Addition addition : run.additions()) {
      count(counts, texts, addition.causes(), 1);
    }
    for (Map.Entry<String, int[]> cause : counts.entrySet()) {
      List<String> parts = new ArrayList<>();
      if (cause.getValue()[0] > 0) {
        int n = cause.getValue()[0];
        parts.add(
            PlanWords.count(n, "step")
                + " by hand, "
                + (n == 1 ? "not done" : n == 2 ? "neither done" : "none done"));
      }
      if (cause.getValue()[1] > 0) {
        parts.add(PlanWords.count(cause.getValue()[1], "new task"));
      }
      String text = texts.getOrDefault(cause.getKey(), "");
      page.wrap(
          2,
          2,
          style.cyan(Columns.shown(cause.getKey()))
              + "   "
              + (text.isEmpty() ? "a line was removed after it" : Columns.shown(text))
              + "   "
              + String.join(", ", parts));
    }
    page.blank();
  }

  private static void count(
      Map<String, int[]> counts, Map<String, String> texts, List<Cause> causes, int which) {
    if (!causes.isEmpty()) {
      Cause cause = causes.getFirst();
      counts.computeIfAbsent(cause.place(), c -> new int[2])[which]++;
      texts.putIfAbsent(cause.place(), cause.text());
    }
  }

  private void additions() {
    EffectText effects = new EffectText(words, Style.PLAIN, process, detail);
    int shown = 0;
    for (Addition one : run.additions()) {
      if (!detail && shown++ == FEW) {
        page.line("    and " + (run.additions().size() - FEW) + " more (--detail)");
        break;
      }
      page.wrap(4, 2, style.green("+") + " " + what(one));
      if (!one.title().isEmpty()) {
        page.wrap(6, 2, PlanWords.quoted(one.title()));
      }
      String who = effects.who(Json.object().put("job", one.job()).build());
      if (!who.isEmpty()) {
        page.wrap(8, 2, who);
      }
      page.wrap(6, 2, starts(one));
    }
  }

  private String what(Addition one) {
    return PlanWords.noun(one.kind()) + " " + place(one.address()) + between(one);
  }

  /// An addition as lines: what and where, its title, who, when it starts.
  List<String> lines(Addition one) {
    List<String> lines = new ArrayList<>();
    lines.add(what(one));
    if (!one.title().isEmpty()) {
      lines.add(PlanWords.quoted(one.title()));
    }
    String who =
        new EffectText(words, Style.PLAIN, process, true)
            .who(Json.object().put("job", one.job()).build());
    if (!who.isEmpty()) {
      lines.add(who);
    }
    lines.add(starts(one));
    return lines;
  }

  /// A step as lines under its title: the screens, then what saving does.
  List<String> details(HandStep step) {
    List<String> lines = new ArrayList<>();
    step.edits().forEach(edit -> lines.add(edit(edit)));
    String effect = effect(step);
    if (!effect.isEmpty()) {
      lines.add(effect);
    }
    return lines;
  }

  private String between(Addition one) {
    String group =
        one.group().equals(process.identity() + "/root") ? "" : " in " + place(one.group());
    String follows = one.follows();
    String precedes = one.precedes();
    if (follows == null) {
      return group + (precedes == null ? "" : ", first, before " + place(precedes));
    }
    return group
        + ", after "
        + place(follows)
        + (precedes == null ? ", last" : " and before " + place(precedes));
  }

  private String starts(Addition one) {
    String mails = mails(one.mails());
    String waitsFor = one.waitsFor();
    return switch (one.starts()) {
      case Addition.PASSED ->
          style.yellow("The point of insertion has passed: it starts immediately")
              + (mails.isEmpty() ? "" : "; " + mails);
      case Addition.AT_ONCE -> "starts at once" + (mails.isEmpty() ? "" : "; " + mails);
      case Addition.MANUAL -> "waits until somebody starts it: nobody gets mail before";
      default ->
          "starts after "
              + (waitsFor == null ? "what stands before it" : place(waitsFor))
              + ": nobody gets mail before";
    };
  }

  private String mails(List<String> people) {
    List<String> names = new ArrayList<>();
    for (String id : people) {
      String name = words.person(id);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names.isEmpty() ? "" : "mails " + and(names);
  }

  static String and(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  private void hands() {
    if (run.hands().isEmpty()) {
      return;
    }
    page.wrap(2, 2, "By hand, in Workiva:");
    int width = String.valueOf(run.hands().size()).length();
    for (HandStep step : run.hands()) {
      String number = String.valueOf(step.number());
      String title = step.title().isEmpty() ? place(step.address()) : Columns.shown(step.title());
      String where = step.permalink() == null ? state(step) : step.permalink();
      int indent = 4 + 4 + width + 2;
      String start = "    [ ] " + " ".repeat(width - number.length()) + number + "  ";
      page.line(start + style.bold(title) + (where.isEmpty() ? "" : "   " + Columns.shown(where)));
      for (String line : details(step)) {
        page.wrap(indent, 2, line);
      }
    }
  }

  private static String state(HandStep step) {
    return switch (step.kind()) {
      case HandStep.EDIT, HandStep.CANCEL ->
          step.state().equals("waiting") ? "not sent yet" : step.state();
      case HandStep.GROUP -> "group";
      case HandStep.PROCESS -> "the process";
      default -> "new group";
    };
  }

  private String edit(HandStep.Edit edit) {
    if (edit.field().equals("node")) {
      return edit.screen() + (edit.after() == null ? "" : ": " + task(edit.after()));
    }
    String value =
        edit.field().equals("parallel")
            ? Json.of(true).equals(edit.after()) ? "All at the same time" : "One after another"
            : words.value(edit.field(), edit.after());
    String was =
        edit.field().equals("parallel")
            ? ""
            : " (now " + words.value(edit.field(), edit.before()) + ")";
    return edit.screen()
        + ": "
        + value
        + was
        + (edit.origin().equals("run") ? "; or leave it, if it was edited there on purpose" : "");
  }

  private String task(Json job) {
    Json.Obj envelope = Json.object().put("job", job).build();
    String who = new EffectText(words, Style.PLAIN, process, true).who(envelope);
    String title = "";
    if (job instanceof Json.Obj object) {
      for (Json member : object.obj("arguments").orElse(Json.Obj.EMPTY).members().values()) {
        if (member instanceof Json.Obj own) {
          title = own.text("title").orElse(title);
        }
      }
    }
    return PlanWords.quoted(title) + (who.isEmpty() ? "" : ", " + who);
  }

  private String effect(HandStep step) {
    List<String> parts = new ArrayList<>();
    if (step.restarts()) {
      parts.add("restarts the task");
    }
    String mails = mails(step.mails());
    if (!mails.isEmpty()) {
      parts.add(mails);
    } else if (step.state().equals("waiting") && step.permalink() != null) {
      parts.add("not sent yet: nobody gets mail");
    }
    if (!step.note().isEmpty()) {
      parts.add(Columns.shown(step.note()));
    }
    return String.join("; ", parts);
  }

  private void left() {
    for (String sentence : run.left()) {
      page.wrap(2, 2, "Left: " + Columns.shown(sentence.replace(process.identity() + "/", "")));
    }
  }

  private void sideEffects() {
    page.wrap(2, 2, "Side effects: " + sideEffectsText() + ".");
  }

  String sideEffectsText() {
    List<String> parts = new ArrayList<>();
    for (RunPlan.Load load : run.loads()) {
      parts.add(
          words.person(load.person())
              + " then has "
              + PlanWords.count(load.tasks(), "task")
              + " to do"
              + (load.date() == null
                  ? ""
                  : ", " + load.onDate() + " due " + PlanWords.day(load.date())));
    }
    if (run.selfApproved().isEmpty()) {
      parts.add("nobody approves their own work");
    } else {
      List<String> places = new ArrayList<>();
      run.selfApproved().forEach(address -> places.add(place(address)));
      parts.add(style.red("the same person does and approves") + " " + and(places));
    }
    return String.join("; ", parts);
  }

  private String place(String address) {
    return PlanWords.place(process.identity(), address);
  }
}
