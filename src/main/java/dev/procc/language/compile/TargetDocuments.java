package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A check of targets against the documents of people, documents and capabilities: a document that
/// a target names has to exist, and every such document has to be used by a target.
final class TargetDocuments {
  private final ProjectDocuments documents;
  private final @Nullable TargetDecl current;
  private final Findings findings;
  private final List<TargetDecl> targets = new ArrayList<>();

  private TargetDocuments(
      ProjectDocuments documents, @Nullable TargetDecl current, Findings findings) {
    this.documents = documents;
    this.current = current;
    this.findings = findings;
    ProjectDecl settings = documents.settings();
    if (settings != null) {
      targets.addAll(settings.targets().values());
    }
  }

  /// @param current the target for which the project is compiled: missing documents of it are
  ///   reported there
  static void check(ProjectDocuments documents, @Nullable TargetDecl current, Findings findings) {
    TargetDocuments check = new TargetDocuments(documents, current, findings);
    List<Scalar> people = new ArrayList<>();
    for (PeopleDecl each : documents.people()) {
      people.add(each.key());
    }
    List<Scalar> workivaDocuments = new ArrayList<>();
    for (DocumentsDecl each : documents.declarations().workivaDocuments) {
      workivaDocuments.add(each.key());
    }
    check.check("people", "People", people);
    check.check("documents", "Documents", workivaDocuments);
    check.checkCapabilities();
  }

  private void check(String field, String kind, List<Scalar> keys) {
    boolean unreadable = !documents.declarations().unreadable(kind).isEmpty();
    Set<String> known = new HashSet<>();
    keys.forEach(key -> known.add(key.value()));
    Set<String> reached = new HashSet<>();
    boolean byDefault = targets.isEmpty();
    boolean astray = false;
    for (TargetDecl target : targets) {
      Scalar named = target.document().get(field) instanceof Scalar scalar ? scalar : null;
      byDefault |= named == null;
      // An unknown name may be meant for any of them.
      astray |= named != null && !known.contains(named.value());
      if (named != null && !known.contains(named.value()) && target != current && !unreadable) {
        findings.add(unknown(named, field, known));
      }
      if (named != null) {
        reached.add(named.value());
      }
    }
    if (byDefault) {
      reached.add(keys.size() == 1 ? keys.getFirst().value() : field);
    }
    for (Scalar key : keys) {
      boolean judged = !astray && !key.value().isEmpty() && !findings.hasErrors();
      if (judged && !reached.contains(key.value())) {
        findings.add(unreachable(key, field));
      }
    }
  }

  private static Finding unknown(Scalar named, String field, Set<String> known) {
    return Finding.of(
            CompileCodes.UNKNOWN_DOCUMENT_KEY,
            named.span(),
            "\"" + named.value() + "\" is the key of no " + field + " document")
        .withHint(Spelling.hint(named.value(), known).orElse(null));
  }

  private Finding unreachable(Scalar key, String field) {
    String name = "\"" + key.value() + "\"";
    return Finding.of(
            ExpandCodes.UNUSED,
            key.span(),
            name + " is the key of a " + field + " document that no target names")
        .withHint(
            "write "
                + field
                + ": "
                + key.value()
                + " in a target, or take what it holds into one"
                + " document with the key "
                + field);
  }

  /// Reports capabilities that belong to no target, neither by their key nor by a target's
  /// reference.
  private void checkCapabilities() {
    Set<String> known = new HashSet<>();
    for (SourceDocument document : documents.project().documents("Capabilities")) {
      known.add(document.key());
    }
    for (TargetDecl target : targets) {
      if (target.document().get("capabilities") instanceof Scalar named
          && !known.contains(named.value())
          && !known.contains("")) {
        findings.add(
            unknown(named, "capabilities", known)
                .withSeverity(Severity.WARNING)
                .withHint(
                    Spelling.nearest(named.value(), known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("procc probe measures them")));
      }
    }
  }
}
