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
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.SuppressionDecl;
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

/// What a project says about findings, carried out: `rules` of the project file grades them, its
/// `allow` and the comments `# procc: allow` accept them.
///
/// An allowance covers the text that it is about with all that stands in it, and every node that
/// comes from there: one at a `use` covers what that use makes, one in the template what every use
/// makes. After its last day it accepts nothing and is reported; so is one that accepts nothing,
/// unless a part of the project was left out of the run.
public final class FindingFilter {
  /// What is left to say.
  ///
  /// @param findings graded, without those that are accepted or off, with those about allowances
  /// @param suppressed the accepted ones, in reading order
  public record FilteredFindings(List<Finding> findings, List<SuppressedFinding> suppressed) {
    public FilteredFindings {
      findings = List.copyOf(findings);
      suppressed = List.copyOf(suppressed);
    }
  }

  /// What is judged.
  ///
  /// @param documents all documents of the project
  /// @param skippedDocuments documents that no compiled process came from, where an allowance
  ///   without use says nothing
  /// @param complete whether all of the project was compiled
  /// @param asOf the day it is judged on; without one no allowance ends
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
  private final Set<Suppression> inSkippedDocuments = new HashSet<>();
  private final Map<Suppression, Set<String>> usedCodes = new HashMap<>();

  private FindingFilter(FindingFilterRequest request) {
    this.request = request;
  }

  /// Judges findings. Costs next to nothing where a project says nothing about them.
  ///
  /// @param findings in reading order, each once
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
      if (request.skippedDocuments().contains(document)) {
        inSkippedDocuments.addAll(inDocument);
      }
    }
    if (settings != null) {
      settings.suppressions().forEach(this::addFromProject);
    }
    FindingLocations locations = new FindingLocations(request.processes());
    List<Finding> remaining = new ArrayList<>();
    List<SuppressedFinding> suppressed = new ArrayList<>();
    for (Finding finding : graded) {
      Suppression suppression =
          ConfigurableCodes.isConfigurable(finding) ? findSuppression(finding, locations) : null;
      if (suppression == null) {
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
    for (MappingEntry entry : rules == null ? List.<MappingEntry>of() : rules.entries()) {
      Scalar name = entry.key();
      Code code = ConfigurableCodes.find(name.value(), name.span(), "graded", suppressionFindings);
      if (code != null && entry.value() instanceof Scalar grade) {
        grades.put(code.id(), grade.value());
      }
    }
    List<Finding> graded = new ArrayList<>();
    for (Finding finding : findings) {
      String grade =
          ConfigurableCodes.isConfigurable(finding) ? grades.get(finding.code().id()) : null;
      if (!"off".equals(grade)) {
        graded.add(grade == null ? finding : finding.withSeverity(parseSeverity(grade, finding)));
      }
    }
    return graded;
  }

  /// The severity of that word; of another word, which was reported, the finding's own.
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
              entry.until() == null ? null : ScalarValues.date(entry.until().value()),
              entry.reason().value(),
              null,
              entry.at() == null ? null : entry.at().value(),
              entry.file() == null ? null : entry.file().value()));
    }
  }

  /// The first allowance that holds for a finding. All that do are noted as used.
  private @Nullable Suppression findSuppression(Finding finding, FindingLocations locations) {
    Suppression first = null;
    List<Span> spans = null;
    for (Suppression allowance : suppressions) {
      if (!allowance.includes(finding.code())) {
        continue;
      }
      spans = spans == null ? locations.locate(finding) : spans;
      if (covers(allowance, finding, spans)) {
        usedCodes.computeIfAbsent(allowance, a -> new HashSet<>()).add(finding.code().id());
        first = first == null && !isExpired(allowance) ? allowance : first;
      }
    }
    return first;
  }

  private static boolean covers(Suppression allowance, Finding finding, List<Span> spans) {
    Span text = allowance.coveredText();
    if (text != null) {
      for (Span place : spans) {
        if (text.contains(place)) {
          return true;
        }
      }
      return false;
    }
    String file = allowance.file();
    if (file != null) {
      boolean inFile = false;
      for (Span place : spans) {
        inFile |= Glob.matches(file, place.file().path(), "/:");
      }
      if (!inFile) {
        return false;
      }
    }
    String pattern = allowance.address();
    String address = finding.address();
    return pattern == null || (address != null && AddressGlob.covers(pattern, address));
  }

  private boolean isExpired(Suppression allowance) {
    LocalDate until = allowance.until();
    LocalDate day = request.asOf();
    return until != null && day != null && day.isAfter(until);
  }

  /// Reports an allowance that has ended, or that accepts nothing.
  private void reportUnneeded(Suppression allowance) {
    LocalDate until = allowance.until();
    if (until != null && isExpired(allowance)) {
      suppressionFindings.add(
          withRemovalFix(
              Finding.of(
                      SuppressionCodes.EXPIRED_ALLOW,
                      allowance.span(),
                      "This was allowed until " + DayText.format(until) + ", no longer")
                  .withHint("mend what it allowed, or give it another day"),
              allowance));
      return;
    }
    if (!request.complete() || inSkippedDocuments.contains(allowance)) {
      return;
    }
    List<Suppression.SuppressedCode> unused = new ArrayList<>();
    for (Suppression.SuppressedCode rule : allowance.codes()) {
      boolean checkable = request.asOf() != null || !rule.code().equals(DateCodes.DUE_DATE_PASSED);
      if (checkable && !usedCodes.getOrDefault(allowance, Set.of()).contains(rule.code().id())) {
        unused.add(rule);
      }
    }
    if (unused.size() == allowance.codes().size()) {
      String names = names(unused);
      suppressionFindings.add(withRemovalFix(unusedFinding(allowance.span(), names), allowance));
    } else {
      for (Suppression.SuppressedCode rule : unused) {
        suppressionFindings.add(unusedFinding(rule.span(), "\"" + rule.span().text() + "\""));
      }
    }
  }

  private static String names(List<Suppression.SuppressedCode> rules) {
    StringBuilder names = new StringBuilder();
    for (Suppression.SuppressedCode rule : rules) {
      names.append(names.isEmpty() ? "\"" : ", \"").append(rule.span().text()).append('"');
    }
    return names.toString();
  }

  private Finding unusedFinding(Span at, String names) {
    boolean hasPeriods = false;
    for (ResolvedProcess process : request.processes()) {
      hasPeriods |= Address.period(process.process().identity()) != null;
    }
    return Finding.of(
            SuppressionCodes.UNUSED_ALLOW, at, names + " is allowed here, and is not found here")
        .withHint(
            hasPeriods
                ? "take it out, unless a period to come needs it: lint --periods FROM..TO tells"
                : "take it out");
  }

  /// With the offer to take a comment out, with its line where it has one of its own.
  private static Finding withRemovalFix(Finding finding, Suppression allowance) {
    if (!allowance.isComment()) {
      return finding;
    }
    SourceFile file = allowance.span().file();
    String text = file.text();
    int from = allowance.span().start();
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    int to = allowance.span().end();
    int line = file.position(from).line();
    if (from == file.lineStart(line)) {
      to = file.lineStart(line + 1);
    }
    return finding.withFix(
        Fix.unsafe("take the comment out", new TextEdit(new Span(file, from, to), "")));
  }
}
