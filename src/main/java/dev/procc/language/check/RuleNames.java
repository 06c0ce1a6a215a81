package dev.procc.language.check;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.expand.ExpandCodes;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.yaml.YamlCodes;
import dev.procc.model.duedate.DateCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The findings that a project may grade and allow, by code and by name.
///
/// Those are all rules, and what reading and compiling warn of. An error of reading or compiling is
/// none of them: there is nothing to go on with.
final class RuleNames {
  private static final Map<String, Code> ALLOWABLE = new TreeMap<>();
  private static final Map<String, Code> OTHERS = new TreeMap<>();

  static {
    List<Code> all = new ArrayList<>(YamlCodes.all());
    all.addAll(BindCodes.ALL);
    all.addAll(ExpandCodes.all());
    all.addAll(DateCodes.all());
    all.addAll(ResolveCodes.ALL);
    for (Code code : all) {
      // What lies outside the schedule is a warning where the project says so.
      boolean warns = code.severity() != Severity.ERROR || code.equals(DateCodes.OUTSIDE_SCHEDULE);
      put(warns ? ALLOWABLE : OTHERS, code);
    }
    for (Code code : Rules.codes()) {
      put(ALLOWABLE, code);
      OTHERS.remove(code.id());
      OTHERS.remove(code.name());
    }
  }

  private RuleNames() {}

  private static void put(Map<String, Code> into, Code code) {
    into.put(code.id(), code);
    into.put(code.name(), code);
  }

  /// Whether a finding may be graded and allowed.
  static boolean allowable(Diagnostic finding) {
    Code code = finding.code();
    return ALLOWABLE.containsKey(code.id())
        && (finding.severity() != Severity.ERROR || Rules.codes().contains(code));
  }

  /// The code of that name or id; absent, and reported, where none can be allowed under it.
  ///
  /// @param at where the word is written
  /// @param verb what is done with it, `allowed` or `graded`
  static @Nullable Code find(String word, Span at, String verb, Consumer<Diagnostic> report) {
    Code known = ALLOWABLE.get(word);
    if (known == null) {
      report.accept(unknown(word, at, verb));
    }
    return known;
  }

  private static Diagnostic unknown(String word, Span at, String verb) {
    Code other = OTHERS.get(word);
    if (other != null || Pages.of(word).isPresent()) {
      String id = other == null ? word : other.id();
      return Diagnostic.of(
              CheckCodes.NOT_ALLOWABLE,
              at,
              "\"" + word + "\" cannot be " + verb + "; nothing can be made of what it finds")
          .withHint("mend it: procc explain " + id);
    }
    List<String> names = new ArrayList<>();
    for (Code code : ALLOWABLE.values()) {
      if (!names.contains(code.name())) {
        names.add(code.name());
      }
    }
    Diagnostic found =
        Diagnostic.of(CheckCodes.UNKNOWN_RULE, at, "\"" + word + "\" is the name of no rule");
    String near = Spelling.nearest(word, names).orElse(null);
    return near == null
        ? found.withHint("write the code or the name that the finding shows")
        : found
            .withHint("did you mean \"" + near + "\"?")
            .withFix(Fix.unsafe("write " + near, new Edit(at, near)));
  }
}
