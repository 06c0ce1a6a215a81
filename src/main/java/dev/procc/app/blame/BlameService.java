package dev.procc.app.blame;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectVersions;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.git.GitException;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.GitHistory;
import dev.procc.language.project.GitHistory.GitVersion;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.PlanAction;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.process.Address;
import dev.procc.view.values.BlameReport;
import dev.procc.view.values.BlameReport.BlameCommit;
import dev.procc.view.values.BlameReport.BlamedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The search for the commits in which values changed: every version of the project is compiled,
/// what versions share only once.
public final class BlameService {
  private static final Pattern REQUEST =
      Pattern.compile("\\(#(\\d+)\\)|Merge pull request #(\\d+)|See merge request \\S*!(\\d+)");

  private final ProjectRequest request;
  private final String identity;
  private final String address;
  private final @Nullable String field;

  /// A value, and the texts that it is made of.
  private record Traced(@Nullable Json value, @Nullable Origin origin) {}

  /// @param asked `close@2024-Q4/entities/us:dueDate`; without a field everything of a node, or all
  ///   dates of a process
  public BlameService(ProjectRequest request, String asked) {
    int colon = asked.indexOf(':');
    this.request = request;
    address = colon < 0 ? asked : asked.substring(0, colon);
    field = colon < 0 ? null : asked.substring(colon + 1);
    identity = Address.identity(address);
  }

  /// The identity of the process in question.
  public String identity() {
    return identity;
  }

  /// @param log the applies on record; null if unknown
  /// @throws Failure if there is no repository, or nothing ever had that address
  public BlameReport report(@Nullable EvidenceLog log) throws Failure {
    List<GitVersion> versions = versions();
    ProjectVersions projects = new ProjectVersions(request.withSelectors(List.of(identity)));
    List<BlameCommit> commits = new ArrayList<>();
    Map<FieldRef, Traced> before = new LinkedHashMap<>();
    Map<String, String> reached = reached(versions, log);
    List<String> skipped = new ArrayList<>();
    String firstError = "";
    for (GitVersion version : versions) {
      Compilation compilation =
          projects.version(version.commit(), version.tree()).session().compile(null);
      CompiledProcess process = compilation.process(identity);
      if (compilation.hasErrors() && isBroken(compilation, process)) {
        skipped.add(version.commit()); // the next version that compiles is compared instead
        firstError = firstError.isEmpty() ? firstError(compilation) : firstError;
        continue;
      }
      Map<FieldRef, Traced> now = process == null ? Map.of() : values(process);
      List<BlamedValue> changed = changed(before, now);
      if (!changed.isEmpty()) {
        commits.addFirst(
            new BlameCommit(
                version.commit(),
                version.author(),
                version.date(),
                version.subject(),
                requestOf(version.message()),
                reached.getOrDefault(version.commit(), ""),
                changed));
      }
      before = new LinkedHashMap<>(now);
    }
    if (commits.isEmpty()) {
      throw nothing(skipped, firstError);
    }
    return new BlameReport(
        address + (field == null ? "" : ":" + field), commits, versions.size(), skipped);
  }

  /// Whether an error is in a file that makes the process: what it has of values is then not what
  /// its author means.
  private static boolean isBroken(Compilation compilation, @Nullable CompiledProcess process) {
    if (process == null) {
      return true;
    }
    Set<String> files = new HashSet<>(Set.of(process.resolved().decl().key().span().file().path()));
    SourceDocument settings = compilation.project().settings();
    if (settings != null) {
      files.add(settings.path());
    }
    PeriodDecl period = process.period();
    if (period != null) {
      files.add(period.key().span().file().path());
    }
    for (Origin origin : process.resolved().origins().values()) {
      origin.reachable().forEach(each -> files.add(each.span().file().path()));
    }
    for (Finding finding : compilation.findings()) {
      Span at = finding.span();
      if (finding.severity() == Severity.ERROR
          && (at == null || files.contains(at.file().path()))) {
        return true;
      }
    }
    return false;
  }

  private Failure nothing(List<String> skipped, String firstError) {
    return Failure.noMatch(
        "no commit has a value at \"" + address + (field == null ? "" : ":" + field) + "\"",
        skipped.isEmpty()
            ? "procc explain value ADDRESS:FIELD shows those of today"
            : skipped.size() + " do not compile: " + firstError);
  }

  private static String firstError(Compilation compilation) {
    for (Finding finding : compilation.findings()) {
      if (finding.severity() == Severity.ERROR) {
        return finding.message();
      }
    }
    return "";
  }

  private List<GitVersion> versions() throws Failure {
    try {
      return GitHistory.read(request.locate().root());
    } catch (GitException e) {
      throw Failure.error(e.message(), "procc blame reads the commits of a git repository");
    }
  }

  private Map<FieldRef, Traced> values(CompiledProcess process) {
    Map<FieldRef, Traced> values = new LinkedHashMap<>();
    if (address.equals(identity)) {
      collect(process, identity, process.process().fields(), values);
    }
    for (ResolvedNode node : process.resolved().nodes().values()) {
      if (node.address().equals(address) || field == null && address.equals(identity)) {
        collect(process, node.address(), node.node().fields(), values);
      }
    }
    return values;
  }

  private void collect(
      CompiledProcess process,
      String at,
      Map<FieldSpec, Json> fields,
      Map<FieldRef, Traced> values) {
    fields.forEach((spec, value) -> {
      boolean wanted =
          field == null
              ? !address.equals(identity) || spec.type() == FieldType.DATE
              : spec.name().equals(field);
      if (wanted) {
        FieldRef ref = new FieldRef(at, spec.name());
        values.put(ref, new Traced(value, process.resolved().origins().get(ref)));
      }
    });
  }

  private static List<BlamedValue> changed(
      Map<FieldRef, Traced> before, Map<FieldRef, Traced> now) {
    List<BlamedValue> changed = new ArrayList<>();
    Set<FieldRef> fields = new LinkedHashSet<>(now.keySet());
    fields.addAll(before.keySet());
    for (FieldRef ref : fields) {
      Traced old = before.getOrDefault(ref, new Traced(null, null));
      Traced current = now.getOrDefault(ref, new Traced(null, null));
      if (!Objects.equals(old.value(), current.value())) {
        Origin cause = cause(old.origin(), current.origin());
        changed.add(
            new BlamedValue(
                ref,
                old.value(),
                current.value(),
                cause == null ? "" : cause.span().pathAndLine(),
                cause == null ? "" : line(cause)));
      }
    }
    return changed;
  }

  private static String line(Origin cause) {
    return cause.span().file().line(cause.span().startPosition().line()).strip();
  }

  /// The nearest text of the value that the former value did not have; for a value that lost a
  /// text, that one. A text that only moved to another file changed nothing, unless nothing else
  /// did.
  private static @Nullable Origin cause(@Nullable Origin before, @Nullable Origin now) {
    if (now == null || before == null) {
      return now == null ? before : now;
    }
    Origin found = firstOf(now, before, BlameService::text);
    found = found != null ? found : firstOf(before, now, BlameService::text);
    found = found != null ? found : firstOf(now, before, BlameService::textInFile);
    return found != null ? found : firstOf(before, now, BlameService::textInFile);
  }

  private static @Nullable Origin firstOf(
      Origin of, Origin without, Function<Origin, String> text) {
    Set<String> known = new HashSet<>();
    without.reachable().forEach(origin -> known.add(text.apply(origin)));
    for (Origin origin : of.reachable()) {
      if (!known.contains(text.apply(origin))) {
        return origin;
      }
    }
    return null;
  }

  private static String text(Origin origin) {
    return origin.layer() + " " + origin.span().text();
  }

  private static String textInFile(Origin origin) {
    return origin.span().file().path() + " " + origin.span().text();
  }

  private static String requestOf(String message) {
    Matcher named = REQUEST.matcher(message);
    if (!named.find()) {
      return "";
    }
    return named.group(3) != null
        ? "!" + named.group(3)
        : "#" + (named.group(1) != null ? named.group(1) : named.group(2));
  }

  /// Whether a record is of an apply that left Workiva as the definition says; an adoption, a
  /// waiver or a failed apply is not.
  private static boolean isApplied(Json.Obj record) {
    Json.Obj result = record.obj("result").orElse(Json.Obj.EMPTY);
    PlanAction action = PlanAction.find(result.text("action").orElse(""));
    return result.text("verdict").orElse("").equals(Verdict.APPLIED.text())
        && (action == PlanAction.CREATE
            || action == PlanAction.REPLACE
            || action == PlanAction.PATCH
            || action == PlanAction.RENAME);
  }

  /// The time, by commit, of the first recorded apply of it or of a later one.
  private static Map<String, String> reached(List<GitVersion> versions, @Nullable EvidenceLog log) {
    Map<String, String> applied = new HashMap<>();
    if (log != null) {
      for (Json.Obj record : log.bodies()) {
        if (!isApplied(record)) {
          continue;
        }
        String commit = record.obj("change").flatMap(c -> c.text("commit")).orElse("");
        record.text("at").ifPresent(at -> applied.putIfAbsent(commit, at));
      }
    }
    Map<String, String> reached = new HashMap<>();
    String first = "";
    for (GitVersion version : versions.reversed()) {
      String at = applied.getOrDefault(version.commit(), "");
      first = at.isEmpty() ? first : at;
      reached.put(version.commit(), first);
    }
    return reached;
  }
}
