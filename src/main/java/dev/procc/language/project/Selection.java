package dev.procc.language.project;

import dev.procc.base.finding.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a project a command is about.
///
/// A selector is a path (a file, or a folder with all in it), a key of a process, `key@period`, or
/// a glob (`*`, `?`, `**`) over identities, keys and paths.
///
/// @param instances the processes, by identity
/// @param documents the documents that were named by their files, of any kind
/// @param unmatched selectors with nothing behind them
public record Selection(
    List<ProcessInstance> instances,
    List<SourceDocument> documents,
    List<UnmatchedSelector> unmatched) {
  public Selection {
    instances = List.copyOf(instances);
    documents = List.copyOf(documents);
    unmatched = List.copyOf(unmatched);
  }

  /// A selector with nothing behind it.
  ///
  /// @param hint the nearest known word, when there is one
  public record UnmatchedSelector(String selector, @Nullable String hint) {}

  /// Whether anything was found: nothing is exit 7.
  public boolean isEmpty() {
    return instances.isEmpty() && documents.isEmpty();
  }

  /// Selects from a project; no selectors select all.
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
      boolean known = byPath(project, all, selector, instances, documents);
      known |= byKey(all, selector, instances);
      if (!known && before == instances.size() + documents.size()) {
        unmatched.add(
            new UnmatchedSelector(
                selector, Spelling.nearest(selector, knownSelectors(all)).orElse(null)));
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
        || (isGlob(selector) && matches(selector, path));
  }

  private static boolean byKey(
      List<ProcessInstance> all, String selector, Set<ProcessInstance> instances) {
    boolean any = false;
    for (ProcessInstance instance : all) {
      String key = instance.process().key();
      String identity = instance.identity();
      boolean same =
          isGlob(selector)
              ? matches(selector, key) || matches(selector, identity)
              : selector.equals(key) || selector.equals(identity);
      if (same) {
        any = true;
        instances.add(instance);
      }
    }
    return any;
  }

  private static List<String> knownSelectors(List<ProcessInstance> all) {
    Set<String> words = new LinkedHashSet<>();
    for (ProcessInstance instance : all) {
      words.add(instance.process().key());
      words.add(instance.identity());
    }
    return List.copyOf(words);
  }

  private static boolean isGlob(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /// `*` is any text without `/`, `**` any text, `?` one character.
  static boolean matches(String glob, String text) {
    int g = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    boolean deep = false;
    while (t < text.length()) {
      char c = g < glob.length() ? glob.charAt(g) : '\0';
      if (c == '*') {
        deep = g + 1 < glob.length() && glob.charAt(g + 1) == '*';
        g += deep ? 2 : 1;
        star = g;
        mark = t;
      } else if (g < glob.length()
          && (c == text.charAt(t) || (c == '?' && text.charAt(t) != '/'))) {
        g++;
        t++;
      } else if (star >= 0 && (deep || text.charAt(mark) != '/')) {
        mark++;
        t = mark;
        g = star;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
