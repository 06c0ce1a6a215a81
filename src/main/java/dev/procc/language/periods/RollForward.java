package dev.procc.language.periods;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.Survey;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Instance;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The next period: its file, what it compiles to, and what does not follow by itself.
///
/// Nothing is written here. The new document is laid over the project and compiled with it, so that
/// what is found is what `lint` finds once it is there.
///
/// @param from the key of the last period
/// @param period the new one
/// @param status of the new one
/// @param path where its file goes
/// @param text of that file
/// @param appended whether it goes into a file that is there
/// @param skipped the keys of periods between the two
/// @param compilation of the new period's processes
/// @param unfollowed what a person has to look at, by kind
public record RollForward(
    String from,
    Period period,
    String status,
    String path,
    String text,
    boolean appended,
    List<String> skipped,
    Compilation compilation,
    List<Unfollowed> unfollowed) {

  /// What is asked for.
  ///
  /// @param from the key of the period to begin with; absent: the last one before `to`
  /// @param to the key of the new one; absent: the one after `from`
  /// @param status of the new one; absent: as before, `open` after a closed one
  public record Wish(@Nullable String from, @Nullable String to, @Nullable String status) {}

  /// Why there is no next period.
  ///
  /// @param taken whether something is in the way that must not be overwritten
  public record Refusal(boolean taken, boolean usage, String message, @Nullable String hint) {
    static Refusal nothing(String message, @Nullable String hint) {
      return new Refusal(false, false, message, hint);
    }

    static Refusal usage(String message, @Nullable String hint) {
      return new Refusal(false, true, message, hint);
    }

    static Refusal taken(String message, @Nullable String hint) {
      return new Refusal(true, false, message, hint);
    }
  }

  /// One of the two.
  public record Result(@Nullable RollForward done, @Nullable Refusal refusal) {
    private static Result of(Refusal refusal) {
      return new Result(null, refusal);
    }
  }

  /// @param tree where the project is read from
  /// @param config the path of `procc.yaml` under another name; absent by habit
  public static Result of(
      FileTree tree, @Nullable String config, Wish wish, CompileOptions options) {
    return of(tree, config, canonical(wish), Survey.of(read(tree, config)), options);
  }

  /// The wish with its key as it is written: `2025-Q1` for `2025-q1`.
  private static Wish canonical(Wish wish) {
    String to = wish.to();
    String written = to == null ? null : Periods.canonical(to);
    return written != null && written.equalsIgnoreCase(to)
        ? new Wish(wish.from(), written, wish.status())
        : wish;
  }

  private static Result of(
      FileTree tree, @Nullable String config, Wish wish, Survey survey, CompileOptions options) {
    FiscalRule rule = survey.dateOptions().fiscal();
    if (survey.periods().isEmpty()) {
      return Result.of(Refusal.nothing("no period to go on from", "add a document of kind Period"));
    }
    String from = wish.from() != null ? wish.from() : last(survey, wish.to(), rule);
    if (from == null) {
      return Result.of(
          Refusal.nothing(
              "no period of this project comes before " + wish.to(), "name one with --from"));
    }
    SourcedPeriod old = survey.periods().get(from);
    PeriodDecl decl = survey.period(from);
    if (old == null || decl == null) {
      return Result.of(
          Refusal.nothing(
              "\"" + from + "\" is no period of this project",
              Spelling.hint(from, survey.periods().keySet()).orElse(null)));
    }
    String to = wish.to() != null ? wish.to() : Periods.next(from, rule);
    if (to == null) {
      return Result.of(
          Refusal.usage("\"" + from + "\" does not tell what comes next", "give --to KEY"));
    }
    Periods.Found found = Periods.find(to, rule);
    Period period = found.period();
    if (period == null) {
      String problem = found.problem();
      return Result.of(
          Refusal.usage(
              problem == null ? "\"" + to + "\" is no period" : problem, "write " + Periods.FORMS));
    }
    if (survey.period(to) != null) {
      return Result.of(
          Refusal.taken(
              "\"" + to + "\" is there already: " + line(survey.period(to)),
              "procc lint " + to + " shows its processes; remove it to write it anew"));
    }
    if (!period.start().isAfter(old.period().start())) {
      return Result.of(
          Refusal.usage("\"" + to + "\" does not come after \"" + from + "\"", "see --from"));
    }
    return write(tree, config, survey, old, decl, period, wish.status(), options);
  }

  private static String line(@Nullable PeriodDecl decl) {
    return decl == null ? "" : decl.key().span().line();
  }

  private static Outcome<Project> read(FileTree tree, @Nullable String config) {
    return config == null ? ProjectReader.read(tree) : ProjectReader.read(tree, config);
  }

  /// The last period before `to`, of the same length where there is one; without `to` the last.
  private static @Nullable String last(
      Survey survey, @Nullable String to, @Nullable FiscalRule rule) {
    String best = null;
    String alike = null;
    Period goal = to == null ? null : Periods.find(to, rule).period();
    for (Map.Entry<String, SourcedPeriod> each : survey.periods().entrySet()) {
      Period period = each.getValue().period();
      if (goal != null && !period.start().isBefore(goal.start())) {
        continue;
      }
      best = later(survey, best, each.getKey());
      if (to == null || !Periods.range(each.getKey(), to, rule).isEmpty()) {
        alike = later(survey, alike, each.getKey());
      }
    }
    return alike != null ? alike : to != null && goal == null ? firstOf(survey) : best;
  }

  private static String firstOf(Survey survey) {
    return survey.periods().keySet().iterator().next();
  }

  private static String later(Survey survey, @Nullable String best, String key) {
    SourcedPeriod other = best == null ? null : survey.periods().get(best);
    SourcedPeriod period = survey.periods().get(key);
    boolean later =
        other == null
            || period == null
            || period.period().end().isAfter(other.period().end())
            || (period.period().end().equals(other.period().end())
                && period.period().start().isAfter(other.period().start()));
    return later || best == null ? key : best;
  }

  private static Result write(
      FileTree tree,
      @Nullable String config,
      Survey survey,
      SourcedPeriod old,
      PeriodDecl decl,
      Period period,
      @Nullable String wanted,
      CompileOptions options) {
    SourceDocument last = document(survey, decl);
    String before = decl.closed() ? "open" : decl.status().value();
    String status = wanted != null ? wanted : before;
    PeriodFile file = PeriodFile.of(survey.project(), last, decl, period.key(), status);
    if (!file.appended() && tree.exists(file.path())) {
      return Result.of(
          Refusal.taken(
              "\"" + file.path() + "\" is there already and holds no period " + period.key(),
              "move it away"));
    }
    Map<String, String> texts = new TreeMap<>();
    texts.put(file.path(), file.text());
    Outcome<Project> read = read(new OverlayTree(tree, texts), config);
    Project project = read.value().orElseThrow();
    List<Instance> instances = new ArrayList<>();
    for (Instance instance : project.instances()) {
      if (instance.period() != null && instance.period().key().equals(period.key())) {
        instances.add(instance);
      }
    }
    Compilation compilation = Compiler.compile(read, instances, options);
    List<Unfollowed> unfollowed = Leftovers.of(old.period(), decl, Survey.of(read), compilation);
    String key = decl.key().value();
    FiscalRule rule = survey.dateOptions().fiscal();
    List<String> between = new ArrayList<>(Periods.range(key, period.key(), rule));
    if (between.size() >= 2) {
      between.removeFirst();
      between.removeLast();
    }
    return new Result(
        new RollForward(
            key,
            period,
            status,
            file.path(),
            file.text(),
            file.appended(),
            List.copyOf(between),
            compilation,
            unfollowed),
        null);
  }

  private static SourceDocument document(Survey survey, PeriodDecl decl) {
    for (SourceDocument document : survey.project().documents("Period")) {
      if (document.mapping() == decl.document()) {
        return document;
      }
    }
    throw new IllegalArgumentException("a period of the project has a document");
  }

  /// What was found of the new period, in reading order.
  public List<Diagnostic> findings() {
    return compilation.diagnostics();
  }
}
