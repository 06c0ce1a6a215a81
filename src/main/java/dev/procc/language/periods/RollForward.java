package dev.procc.language.periods;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.ProcessInstance;
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
/// @param issues what a person has to look at, by kind
public record RollForward(
    String from,
    Period period,
    String status,
    String path,
    String text,
    boolean appended,
    List<String> skipped,
    Compilation compilation,
    List<CarryOverIssue> issues) {

  /// What is asked for.
  ///
  /// @param from the key of the period to begin with; absent: the last one before `to`
  /// @param to the key of the new one; absent: the one after `from`
  /// @param status of the new one; absent: as before, `open` after a closed one
  public record RollForwardRequest(
      @Nullable String from, @Nullable String to, @Nullable String status) {}

  /// Why there is no next period.
  ///
  /// @param conflict whether something is in the way that must not be overwritten
  public record RollForwardRefusal(
      boolean conflict, boolean usageError, String message, @Nullable String hint) {
    static RollForwardRefusal notFound(String message, @Nullable String hint) {
      return new RollForwardRefusal(false, false, message, hint);
    }

    static RollForwardRefusal usageError(String message, @Nullable String hint) {
      return new RollForwardRefusal(false, true, message, hint);
    }

    static RollForwardRefusal conflict(String message, @Nullable String hint) {
      return new RollForwardRefusal(true, false, message, hint);
    }
  }

  /// One of the two.
  public record RollForwardResult(
      @Nullable RollForward rollForward, @Nullable RollForwardRefusal refusal) {
    private static RollForwardResult refused(RollForwardRefusal refusal) {
      return new RollForwardResult(null, refusal);
    }
  }

  /// @param tree where the project is read from
  /// @param config the path of `procc.yaml` under another name; absent by habit
  public static RollForwardResult create(
      FileTree tree, @Nullable String config, RollForwardRequest request, CompileOptions options) {
    return create(
        tree,
        config,
        withCanonicalKey(request),
        ProjectDocuments.read(read(tree, config)),
        options);
  }

  /// The wish with its key as it is written: `2025-Q1` for `2025-q1`.
  private static RollForwardRequest withCanonicalKey(RollForwardRequest request) {
    String to = request.to();
    String written = to == null ? null : Periods.canonical(to);
    return written != null && written.equalsIgnoreCase(to)
        ? new RollForwardRequest(request.from(), written, request.status())
        : request;
  }

  private static RollForwardResult create(
      FileTree tree,
      @Nullable String config,
      RollForwardRequest request,
      ProjectDocuments documents,
      CompileOptions options) {
    FiscalRule rule = documents.dateOptions().fiscal();
    if (documents.periods().isEmpty()) {
      return RollForwardResult.refused(
          RollForwardRefusal.notFound("no period to go on from", "add a document of kind Period"));
    }
    String from =
        request.from() != null ? request.from() : lastPeriod(documents, request.to(), rule);
    if (from == null) {
      return RollForwardResult.refused(
          RollForwardRefusal.notFound(
              "no period of this project comes before " + request.to(), "name one with --from"));
    }
    SourcedPeriod lastPeriod = documents.periods().get(from);
    PeriodDecl decl = documents.period(from);
    if (lastPeriod == null || decl == null) {
      return RollForwardResult.refused(
          RollForwardRefusal.notFound(
              "\"" + from + "\" is no period of this project",
              Spelling.hint(from, documents.periods().keySet()).orElse(null)));
    }
    String to = request.to() != null ? request.to() : Periods.next(from, rule);
    if (to == null) {
      return RollForwardResult.refused(
          RollForwardRefusal.usageError(
              "\"" + from + "\" does not tell what comes next", "give --to KEY"));
    }
    Periods.PeriodLookup target = Periods.find(to, rule);
    Period period = target.period();
    if (period == null) {
      String problem = target.problem();
      return RollForwardResult.refused(
          RollForwardRefusal.usageError(
              problem == null ? "\"" + to + "\" is no period" : problem, "write " + Periods.FORMS));
    }
    if (documents.period(to) != null) {
      return RollForwardResult.refused(
          RollForwardRefusal.conflict(
              "\"" + to + "\" is there already: " + line(documents.period(to)),
              "procc lint " + to + " shows its processes; remove it to write it anew"));
    }
    if (!period.start().isAfter(lastPeriod.period().start())) {
      return RollForwardResult.refused(
          RollForwardRefusal.usageError(
              "\"" + to + "\" does not come after \"" + from + "\"", "see --from"));
    }
    return write(tree, config, documents, lastPeriod, decl, period, request.status(), options);
  }

  private static String line(@Nullable PeriodDecl decl) {
    return decl == null ? "" : decl.key().span().pathAndLine();
  }

  private static Outcome<Project> read(FileTree tree, @Nullable String config) {
    return config == null ? ProjectReader.read(tree) : ProjectReader.read(tree, config);
  }

  /// The last period before `to`, of the same length where there is one; without `to` the last.
  private static @Nullable String lastPeriod(
      ProjectDocuments documents, @Nullable String to, @Nullable FiscalRule rule) {
    String best = null;
    String bestOfSameLength = null;
    Period target = to == null ? null : Periods.find(to, rule).period();
    for (Map.Entry<String, SourcedPeriod> each : documents.periods().entrySet()) {
      Period period = each.getValue().period();
      if (target != null && !period.start().isBefore(target.start())) {
        continue;
      }
      best = later(documents, best, each.getKey());
      if (to == null || !Periods.range(each.getKey(), to, rule).isEmpty()) {
        bestOfSameLength = later(documents, bestOfSameLength, each.getKey());
      }
    }
    return bestOfSameLength != null
        ? bestOfSameLength
        : to != null && target == null ? firstPeriod(documents) : best;
  }

  private static String firstPeriod(ProjectDocuments documents) {
    return documents.periods().keySet().iterator().next();
  }

  private static String later(ProjectDocuments documents, @Nullable String best, String key) {
    SourcedPeriod other = best == null ? null : documents.periods().get(best);
    SourcedPeriod period = documents.periods().get(key);
    boolean later =
        other == null
            || period == null
            || period.period().end().isAfter(other.period().end())
            || (period.period().end().equals(other.period().end())
                && period.period().start().isAfter(other.period().start()));
    return later || best == null ? key : best;
  }

  private static RollForwardResult write(
      FileTree tree,
      @Nullable String config,
      ProjectDocuments documents,
      SourcedPeriod lastPeriod,
      PeriodDecl decl,
      Period period,
      @Nullable String requestedStatus,
      CompileOptions options) {
    SourceDocument last = documentOf(documents, decl);
    String before = decl.isClosed() ? "open" : decl.status().value();
    String status = requestedStatus != null ? requestedStatus : before;
    PeriodFile file = PeriodFile.of(documents.project(), last, decl, period.key(), status);
    if (!file.appended() && tree.exists(file.path())) {
      return RollForwardResult.refused(
          RollForwardRefusal.conflict(
              "\"" + file.path() + "\" is there already and holds no period " + period.key(),
              "move it away"));
    }
    Map<String, String> texts = new TreeMap<>();
    texts.put(file.path(), file.text());
    Outcome<Project> read = read(new OverlayTree(tree, texts), config);
    Project project = read.value().orElseThrow();
    List<ProcessInstance> instances = new ArrayList<>();
    for (ProcessInstance instance : project.instances()) {
      if (instance.period() != null && instance.period().key().equals(period.key())) {
        instances.add(instance);
      }
    }
    Compilation compilation = Compiler.compile(read, instances, options);
    List<CarryOverIssue> issues =
        CarryOverCheck.check(lastPeriod.period(), decl, ProjectDocuments.read(read), compilation);
    String key = decl.key().value();
    FiscalRule rule = documents.dateOptions().fiscal();
    List<String> skipped = new ArrayList<>(Periods.range(key, period.key(), rule));
    if (skipped.size() >= 2) {
      skipped.removeFirst();
      skipped.removeLast();
    }
    return new RollForwardResult(
        new RollForward(
            key,
            period,
            status,
            file.path(),
            file.text(),
            file.appended(),
            List.copyOf(skipped),
            compilation,
            issues),
        null);
  }

  private static SourceDocument documentOf(ProjectDocuments documents, PeriodDecl decl) {
    for (SourceDocument document : documents.project().documents("Period")) {
      if (document.mapping() == decl.document()) {
        return document;
      }
    }
    throw new IllegalArgumentException("a period of the project has a document");
  }

  /// What was found of the new period, in reading order.
  public List<Finding> findings() {
    return compilation.findings();
  }
}
