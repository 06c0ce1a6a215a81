package dev.procc.ide.change;

import dev.procc.ide.Snapshot;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The new addresses of nodes after a change that adds none, removes none and orders none anew: the
/// nodes of both versions are compared one by one.
final class AddressChanges {
  private final Map<String, Map<String, String>> byProcess = new LinkedHashMap<>();
  private final Map<String, Set<String>> pathsByKey = new HashMap<>();

  private AddressChanges() {}

  /// The changes between two versions; null if a process of an open period is not compiled, or has
  /// other nodes.
  static @Nullable AddressChanges between(Snapshot before, Snapshot after) {
    List<CompiledProcess> old = before.lint().everywhere().processes();
    List<CompiledProcess> now = after.lint().everywhere().processes();
    Set<String> missing = new HashSet<>();
    before.project().instances().forEach(each -> missing.add(each.identity()));
    missing.removeAll(before.compilation().skipped());
    AddressChanges changes = new AddressChanges();
    boolean same = old.size() == now.size();
    for (int i = 0; same && i < old.size(); i++) {
      missing.remove(old.get(i).identity());
      same =
          old.get(i).identity().equals(now.get(i).identity())
              && changes.add(old.get(i), now.get(i));
    }
    return same && missing.isEmpty() ? changes : null;
  }

  private boolean add(CompiledProcess before, CompiledProcess after) {
    List<ResolvedNode> old = new ArrayList<>(before.resolved().nodes().values());
    List<ResolvedNode> now = new ArrayList<>(after.resolved().nodes().values());
    if (old.size() != now.size()) {
      return false;
    }
    Map<String, String> paths =
        byProcess.computeIfAbsent(
            before.resolved().decl().key().value(), key -> new LinkedHashMap<>());
    for (int i = 0; i < old.size(); i++) {
      String from = path(old.get(i));
      paths.put(from, path(now.get(i)));
      pathsByKey.computeIfAbsent(key(from), key -> new LinkedHashSet<>()).add(from);
    }
    return true;
  }

  /// The path from the root; empty for the root.
  private static String path(ResolvedNode node) {
    return node.address().substring(node.address().indexOf('/') + 1);
  }

  private static String key(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The keys of the processes.
  Set<String> processes() {
    return byProcess.keySet();
  }

  /// The new path of each node of a process that moves by itself, not with its group.
  Map<String, String> moves(String process) {
    Map<String, String> paths = byProcess.getOrDefault(process, Map.of());
    Map<String, String> moves = new LinkedHashMap<>();
    paths.forEach((from, to) -> {
      int slash = from.lastIndexOf('/');
      String group = slash < 0 ? "" : from.substring(0, slash);
      String moved = paths.getOrDefault(group, group);
      String carried = slash < 0 ? from : moved + from.substring(slash);
      if (!carried.equals(to)) {
        moves.put(from, to);
      }
    });
    return moves;
  }

  /// The new last key of the nodes with a path; null if they have none or several.
  ///
  /// @param process the key of their process; empty for any
  /// @param path with `*` for any key; after a slash if it is from the root
  @Nullable String lastKey(String process, String path) {
    Set<String> keys = new LinkedHashSet<>();
    for (String each : process.isEmpty() ? processes() : Set.of(process)) {
      Map<String, String> paths = byProcess.getOrDefault(each, Map.of());
      for (String from :
          key(path).equals("*") ? paths.keySet() : pathsByKey.getOrDefault(key(path), Set.of())) {
        String to = fits(from, path) ? paths.get(from) : null;
        if (to != null) {
          keys.add(key(to));
        }
      }
    }
    return keys.size() == 1 ? keys.iterator().next() : null;
  }

  private static boolean fits(String path, String pattern) {
    boolean whole = pattern.startsWith("/");
    String[] keys = path.split("/", -1);
    String[] wanted = (whole ? pattern.substring(1) : pattern).split("/", -1);
    if (whole ? keys.length != wanted.length : keys.length < wanted.length) {
      return false;
    }
    for (int i = 1; i <= wanted.length; i++) {
      String want = wanted[wanted.length - i];
      if (!want.equals("*") && !want.equals(keys[keys.length - i])) {
        return false;
      }
    }
    return true;
  }
}
