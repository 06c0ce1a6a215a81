package dev.procc.app.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Occurrences;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The titles of tasks and names of groups that findings are about.
public final class NodeTitles {
  private final Compilation compilation;
  // Records of several processes are written in parallel.
  private final Map<String, ProcessTree> trees = new ConcurrentHashMap<>();

  public NodeTitles(Compilation compilation) {
    this.compilation = compilation;
  }

  /// `Explain flux, United States; Explain flux, EMEA and 3 more`; empty if it is not about a node
  /// with a name.
  public String about(Finding finding) {
    Occurrences places = finding.occurrences();
    String address = finding.address();
    List<String> addresses =
        places != null ? places.examples() : address == null ? List.of() : List.of(address);
    List<String> titles = new ArrayList<>();
    for (String each : addresses) {
      String title = title(each);
      if (!title.isEmpty() && !titles.contains(title)) {
        titles.add(title);
      }
    }
    int left = finding.count() - addresses.size();
    return String.join("; ", titles)
        + (titles.isEmpty() || left == 0 ? "" : " and " + left + " more");
  }

  /// The title of the node with an address, or of a field's node; empty if there is none.
  public String title(String address) {
    int colon = address.indexOf(':');
    String node = colon < 0 ? address : address.substring(0, colon);
    int slash = node.indexOf('/');
    if (slash < 0) {
      return "";
    }
    ProcessTree tree = tree(node.substring(0, slash));
    ProcessTree.PlacedNode place = tree == null ? null : tree.get(node);
    return place == null ? "" : NodeMatcher.nodeName(place.node());
  }

  private @Nullable ProcessTree tree(String identity) {
    return trees.computeIfAbsent(identity, this::find);
  }

  private @Nullable ProcessTree find(String identity) {
    CompiledProcess process = compilation.process(identity);
    return process == null ? null : ProcessTree.ofDefinition(process.process());
  }
}
