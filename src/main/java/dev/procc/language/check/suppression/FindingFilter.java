package dev.procc.language.check.suppression;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.Glob;
import dev.procc.base.text.Plural;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.SuppressionDecl;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.process.Address;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The application of a project's severities and suppressions to findings: `rules` of the project
/// file sets severities; its `allow` and the comments `# procc: allow` suppress findings.
///
/// A suppression covers its text with everything in it, and every node that comes from there: at a
/// `use` it covers what that use makes, in a template what every use makes. After its last day it
/// covers nothing and is reported, and so is one without any finding to cover, unless a part of the
/// project was not compiled.
public final class FindingFilter {
  /// The findings that remain.
  ///
  /// @param findings with the severities of the project, without those that are suppressed or off,
  ///   with those about suppressions
  /// @param suppressed the suppressed findings, in reading order
  public record FilteredFindings(List<Finding> findings, List<SuppressedFinding> suppressed) {
    public FilteredFindings {
      findings = List.copyOf(findings);
      suppressed = List.copyOf(suppressed);
    }
  }

  /// The input for the suppressions of a project.
  ///
  /// @param documents all documents of the project
  /// @param skippedDocuments documents without a compiled process, in which unused suppressions are
  ///   not reported
  /// @param complete whether the whole project was compiled
  /// @param asOf the day of the check; without one, no suppression expires
  public record FindingFilterRequest(
      List<YamlDocument> documents,
      Set<YamlDocument> skippedDocuments,
      @Nullable ProjectDecl settings,
      Collection<ResolvedProcess> processes,
      boolean complete,
      @Nullable LocalDate asOf) {}

  private final FindingFilterRequest request;
  private final Findings suppressionFindings = new Findings();
  private final List<Suppression> suppressions = new ArrayList<>();
  private final Map<Suppression, YamlDocument> documents = new HashMap<>();
  private final Map<Suppression, Set<String>> usedCodes = new HashMap<>();
  private final Set<Span> notConfigurable = new HashSet<>();
  private @Nullable CompiledNodes compiledNodes;

  private FindingFilter(FindingFilterRequest request) {
    this.request = request;
  }

  /// Filters findings. It takes almost no time if the project configures nothing.
  ///
  /// @param findings in reading order, without duplicates
  public static FilteredFindings apply(List<Finding> findings, FindingFilterRequest request) {
    ProjectDecl settings = request.settings();
    List<YamlDocument> commented = new ArrayList<>();
    for (YamlDocument document : request.documents()) {
      if (SuppressionComments.mayContain(document.file().text())) {
        commented.add(document);
      }
    }
    boolean unconfigured =
        settings == null || (settings.rules() == null && settings.suppressions().isEmpty());
    if (unconfigured && commented.isEmpty()) {
      return new FilteredFindings(findings, List.of());
    }
    return new FindingFilter(request).run(findings, commented);
  }

  private FilteredFindings run(List<Finding> findings, List<YamlDocument> commented) {
    ProjectDecl settings = request.settings();
    List<Finding> graded =
        settings == null ? findings : applySeverities(findings, settings.rules());
    for (YamlDocument document : commented) {
      List<Suppression> inDocument = SuppressionComments.readAll(document, suppressionFindings);
      suppressions.addAll(inDocument);
      for (Suppression suppression : inDocument) {
        documents.put(suppression, document);
      }
    }
    if (settings != null) {
      settings.suppressions().forEach(this::addFromProject);
    }
    FindingLocations locations = new FindingLocations(request.processes());
    SuppressionIndex index = new SuppressionIndex(suppressions);
    List<Finding> remaining = new ArrayList<>();
    List<SuppressedFinding> suppressed = new ArrayList<>();
    for (Finding finding : graded) {
      Suppression suppression = findSuppression(finding, locations, index);
      if (suppression != null && !ConfigurableCodes.isConfigurable(finding)) {
        reportNotConfigurable(suppression.spanOf(finding.code()), "allowed");
        remaining.add(finding);
      } else if (suppression == null) {
        remaining.add(finding);
      } else {
        suppressed.add(
            new SuppressedFinding(
                finding,
                suppression.span(),
                suppression.isComment(),
                suppression.reason(),
                suppression.until()));
      }
    }
    suppressions.forEach(this::reportUnneeded);
    remaining.addAll(suppressionFindings.toList());
    remaining.sort(Finding.READING_ORDER);
    return new FilteredFindings(remaining, suppressed);
  }

  private List<Finding> applySeverities(List<Finding> findings, @Nullable Mapping rules) {
    Map<String, String> grades = new HashMap<>();
    Map<String, Scalar> names = new HashMap<>();
    for (MappingEntry entry : rules == null ? List.<MappingEntry>of() : rules.entries()) {
      Scalar name = entry.key();
      Code code = ConfigurableCodes.find(name.value(), name.span(), "graded", suppressionFindings);
      Scalar first = code == null ? null : names.putIfAbsent(code.id(), name);
      if (code != null && first != null) {
        suppressionFindings.add(gradedTwice(name, code, first));
      } else if (code != null && entry.value() instanceof Scalar grade) {
        grades.put(code.id(), grade.value());
      }
    }
    List<Finding> graded = new ArrayList<>();
    for (Finding finding : findings) {
      String grade = grades.get(finding.code().id());
      Scalar name = names.get(finding.code().id());
      if (grade != null && name != null && !ConfigurableCodes.isConfigurable(finding)) {
        reportNotConfigurable(name.span(), "graded");
        grade = null;
      }
      if (!"off".equals(grade)) {
        graded.add(grade == null ? finding : finding.withSeverity(parseSeverity(grade, finding)));
      }
    }
    return graded;
  }

  /// Reports, once, that a code which may be a warning is an error of this project.
  ///
  /// @param verb what is done with the code, `allowed` or `graded`
  private void reportNotConfigurable(Span code, String verb) {
    if (notConfigurable.add(code)) {
      suppressionFindings.add(
          Finding.of(
                  SuppressionCodes.NOT_ALLOWABLE,
                  code,
                  "\"" + code.text() + "\" is an error in this project, and cannot be " + verb)
              .withHint("mend it, or make it a warning: procc explain " + code.text()));
    }
  }

  /// The finding about a rule whose severity is set by both code and name.
  private static Finding gradedTwice(Scalar name, Code code, Scalar first) {
    String other = first.value().equals(code.id()) ? code.id() : code.name();
    return Finding.of(
            BindCodes.DUPLICATE_ITEM,
            name.span(),
            "\"" + name.value() + "\" is " + other + ", which has a severity already")
        .withLabel(first.span(), "first here")
        .withHint("remove one");
  }

  /// The severity with a name; for any other word, which was reported, the finding's own.
  private static Severity parseSeverity(String grade, Finding finding) {
    for (Severity severity : Severity.values()) {
      if (severity.keyword().equals(grade)) {
        return severity;
      }
    }
    return finding.severity();
  }

  private void addFromProject(SuppressionDecl entry) {
    if (entry.reason().value().isBlank()) {
      suppressionFindings.add(
          Finding.of(
                  SuppressionCodes.MALFORMED_ALLOW,
                  entry.reason().span(),
                  "The reason is empty, an allowance gives one")
              .withHint("write why this is accepted"));
      return;
    }
    List<Suppression.SuppressedCode> codes = new ArrayList<>();
    for (Scalar rule : entry.rules()) {
      Code code = ConfigurableCodes.find(rule.value(), rule.span(), "allowed", suppressionFindings);
      if (code != null) {
        codes.add(new Suppression.SuppressedCode(code, rule.span()));
      }
    }
    if (!codes.isEmpty()) {
      suppressions.add(
          new Suppression(
              entry.span(),
              codes,
              entry.reason().value(),
              entry.until() == null ? null : ScalarValues.date(entry.until().value()),
              new Suppression.SuppressionScope(
                  null,
                  entry.at() == null ? null : entry.at().value(),
                  entry.file() == null ? null : entry.file().value())));
    }
  }

  /// The first suppression that applies to a finding. All that apply are marked as used.
  private @Nullable Suppression findSuppression(
      Finding finding, FindingLocations locations, SuppressionIndex index) {
    if (!index.has(finding.code())) {
      return null;
    }
    Suppression first = null;
    List<Span> spans = locations.locate(finding);
    for (Suppression suppression : index.candidates(finding.code(), spans)) {
      if (suppression.isComment() || covers(suppression, finding, spans)) {
        usedCodes.computeIfAbsent(suppression, none -> new HashSet<>()).add(finding.code().id());
        first = first == null && !suppression.isExpired(request.asOf()) ? suppression : first;
      }
    }
    return first;
  }

  /// Whether a suppression that is not in a comment applies to a finding.
  private static boolean covers(Suppression suppression, Finding finding, List<Span> spans) {
    String file = suppression.scope().file();
    if (file != null) {
      boolean inFile = false;
      for (Span place : spans) {
        inFile |= Glob.matches(file, place.file().path(), "/:");
      }
      if (!inFile) {
        return false;
      }
    }
    String pattern = suppression.scope().address();
    String address = finding.address();
    return pattern == null || (address != null && AddressGlob.covers(pattern, address));
  }

  /// Reports a suppression that has expired, or that covers nothing.
  private void reportUnneeded(Suppression suppression) {
    LocalDate until = suppression.until();
    if (until != null && suppression.isExpired(request.asOf())) {
      suppressionFindings.add(
          withRemovalFix(
              Finding.of(
                      SuppressionCodes.EXPIRED_ALLOW,
                      suppression.span(),
                      "This was allowed until " + DayText.format(until) + ", no longer")
                  .withHint("correct what it allowed, or give it another day"),
              suppression));
      return;
    }
    if (!request.complete()) {
      return;
    }
    List<Suppression.SuppressedCode> unused = new ArrayList<>();
    for (Suppression.SuppressedCode rule : suppression.codes()) {
      boolean checkable = request.asOf() != null || !rule.code().equals(DateCodes.DUE_DATE_PASSED);
      if (checkable && !usedCodes.getOrDefault(suppression, Set.of()).contains(rule.code().id())) {
        unused.add(rule);
      }
    }
    if (unused.isEmpty() || isNotCompiled(suppression)) {
      return;
    }
    if (unused.size() == suppression.codes().size()) {
      suppressionFindings.add(
          withRemovalFix(unusedFinding(suppression.span(), unused), suppression));
    } else {
      for (Suppression.SuppressedCode rule : unused) {
        suppressionFindings.add(unusedFinding(rule.span(), List.of(rule)));
      }
    }
  }

  /// Whether a part of what a comment covers was not compiled, so that it may be needed there.
  private boolean isNotCompiled(Suppression suppression) {
    YamlDocument document = documents.get(suppression);
    Span text = suppression.scope().text();
    if (document == null || text == null) {
      return false;
    }
    if (compiledNodes == null) {
      compiledNodes = new CompiledNodes(request.processes());
    }
    return request.skippedDocuments().contains(document)
        || !compiledNodes.includeAll(document.root(), text);
  }

  private static String names(List<Suppression.SuppressedCode> rules) {
    StringBuilder names = new StringBuilder();
    for (Suppression.SuppressedCode rule : rules) {
      names.append(names.isEmpty() ? "\"" : ", \"").append(rule.span().text()).append('"');
    }
    return names.toString();
  }

  private Finding unusedFinding(Span at, List<Suppression.SuppressedCode> rules) {
    boolean hasPeriods = false;
    for (ResolvedProcess process : request.processes()) {
      hasPeriods |= Address.period(process.process().identity()) != null;
    }
    String allowed =
        Plural.choose(rules.size(), " is allowed here, and is", " are allowed here, and are");
    return Finding.of(SuppressionCodes.UNUSED_ALLOW, at, names(rules) + allowed + " not found here")
        .withHint(
            hasPeriods
                ? "take it out, unless a period to come needs it: lint --periods FROM..TO tells"
                : "take it out");
  }

  /// The finding with a fix that removes the comment, with its line if it has one of its own.
  private static Finding withRemovalFix(Finding finding, Suppression suppression) {
    if (!suppression.isComment()) {
      return finding;
    }
    SourceFile file = suppression.span().file();
    String text = file.text();
    int from = suppression.span().start();
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    int to = suppression.span().end();
    int line = file.position(from).line();
    if (from == file.lineStart(line)) {
      to = file.lineStart(line + 1);
    }
    return finding.withFix(
        Fix.unsafe("take the comment out", new TextEdit(new Span(file, from, to), "")));
  }
}
