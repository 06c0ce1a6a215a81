package dev.procc.language.check.rules.unused;

import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.NodeDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node as written, with the values that it inherits.
///
/// @param defaults that apply to it, the nearest first
/// @param calendar the name of the calendar that it inherits; null if there is none
record InheritedValues(
    NodeDecl node, String address, List<DefaultsDecl> defaults, @Nullable Scalar calendar) {
  /// All nodes of a process except those from templates, since another use of the template may
  /// inherit other values.
  static List<InheritedValues> all(ProcessContext process) {
    ProcessDecl decl = process.resolved().decl();
    List<DefaultsDecl> defaults = decl.defaults() == null ? List.of() : List.of(decl.defaults());
    List<InheritedValues> nodes = new ArrayList<>();
    String root = Address.root(process.identity());
    addChildren(
        decl.root(), new InheritedValues(decl.root(), root, defaults, decl.calendar()), nodes);
    return nodes;
  }

  private static void addChildren(
      GroupDecl group, InheritedValues of, List<InheritedValues> nodes) {
    List<DefaultsDecl> inside = of.defaults;
    if (group.defaults() != null) {
      inside = new ArrayList<>(of.defaults.size() + 1);
      inside.add(group.defaults());
      inside.addAll(of.defaults);
    }
    Scalar calendar = group.calendar() == null ? of.calendar : group.calendar();
    for (NodeDecl child : group.children()) {
      String at = Address.child(of.address, child.key().value());
      InheritedValues inherited = new InheritedValues(child, at, inside, calendar);
      if (child.origin().inputs().isEmpty()) {
        nodes.add(inherited);
      }
      if (child instanceof GroupDecl inner) {
        addChildren(inner, inherited, nodes);
      }
    }
  }
}
