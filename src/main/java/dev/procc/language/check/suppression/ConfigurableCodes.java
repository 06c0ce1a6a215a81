package dev.procc.language.check.suppression;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.Spelling;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.check.CodePages;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.model.duedate.syntax.DateCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The codes whose severity a project can set and whose findings it can suppress, by id and by
/// name.
///
/// These are all rules, and the warnings of reading and compiling. An error of reading or compiling
/// cannot be suppressed, since compilation cannot continue without the text.
public final class ConfigurableCodes {
  private static final Map<String, Code> CONFIGURABLE = new TreeMap<>();
  private static final Map<String, Code> NOT_CONFIGURABLE = new TreeMap<>();

  static {
    List<Code> all = new ArrayList<>(YamlCodes.all());
    all.addAll(BindCodes.ALL);
    all.addAll(ExpandCodes.all());
    all.addAll(DateCodes.all());
    all.addAll(ResolveCodes.ALL);
    for (Code code : all) {
      // A date outside the schedule is a warning if the project says so.
      boolean warns = code.severity() != Severity.ERROR || code.equals(DateCodes.OUTSIDE_SCHEDULE);
      put(warns ? CONFIGURABLE : NOT_CONFIGURABLE, code);
    }
    for (Code code : Rules.codes()) {
      put(CONFIGURABLE, code);
      NOT_CONFIGURABLE.remove(code.id());
      NOT_CONFIGURABLE.remove(code.name());
    }
  }

  private ConfigurableCodes() {}

  private static void put(Map<String, Code> into, Code code) {
    into.put(code.id(), code);
    into.put(code.name(), code);
  }

  /// Whether a finding's severity can be set and the finding can be suppressed.
  static boolean isConfigurable(Finding finding) {
    Code code = finding.code();
    return CONFIGURABLE.containsKey(code.id())
        && (finding.severity() != Severity.ERROR || Rules.codes().contains(code));
  }

  /// The configurable code with a name or id; null if there is none.
  public static @Nullable Code find(String word) {
    return CONFIGURABLE.get(word);
  }

  /// The configurable code with a name or id; null, with a finding, if there is none.
  ///
  /// @param at the span of the word
  /// @param verb what is done with the code, `allowed` or `graded`
  static @Nullable Code find(String word, Span at, String verb, Findings findings) {
    Code known = CONFIGURABLE.get(word);
    if (known == null) {
      findings.add(unknownFinding(word, at, verb));
    }
    return known;
  }

  private static Finding unknownFinding(String word, Span at, String verb) {
    Code other = NOT_CONFIGURABLE.get(word);
    if (other != null || CodePages.find(word).isPresent()) {
      String id = other == null ? word : other.id();
      return Finding.of(
              SuppressionCodes.NOT_ALLOWABLE,
              at,
              "\"" + word + "\" cannot be " + verb + "; nothing can be made of what it finds")
          .withHint("correct it: procc explain " + id);
    }
    List<String> names = new ArrayList<>();
    for (Code code : CONFIGURABLE.values()) {
      if (!names.contains(code.name())) {
        names.add(code.name());
      }
    }
    Finding finding =
        Finding.of(SuppressionCodes.UNKNOWN_RULE, at, "\"" + word + "\" is the name of no rule");
    String near = Spelling.nearest(word, names).orElse(null);
    return near == null
        ? finding.withHint("write the code or the name that the finding shows")
        : finding
            .withHint("did you mean \"" + near + "\"?")
            .withFix(Fix.unsafe("write " + near, new TextEdit(at, near)));
  }
}
