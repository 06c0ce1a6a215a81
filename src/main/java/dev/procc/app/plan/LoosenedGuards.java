package dev.procc.app.plan;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.source.Span;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.SuppressionDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.check.suppression.AddressGlob;
import dev.procc.language.check.suppression.ConfigurableCodes;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.planfile.LoosenedGuard;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.model.duedate.DayText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The guards of one version of the definitions that a later one removes or loosens.
///
/// Tightened guards do not count, nor does another text with the same effect.
public final class LoosenedGuards {
  /// The severity of a rule that is switched off.
  private static final String OFF = "off";

  private final Compilation base;
  private final Compilation head;
  private final GuardSettings before;
  private final GuardSettings after;
  private final List<LoosenedGuard> found = new ArrayList<>();

  private LoosenedGuards(Compilation base, Compilation head) {
    this.base = base;
    this.head = head;
    this.before = GuardSettings.of(base);
    this.after = GuardSettings.of(head);
  }

  public static List<LoosenedGuard> between(Compilation base, Compilation head) {
    LoosenedGuards guards = new LoosenedGuards(base, head);
    guards.compareTargets();
    guards.compareLimits();
    guards.compareProcesses();
    guards.compareRules();
    guards.compareSuppressions();
    return guards.found;
  }

  private void add(String guard, String message, @Nullable Span span) {
    found.add(new LoosenedGuard(guard, message, span == null ? "" : span.pathAndLine()));
  }

  private void compareTargets() {
    TargetDecl was = base.target();
    TargetDecl is = head.target();
    if (was == null) {
      return;
    }
    Span place = is == null ? null : is.name().span();
    String name = "target " + was.name().value();
    String formerly = host(was);
    String now = is == null ? "" : host(is);
    if (is != null && !formerly.equals(now)) {
      add("target", name + " leads to " + now + ", was " + formerly, place);
    }
    for (String canary : before.canaries()) {
      if (!after.canaries().contains(canary)) {
        add("canary", name + " is no longer recognised by process " + canary, place);
      }
    }
    for (Freeze freeze : before.freezes()) {
      boolean holds =
          after.freezes().stream()
              .anyMatch(f -> !f.from().isAfter(freeze.from()) && !f.to().isBefore(freeze.to()));
      if (!holds && (head.asOf() == null || !freeze.to().isBefore(head.asOf()))) {
        String days = DayText.format(freeze.from()) + " to " + DayText.format(freeze.to());
        add("freeze", name + " is no longer frozen on every day of " + days, place);
      }
    }
    if (is != null && !isSet(was.document(), "sandbox") && isSet(is.document(), "sandbox")) {
      add("target", name + " becomes a sandbox: procc probe may create processes there", place);
    }
  }

  private static String host(TargetDecl target) {
    Scalar url = target.api().url();
    Scalar region = target.api().region();
    return url != null ? url.value() : "region " + (region == null ? "us" : region.value());
  }

  private static String text(Mapping of, String key) {
    return of.get(key) instanceof Scalar scalar ? scalar.value() : "";
  }

  private static boolean isSet(Mapping of, String key) {
    return text(of, key).equals("true");
  }

  private void compareLimits() {
    TargetDecl target = head.target();
    ProjectDecl project = head.settings();
    Mapping ofTarget = target == null ? null : target.safety();
    Mapping ofProject = project == null ? null : project.safety();
    compareLimits("", before.limits().ofTarget(), after.limits().ofTarget(), ofTarget, ofProject);
    Map<String, Mapping> own = new TreeMap<>();
    Set<String> keys = new TreeSet<>(before.limits().ofProcesses().keySet());
    for (CompiledProcess process : head.processes()) {
      String key = process.resolved().decl().key().value();
      Mapping safety = process.resolved().decl().safety();
      if (safety != null) {
        own.put(key, safety);
      }
    }
    keys.addAll(after.limits().ofProcesses().keySet());
    for (String key : keys) {
      Mapping safety = own.get(key);
      compareLimits(" of " + key, before.limits().of(key), after.limits().of(key), safety);
    }
  }

  /// @param of ` of close` if they belong to one process
  /// @param layers where a limit may be written, the nearest first
  private void compareLimits(
      String of, PlanLimits was, PlanLimits is, @Nullable Mapping... layers) {
    Map<String, Integer> now = is.byName();
    was.byName()
        .forEach((name, limit) -> {
          Integer other = now.get(name);
          boolean said =
              !of.isEmpty()
                  && Objects.equals(limit, before.limits().ofTarget().byName().get(name))
                  && Objects.equals(other, after.limits().ofTarget().byName().get(name));
          if (!said && (other == null || other > limit)) {
            String value = other == null ? "no limit" : other.toString();
            add("limit", name + of + ": " + value + ", was " + limit, place(name, layers));
          }
        });
  }

  private static @Nullable Span place(String key, @Nullable Mapping... layers) {
    for (Mapping layer : layers) {
      for (MappingEntry entry : layer == null ? List.<MappingEntry>of() : layer.entries()) {
        if (entry.key().value().equals(key)) {
          return entry.key().span();
        }
      }
    }
    return null;
  }

  private void compareProcesses() {
    Map<String, CompiledProcess> now = new LinkedHashMap<>();
    head.processes().forEach(p -> now.put(p.resolved().decl().key().value(), p));
    for (CompiledProcess process : head.processes()) {
      if (base.skipped().contains(process.identity())) {
        add("period", process.identity() + ": its period was closed, and is open again", null);
      }
    }
    Set<String> told = new HashSet<>();
    for (CompiledProcess process : base.processes()) {
      String key = process.resolved().decl().key().value();
      CompiledProcess other = now.get(key);
      if (!told.add(key)) {
        continue;
      }
      if (before.protectedKeys().contains(key) && !after.protectedKeys().contains(key)) {
        String how =
            other == null ? " is protected, and its definition is gone" : " is no longer protected";
        add("protect", key + how, other == null ? null : other.resolved().decl().key().span());
      }
      if (other != null
          && !"trash".equals(process.resolved().decl().onRemoval())
          && "trash".equals(other.resolved().decl().onRemoval())) {
        add(
            "removal",
            key + " is trashed when its definition is removed, was kept",
            other.resolved().decl().key().span());
      }
    }
  }

  private void compareRules() {
    Map<Code, Scalar> was = grades(base.settings());
    Map<Code, Scalar> is = grades(head.settings());
    Set<Code> all = new HashSet<>(was.keySet());
    all.addAll(is.keySet());
    all.stream()
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .forEach(code -> {
          Scalar grade = is.get(code);
          String now = grade == null ? code.severity().keyword() : grade.value();
          Scalar former = was.get(code);
          String formerly = former == null ? code.severity().keyword() : former.value();
          if (rank(now) < rank(formerly)) {
            add(
                "rule",
                "rule " + code.name() + " (" + code.id() + "): " + now + ", was " + formerly,
                grade == null ? null : grade.span());
          }
        });
  }

  private static Map<Code, Scalar> grades(@Nullable ProjectDecl settings) {
    Map<Code, Scalar> grades = new LinkedHashMap<>();
    Mapping rules = settings == null ? null : settings.rules();
    for (MappingEntry entry : rules == null ? List.<MappingEntry>of() : rules.entries()) {
      Code code = ConfigurableCodes.find(entry.key().value());
      if (code != null && entry.value() instanceof Scalar grade) {
        grades.put(code, grade);
      }
    }
    return grades;
  }

  /// The rank of a severity.
  private static int rank(String grade) {
    for (Severity severity : Severity.values()) {
      if (severity.keyword().equals(grade)) {
        return Severity.values().length - severity.ordinal();
      }
    }
    return grade.equals(OFF) ? 0 : Severity.values().length;
  }

  private void compareSuppressions() {
    for (SuppressionDecl entry : entries(head)) {
      List<String> added = new ArrayList<>();
      for (Scalar rule : entry.rules()) {
        if (entries(base).stream().noneMatch(other -> covers(other, entry, rule.value()))) {
          added.add(rule.value());
        }
      }
      if (!added.isEmpty()) {
        String where = entry.at() != null ? " at " + entry.at().value() : "";
        String file = entry.file() != null ? " in " + entry.file().value() : "";
        String until = entry.until() == null ? "" : " until " + entry.until().value();
        String what = String.join(", ", added) + where + file + until;
        add("suppression", "allows " + what + ": " + entry.reason().value(), entry.span());
      }
    }
    Set<String> covered = new HashSet<>();
    base.suppressed().forEach(each -> covered.add(subject(each)));
    for (SuppressedFinding each : head.suppressed()) {
      if (each.inSource() && !covered.contains(subject(each))) {
        String what = each.finding().code().name() + " (" + each.finding().message() + ")";
        add("suppression", "allows " + what + ": " + each.reason(), each.span());
      }
    }
  }

  private static List<SuppressionDecl> entries(Compilation compilation) {
    ProjectDecl settings = compilation.settings();
    return settings == null ? List.of() : settings.suppressions();
  }

  /// Whether a suppression covers what another one covers for a rule.
  private static boolean covers(SuppressionDecl one, SuppressionDecl other, String rule) {
    Code code = ConfigurableCodes.find(rule);
    boolean same =
        one.rules().stream().anyMatch(r -> Objects.equals(ConfigurableCodes.find(r.value()), code));
    String at = value(one.at());
    String file = value(one.file());
    String until = value(one.until());
    String otherAt = value(other.at());
    String otherUntil = value(other.until());
    return same
        && (at == null || otherAt != null && AddressGlob.covers(at, otherAt))
        && (file == null || file.equals(value(other.file())))
        && (until == null || otherUntil != null && otherUntil.compareTo(until) <= 0);
  }

  private static @Nullable String value(@Nullable Scalar scalar) {
    return scalar == null ? null : scalar.value();
  }

  private static String subject(SuppressedFinding each) {
    String address = each.finding().address();
    return each.finding().code().id()
        + " "
        + (address == null ? each.finding().message() : address);
  }
}
