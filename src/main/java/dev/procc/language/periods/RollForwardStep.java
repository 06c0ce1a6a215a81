package dev.procc.language.periods;

import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.periods.RollForward.RefusalKind;
import dev.procc.language.periods.RollForward.RollForwardRequest;
import dev.procc.language.periods.RollForward.RollForwardResult;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The step that finds the last period and the next one, and writes, compiles and checks the next
/// one.
public final class RollForwardStep {
  private final FileTree tree;
  private final @Nullable String config;
  private final CompileOptions options;
  private final ProjectDocuments documents;
  private final @Nullable FiscalRule rule;

  private RollForwardStep(FileTree tree, @Nullable String config, CompileOptions options) {
    this.tree = tree;
    this.config = config;
    this.options = options;
    documents = ProjectDocuments.read(read(tree));
    rule = documents.dateOptions().fiscal();
  }

  /// @param tree the files of the project
  /// @param config the path of the project file if it is not `procc.yaml`; otherwise null
  public static RollForwardResult create(
      FileTree tree, @Nullable String config, RollForwardRequest request, CompileOptions options) {
    return new RollForwardStep(tree, config, options).create(request);
  }

  private Outcome<Project> read(FileTree from) {
    return config == null ? ProjectReader.read(from) : ProjectReader.read(from, config);
  }

  /// The last period.
  private record LastPeriod(PeriodDecl decl, Period period) {}

  private RollForwardResult create(RollForwardRequest request) {
    if (documents.periods().isEmpty()) {
      return RollForwardResult.refused(
          RefusalKind.NOT_FOUND, "no period to go on from", "add a document of kind Period");
    }
    String requestedTo = canonicalKey(request.to());
    String from =
        request.from() != null ? canonicalKey(request.from()) : lastPeriodBefore(requestedTo);
    if (from == null) {
      return RollForwardResult.refused(
          RefusalKind.NOT_FOUND,
          "no period of this project comes before " + requestedTo,
          "name one with --from");
    }
    SourcedPeriod days = documents.periods().get(from);
    PeriodDecl decl = documents.period(from);
    if (days == null || decl == null) {
      return RollForwardResult.refused(
          RefusalKind.NOT_FOUND,
          "\"" + from + "\" is not a period of this project",
          Spelling.hint(from, documents.periods().keySet()).orElse(null));
    }
    String to = requestedTo != null ? requestedTo : Periods.next(from, rule);
    if (to == null) {
      return RollForwardResult.refused(
          RefusalKind.USAGE, "\"" + from + "\" does not tell what comes next", "give --to KEY");
    }
    return createNext(new LastPeriod(decl, days.period()), to, request.status());
  }

  private RollForwardResult createNext(LastPeriod last, String to, @Nullable String status) {
    Periods.PeriodLookup target = Periods.find(to, rule);
    Period period = target.period();
    if (period == null) {
      String problem = target.problem();
      return RollForwardResult.refused(
          RefusalKind.USAGE,
          problem == null ? "\"" + to + "\" is not a period" : problem,
          Periods.hint(to, rule));
    }
    PeriodDecl existing = findPeriod(to);
    if (existing != null) {
      return RollForwardResult.refused(
          RefusalKind.CONFLICT,
          "\"" + to + "\" is there already: " + existing.key().span().pathAndLine(),
          "procc lint '*@"
              + existing.key().value()
              + "' checks its processes; remove the file to have it written again");
    }
    if (!period.start().isAfter(last.period().start())) {
      return RollForwardResult.refused(
          RefusalKind.USAGE,
          "\"" + to + "\" does not come after \"" + last.decl().key().value() + "\"",
          "see --from");
    }
    return startWhereLastEnds(last, period, status);
  }

  /// Writes the period. If the last one has a written end other than that of its key, it starts on
  /// the day after.
  private RollForwardResult startWhereLastEnds(
      LastPeriod last, Period period, @Nullable String status) {
    String from = last.decl().key().value();
    LocalDate start = last.period().end().plusDays(1);
    boolean moves =
        last.decl().end() != null
            && !start.equals(period.start())
            && period.key().equals(Periods.next(from, rule));
    if (moves && start.isAfter(period.end())) {
      return RollForwardResult.refused(
          RefusalKind.USAGE,
          "\""
              + from
              + "\" ends on "
              + last.period().end()
              + ", and \""
              + period.key()
              + "\" not later",
          "correct its end, or give --to KEY");
    }
    return write(last, moves ? period.startingAt(start) : period, moves, status);
  }

  /// A period of the project, also with its key in another form: `FY2026-P01` for `FY2026-P1`.
  private @Nullable PeriodDecl findPeriod(String key) {
    String canonical = Periods.canonical(key);
    for (PeriodDecl period : documents.periodDecls()) {
      if (canonical != null && canonical.equals(Periods.canonical(period.key().value()))) {
        return period;
      }
    }
    return documents.period(key);
  }

  /// A key as it is written: `2025-Q1` for `2025-q1`; null for null.
  private static @Nullable String canonicalKey(@Nullable String key) {
    return key != null && Periods.isKey(key) ? key.toUpperCase(Locale.ROOT) : key;
  }

  /// The last period before `to`, of the same length if there is one; without `to`, the last one.
  private @Nullable String lastPeriodBefore(@Nullable String to) {
    String best = null;
    String bestOfSameLength = null;
    Period target = to == null ? null : Periods.find(to, rule).period();
    for (Map.Entry<String, SourcedPeriod> each : documents.periods().entrySet()) {
      Period period = each.getValue().period();
      if (target != null && !period.start().isBefore(target.start())) {
        continue;
      }
      best = later(best, each.getKey());
      if (to == null || !Periods.range(each.getKey(), to, rule).isEmpty()) {
        bestOfSameLength = later(bestOfSameLength, each.getKey());
      }
    }
    return bestOfSameLength != null
        ? bestOfSameLength
        : to != null && target == null ? documents.periods().keySet().iterator().next() : best;
  }

  private String later(@Nullable String best, String key) {
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

  /// @param moved whether it starts after the written end of the last one instead of where its key
  ///   says
  private RollForwardResult write(
      LastPeriod last, Period period, boolean moved, @Nullable String requestedStatus) {
    PeriodDecl decl = last.decl();
    String before = decl.isClosed() ? "open" : decl.status().value();
    String status = requestedStatus != null ? requestedStatus : before;
    PeriodFile.NextPeriod next =
        new PeriodFile.NextPeriod(period.key(), moved ? period.start() : null, status);
    PeriodFile file = PeriodFile.of(documents.project(), documentOf(decl), decl, next);
    if (file.before() == null && tree.exists(file.path())) {
      return RollForwardResult.refused(
          RefusalKind.CONFLICT,
          "\"" + file.path() + "\" is there already and holds no period " + period.key(),
          "move it away");
    }
    Outcome<Project> read = read(new OverlayTree(tree, Map.of(file.path(), file.text())));
    Compilation compilation =
        Compiler.compile(read, instancesIn(period, read.value().orElseThrow()), options);
    List<CarryOverIssue> issues =
        new ArrayList<>(
            CarryOverCheck.check(last.period(), decl, ProjectDocuments.read(read), compilation));
    issues.addAll(file.copiedComments());
    String from = decl.key().value();
    return new RollForwardResult(
        new RollForward(
            from,
            period,
            status,
            file.path(),
            file.text(),
            file.before(),
            keysBetween(from, period.key()),
            compilation,
            issues),
        null);
  }

  private static List<ProcessInstance> instancesIn(Period period, Project project) {
    List<ProcessInstance> instances = new ArrayList<>();
    for (ProcessInstance instance : project.instances()) {
      if (instance.period() != null && instance.period().key().equals(period.key())) {
        instances.add(instance);
      }
    }
    return instances;
  }

  private List<String> keysBetween(String from, String to) {
    List<String> keys = Periods.range(from, to, rule);
    return keys.size() < 2 ? List.copyOf(keys) : List.copyOf(keys.subList(1, keys.size() - 1));
  }

  private SourceDocument documentOf(PeriodDecl decl) {
    for (SourceDocument document : documents.project().documents("Period")) {
      if (document.mapping() == decl.document()) {
        return document;
      }
    }
    throw new IllegalArgumentException("a period of the project has a document");
  }
}
