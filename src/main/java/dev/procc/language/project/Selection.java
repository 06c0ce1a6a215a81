package dev.procc.language.project;

import dev.procc.base.finding.Spelling;
import dev.procc.base.text.Glob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The selected part of a project.
///
/// A selector is a path (a file, or a folder with everything in it), the key of a process,
/// `key@period`, or a glob (`*`, `?`, `**`) for identities, keys and paths. A word that is a key is
/// not the folder of that name, which is written `close/`.
///
/// @param instances the processes, by identity
/// @param documents the documents selected by their files, of any kind
/// @param unmatched selectors that match nothing
public record Selection(
    List<ProcessInstance> instances,
    List<SourceDocument> documents,
    List<UnmatchedSelector> unmatched) {
  public Selection {
    instances = List.copyOf(instances);
    documents = List.copyOf(documents);
    unmatched = List.copyOf(unmatched);
  }

  /// A selector that matches nothing.
  ///
  /// @param hint the nearest known word, or all; null if there is none
  public record UnmatchedSelector(String selector, @Nullable String hint) {}

  /// Whether nothing is selected, which is exit code 7.
  public boolean isEmpty() {
    return instances.isEmpty() && documents.isEmpty();
  }

  /// Selects from a project; everything if there are no selectors.
  public static Selection of(Project project, List<String> selectors) {
    List<ProcessInstance> all = project.instances();
    if (selectors.isEmpty()) {
      return new Selection(all, project.documents(), List.of());
    }
    Set<ProcessInstance> instances = new LinkedHashSet<>();
    Set<SourceDocument> documents = new LinkedHashSet<>();
    List<UnmatchedSelector> unmatched = new ArrayList<>();
    for (String selector : selectors) {
      int before = instances.size() + documents.size();
      boolean known = byKey(all, selector, instances);
      if (!known || Glob.isPattern(selector)) {
        known |= byPath(project, all, selector, instances, documents);
      }
      if (!known && before == instances.size() + documents.size()) {
        unmatched.add(new UnmatchedSelector(selector, hint(all, selector)));
      }
    }
    List<ProcessInstance> sorted = new ArrayList<>();
    for (ProcessInstance instance : all) {
      if (instances.contains(instance)) {
        sorted.add(instance);
      }
    }
    return new Selection(sorted, new ArrayList<>(documents), unmatched);
  }

  private static boolean byPath(
      Project project,
      List<ProcessInstance> all,
      String selector,
      Set<ProcessInstance> instances,
      Set<SourceDocument> documents) {
    boolean any = false;
    for (SourceDocument document : project.documents()) {
      if (isAt(document.path(), selector)) {
        any = true;
        documents.add(document);
        for (ProcessInstance instance : all) {
          if (instance.process() == document || instance.period() == document) {
            instances.add(instance);
          }
        }
      }
    }
    return any;
  }

  private static boolean isAt(String path, String selector) {
    return path.equals(selector)
        || path.startsWith(selector.endsWith("/") ? selector : selector + "/")
        || (Glob.isPattern(selector) && Glob.matches(selector, path, "/"));
  }

  private static boolean byKey(
      List<ProcessInstance> all, String selector, Set<ProcessInstance> instances) {
    boolean any = false;
    for (ProcessInstance instance : all) {
      String key = instance.process().key();
      String identity = instance.identity();
      boolean same =
          Glob.isPattern(selector)
              ? Glob.matches(selector, key, "/") || Glob.matches(selector, identity, "/")
              : selector.equals(key) || selector.equals(identity);
      if (same) {
        any = true;
        instances.add(instance);
      }
    }
    return any;
  }

  /// For the key of a period the pattern of its processes; else what was meant.
  private static @Nullable String hint(List<ProcessInstance> all, String selector) {
    for (ProcessInstance instance : all) {
      if (instance.period() != null && selector.equals(instance.period().key())) {
        return "all processes of the period: '*@" + selector + "'";
      }
    }
    return Spelling.hint(selector, knownSelectors(all)).orElse(null);
  }

  private static List<String> knownSelectors(List<ProcessInstance> all) {
    Set<String> words = new LinkedHashSet<>();
    for (ProcessInstance instance : all) {
      words.add(instance.process().key());
      words.add(instance.identity());
    }
    return List.copyOf(words);
  }
}
