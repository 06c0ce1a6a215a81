package dev.procc.language.compile;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.model.duedate.syntax.DateCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The removal of findings that are consequences of another one: about what is next to a text that
/// is not YAML, about a tag that was not interpolated, about a date in a wrong year, and about one
/// name in several places.
final class Consequences {
  /// Codes about unknown names: the fault may be where the name should be declared, so that it is a
  /// single fault, however often the name is used.
  private static final Set<Code> UNKNOWN_NAMES =
      Set.of(
          ResolveCodes.UNKNOWN_PERSON,
          ResolveCodes.UNKNOWN_CALENDAR,
          ResolveCodes.UNKNOWN_DOCUMENT,
          ResolveCodes.UNKNOWN_SECTION,
          ResolveCodes.ROLE_WITHOUT_PERSON,
          ExpandCodes.UNKNOWN_NAME,
          ExpandCodes.UNKNOWN_TEMPLATE);

  /// The code about a group that is empty because of a condition that can never be true.
  private static final String EMPTY_GROUP = "PC403";

  /// Codes about what a typed date means for others, which says nothing while its year is wrong.
  private static final Set<String> OF_TYPED_DATES =
      Set.of("PC206", "PC207", "PC208", "PC209", "PC210", "PC219", "PC603");

  private static final Set<Code> SYNTAX = Set.copyOf(YamlCodes.all());

  private Consequences() {}

  /// The findings without consequences; further places of a name become labels of the first finding
  /// about it.
  ///
  /// @param findings in reading order, without duplicates
  static List<Finding> remove(List<Finding> findings, Project project) {
    List<Finding> kept = new ArrayList<>(findings.size());
    Map<String, Integer> names = new HashMap<>();
    Set<Span> tags = new HashSet<>();
    Set<Span> wrongYears = new HashSet<>();
    Set<String> neverTrue = new HashSet<>();
    List<YamlDocument> repaired = repaired(project);
    for (Finding finding : findings) {
      if (finding.code().equals(ExpandCodes.NOT_INTERPOLATED)) {
        tags.add(finding.span());
      }
      if (finding.code().equals(DateCodes.OUTSIDE_SCHEDULE) && isMisspelt(finding)) {
        wrongYears.add(finding.span());
      }
      if (finding.code().equals(ExpandCodes.NEVER_TRUE)) {
        neverTrue.add(path(finding));
      }
    }
    for (Finding finding : findings) {
      boolean tag = tags.contains(finding.span()) && BindCodes.ALL.contains(finding.code());
      boolean emptied =
          neverTrue.contains(path(finding)) && finding.code().id().equals(EMPTY_GROUP);
      boolean ofYear =
          wrongYears.contains(finding.span()) && OF_TYPED_DATES.contains(finding.code().id());
      if (tag || emptied || ofYear || isInDamage(finding, repaired)) {
        continue;
      }
      Integer first =
          UNKNOWN_NAMES.contains(finding.code())
              ? names.putIfAbsent(finding.code().id() + finding.message(), kept.size())
              : null;
      if (first == null) {
        kept.add(finding);
      } else {
        kept.set(first, merge(kept.get(first), finding));
      }
    }
    return kept;
  }

  private static boolean isMisspelt(Finding finding) {
    return finding.hint() != null && finding.hint().startsWith("did you mean ");
  }

  private static String path(Finding finding) {
    return finding.span() == null ? "" : finding.span().file().path();
  }

  private static List<YamlDocument> repaired(Project project) {
    List<YamlDocument> repaired = new ArrayList<>();
    for (SourceDocument document : project.documents()) {
      if (document.document().isRepaired()) {
        repaired.add(document.document());
      }
    }
    return repaired;
  }

  private static boolean isInDamage(Finding finding, List<YamlDocument> repaired) {
    Span span = finding.span();
    if (repaired.isEmpty() || span == null || SYNTAX.contains(finding.code())) {
      return false;
    }
    for (YamlDocument document : repaired) {
      if (document.isDamaged(span)) {
        return true;
      }
    }
    return false;
  }

  private static Finding merge(Finding first, Finding other) {
    Span span = other.span();
    Span known = first.span();
    Finding merged = first;
    if (other.address() != null && (first.address() != null || first.occurrences() != null)) {
      merged = first.withOccurrences(first.occurrencesWith(other)).withAddress(null);
    }
    if (span == null || known == null) {
      return merged;
    }
    boolean shown = span.equals(known) || first.labels().size() >= Findings.MAX_LABELS;
    for (int i = 0; i < first.labels().size(); i++) {
      shown |= first.labels().get(i).span().equals(span);
    }
    merged = shown ? merged : merged.withLabel(span, "and here");
    if (first.fixes().size() != 1 || other.fixes().size() != 1) {
      return merged;
    }
    Fix fix = first.fixes().getFirst();
    Set<TextEdit> seen = new HashSet<>(fix.edits());
    List<TextEdit> edits = new ArrayList<>(fix.edits());
    for (TextEdit edit : other.fixes().getFirst().edits()) {
      if (seen.add(edit)) {
        edits.add(edit);
      }
    }
    return new Finding(
        merged.code(),
        merged.severity(),
        merged.message(),
        merged.span(),
        merged.labels(),
        merged.hint(),
        List.of(new Fix(fix.title(), fix.safe(), edits)),
        merged.address(),
        merged.occurrences());
  }
}
