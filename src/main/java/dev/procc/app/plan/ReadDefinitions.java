package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The check that definitions can be read, for what is carried out although they have errors: a
/// saved plan, a resume, a process put into the bin. A value that does not compile says nothing
/// about what they protect, freeze or close; a text that is not read may say it.
public final class ReadDefinitions {
  private static final Set<String> OF_EVERY_PROCESS = Set.of("Project", "Period", "Capabilities");

  private ReadDefinitions() {}

  /// Checks that every document could be read as what it is.
  ///
  /// @throws Failure `REFUSED` with the first error
  public static void require(Compilation compilation) throws Failure {
    refuse(errors(compilation));
  }

  /// Checks that every document could be read that may say something about some processes. One that
  /// is surely the definition of another, or a template, says nothing about them.
  ///
  /// @param words keys or identities
  /// @throws Failure `REFUSED` with the first error
  public static void require(Compilation compilation, Collection<String> words) throws Failure {
    List<Finding> errors = errors(compilation);
    if (!errors.isEmpty()) {
      Set<String> keys = new HashSet<>();
      words.forEach(word -> keys.add(key(word)));
      Set<String> others = filesOfOthers(compilation, keys, errors);
      errors.removeIf(error -> error.span() != null && others.contains(path(error)));
    }
    refuse(errors);
  }

  private static String key(String word) {
    int end = word.indexOf('@');
    return end < 0 ? word : word.substring(0, end);
  }

  private static String path(Finding error) {
    Span span = error.span();
    return span == null ? "" : span.file().path();
  }

  private static List<Finding> errors(Compilation compilation) {
    List<Finding> errors = new ArrayList<>(compilation.project().findings());
    for (SourceDocument document : compilation.project().documents()) {
      errors.addAll(document.structureFindings());
    }
    errors.removeIf(finding -> finding.severity() != Severity.ERROR);
    errors.sort(Finding.READING_ORDER);
    return errors;
  }

  /// The files with a single document each, whose kind and key are beyond doubt and concern other
  /// processes alone.
  private static Set<String> filesOfOthers(
      Compilation compilation, Set<String> keys, List<Finding> errors) {
    Set<String> others = new HashSet<>();
    Set<String> doubtful = new HashSet<>();
    for (Finding error : errors) {
      if (error.code() == YamlCodes.DUPLICATE_KEY && isNamed(error.span())) {
        doubtful.add(path(error));
      }
    }
    for (SourceDocument document : compilation.project().documents()) {
      if (!isOfOthers(document, keys) || !others.add(document.path())) {
        doubtful.add(document.path());
      }
    }
    others.removeAll(doubtful);
    return others;
  }

  /// Whether the key that is there twice says which document it is.
  private static boolean isNamed(@Nullable Span twice) {
    String text = twice == null ? "" : twice.text();
    return twice == null || text.contains("key") || text.contains("kind");
  }

  private static boolean isOfOthers(SourceDocument document, Set<String> keys) {
    return document.mapping().get("kind") instanceof Scalar kind
        && kind.value().equals(document.kind())
        && !OF_EVERY_PROCESS.contains(kind.value())
        && !document.key().isEmpty()
        && !(kind.value().equals("Process") && keys.contains(document.key()))
        && document.file().text().indexOf("\n---", document.keySpan().start()) < 0;
  }

  private static void refuse(List<Finding> errors) throws Failure {
    if (errors.isEmpty()) {
      return;
    }
    Span first = errors.getFirst().span();
    throw Failure.refused(
        "the definitions cannot be read as a whole, so nobody knows what they protect, freeze or"
            + " close: "
            + (first == null ? "" : first.pathAndLine() + ": ")
            + errors.getFirst().message()
            + (errors.size() == 1 ? "" : ", and " + Plural.of(errors.size() - 1, "more error")),
        "procc lint shows each");
  }
}
