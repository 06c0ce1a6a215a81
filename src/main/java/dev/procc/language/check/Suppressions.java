package dev.procc.language.check;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.diagnostic.Suppressed;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.AllowDecl;
import dev.procc.language.resolve.Resolved;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.YamlDocument;
import dev.procc.model.duedate.DateCodes;
import dev.procc.model.duedate.DayText;
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
public final class Suppressions {
  /// What is left to say.
  ///
  /// @param findings graded, without those that are accepted or off, with those about allowances
  /// @param suppressed the accepted ones, in reading order
  public record Judged(List<Diagnostic> findings, List<Suppressed> suppressed) {
    public Judged {
      findings = List.copyOf(findings);
      suppressed = List.copyOf(suppressed);
    }
  }

  /// What is judged.
  ///
  /// @param documents all documents of the project
  /// @param silent documents that no compiled process came from, where an allowance without use
  ///   says nothing
  /// @param whole whether all of the project was compiled
  /// @param asOf the day it is judged on; without one no allowance ends
  public record Request(
      List<YamlDocument> documents,
      Set<YamlDocument> silent,
      @Nullable ProjectDecl settings,
      Collection<Resolved> processes,
      boolean whole,
      @Nullable LocalDate asOf) {}

  private final Request request;
  private final List<Diagnostic> more = new ArrayList<>();
  private final List<Allowance> allowances = new ArrayList<>();
  private final Set<Allowance> quiet = new HashSet<>();
  private final Map<Allowance, Set<String>> used = new HashMap<>();

  private Suppressions(Request request) {
    this.request = request;
  }

  /// Judges findings. Costs next to nothing where a project says nothing about them.
  ///
  /// @param found in reading order, each once
  public static Judged judge(List<Diagnostic> found, Request request) {
    ProjectDecl settings = request.settings();
    List<YamlDocument> commented = new ArrayList<>();
    for (YamlDocument document : request.documents()) {
      if (AllowComments.mayHold(document.file().text())) {
        commented.add(document);
      }
    }
    boolean silent = settings == null || (settings.rules() == null && settings.allow().isEmpty());
    if (silent && commented.isEmpty()) {
      return new Judged(found, List.of());
    }
    return new Suppressions(request).run(found, commented);
  }

  private Judged run(List<Diagnostic> found, List<YamlDocument> commented) {
    ProjectDecl settings = request.settings();
    List<Diagnostic> graded = settings == null ? found : grade(found, settings.rules());
    for (YamlDocument document : commented) {
      List<Allowance> here = AllowComments.read(document, more::add);
      allowances.addAll(here);
      if (request.silent().contains(document)) {
        quiet.addAll(here);
      }
    }
    if (settings != null) {
      settings.allow().forEach(this::listed);
    }
    Places places = new Places(request.processes());
    List<Diagnostic> left = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    for (Diagnostic finding : graded) {
      Allowance by = RuleNames.allowable(finding) ? allowed(finding, places) : null;
      if (by == null) {
        left.add(finding);
      } else {
        suppressed.add(new Suppressed(finding, by.at(), by.inSource(), by.reason(), by.until()));
      }
    }
    allowances.forEach(this::unneeded);
    left.addAll(more);
    left.sort(Diagnostic.READING_ORDER);
    return new Judged(left, suppressed);
  }

  private List<Diagnostic> grade(List<Diagnostic> found, @Nullable Mapping rules) {
    Map<String, String> grades = new HashMap<>();
    for (Entry entry : rules == null ? List.<Entry>of() : rules.entries()) {
      Scalar name = entry.key();
      Code code = RuleNames.find(name.value(), name.span(), "graded", more::add);
      if (code != null && entry.value() instanceof Scalar grade) {
        grades.put(code.id(), grade.value());
      }
    }
    List<Diagnostic> graded = new ArrayList<>();
    for (Diagnostic finding : found) {
      String grade = RuleNames.allowable(finding) ? grades.get(finding.code().id()) : null;
      if (!"off".equals(grade)) {
        graded.add(grade == null ? finding : finding.withSeverity(severity(grade, finding)));
      }
    }
    return graded;
  }

  /// The severity of that word; of another word, which was reported, the finding's own.
  private static Severity severity(String grade, Diagnostic finding) {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(grade)) {
        return severity;
      }
    }
    return finding.severity();
  }

  private void listed(AllowDecl entry) {
    if (entry.reason().value().isBlank()) {
      more.add(
          Diagnostic.of(
                  CheckCodes.MALFORMED_ALLOW,
                  entry.reason().span(),
                  "The reason is empty, an allowance gives one")
              .withHint("write why this is accepted"));
      return;
    }
    List<Allowance.Allowed> rules = new ArrayList<>();
    for (Scalar rule : entry.rules()) {
      Code code = RuleNames.find(rule.value(), rule.span(), "allowed", more::add);
      if (code != null) {
        rules.add(new Allowance.Allowed(code, rule.span()));
      }
    }
    if (!rules.isEmpty()) {
      allowances.add(
          new Allowance(
              entry.span(),
              rules,
              entry.until() == null ? null : Scalars.date(entry.until().value()),
              entry.reason().value(),
              null,
              entry.at() == null ? null : entry.at().value(),
              entry.file() == null ? null : entry.file().value()));
    }
  }

  /// The first allowance that holds for a finding. All that do are noted as used.
  private @Nullable Allowance allowed(Diagnostic finding, Places places) {
    Allowance first = null;
    List<Span> about = null;
    for (Allowance allowance : allowances) {
      if (!allowance.names(finding.code())) {
        continue;
      }
      about = about == null ? places.of(finding) : about;
      if (covers(allowance, finding, about)) {
        used.computeIfAbsent(allowance, a -> new HashSet<>()).add(finding.code().id());
        first = first == null && !expired(allowance) ? allowance : first;
      }
    }
    return first;
  }

  private static boolean covers(Allowance allowance, Diagnostic finding, List<Span> about) {
    Span text = allowance.covers();
    if (text != null) {
      for (Span place : about) {
        if (text.contains(place)) {
          return true;
        }
      }
      return false;
    }
    String file = allowance.file();
    if (file != null) {
      boolean there = false;
      for (Span place : about) {
        there |= Globs.fits(file, place.file().path());
      }
      if (!there) {
        return false;
      }
    }
    String pattern = allowance.address();
    String address = finding.address();
    return pattern == null || (address != null && Globs.covers(pattern, address));
  }

  private boolean expired(Allowance allowance) {
    LocalDate until = allowance.until();
    LocalDate day = request.asOf();
    return until != null && day != null && day.isAfter(until);
  }

  /// Reports an allowance that has ended, or that accepts nothing.
  private void unneeded(Allowance allowance) {
    LocalDate until = allowance.until();
    if (until != null && expired(allowance)) {
      more.add(
          withRemoval(
              Diagnostic.of(
                      CheckCodes.EXPIRED_ALLOW,
                      allowance.at(),
                      "This was allowed until " + DayText.of(until) + ", no longer")
                  .withHint("mend what it allowed, or give it another day"),
              allowance));
      return;
    }
    if (!request.whole() || quiet.contains(allowance)) {
      return;
    }
    List<Allowance.Allowed> idle = new ArrayList<>();
    for (Allowance.Allowed rule : allowance.rules()) {
      boolean judged = request.asOf() != null || !rule.code().equals(DateCodes.DUE_DATE_PASSED);
      if (judged && !used.getOrDefault(allowance, Set.of()).contains(rule.code().id())) {
        idle.add(rule);
      }
    }
    if (idle.size() == allowance.rules().size()) {
      String names = names(idle);
      more.add(withRemoval(unused(allowance.at(), names), allowance));
    } else {
      for (Allowance.Allowed rule : idle) {
        more.add(unused(rule.at(), "\"" + rule.at().text() + "\""));
      }
    }
  }

  private static String names(List<Allowance.Allowed> rules) {
    StringBuilder names = new StringBuilder();
    for (Allowance.Allowed rule : rules) {
      names.append(names.isEmpty() ? "\"" : ", \"").append(rule.at().text()).append('"');
    }
    return names.toString();
  }

  private Diagnostic unused(Span at, String names) {
    boolean periods = false;
    for (Resolved process : request.processes()) {
      periods |= process.process().identity().indexOf('@') >= 0;
    }
    return Diagnostic.of(
            CheckCodes.UNUSED_ALLOW, at, names + " is allowed here, and is not found here")
        .withHint(
            periods
                ? "take it out, unless a period to come needs it: lint --periods FROM..TO tells"
                : "take it out");
  }

  /// With the offer to take a comment out, with its line where it has one of its own.
  private static Diagnostic withRemoval(Diagnostic found, Allowance allowance) {
    if (!allowance.inSource()) {
      return found;
    }
    SourceFile file = allowance.at().file();
    String text = file.text();
    int from = allowance.at().start();
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    int to = allowance.at().end();
    int line = file.position(from).line();
    if (from == file.lineStart(line)) {
      to = file.lineStart(line + 1);
    }
    return found.withFix(
        Fix.unsafe("take the comment out", new Edit(new Span(file, from, to), "")));
  }
}
