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

/// What the rules about repeated values share: each node as written with what reaches it from
/// above.
final class InheritedValues {
  private InheritedValues() {}

  /// Takes a node, the defaults that reach it, the nearest first, and the calendar that does.
  @FunctionalInterface
  interface InheritedValuesVisitor {
    void accept(
        NodeDecl node, String address, List<DefaultsDecl> defaults, @Nullable Scalar calendar);
  }

  /// Nodes that a template made are left out: another use of it may not repeat anything.
  static void forEachNode(ProcessContext process, InheritedValuesVisitor visitor) {
    ProcessDecl decl = process.resolved().decl();
    List<DefaultsDecl> defaults = new ArrayList<>();
    if (decl.defaults() != null) {
      defaults.add(decl.defaults());
    }
    visitGroup(decl.root(), Address.root(process.identity()), defaults, decl.calendar(), visitor);
  }

  private static void visitGroup(
      GroupDecl group,
      String address,
      List<DefaultsDecl> defaults,
      @Nullable Scalar calendar,
      InheritedValuesVisitor visitor) {
    List<DefaultsDecl> inside = defaults;
    if (group.defaults() != null) {
      inside = new ArrayList<>(defaults.size() + 1);
      inside.add(group.defaults());
      inside.addAll(defaults);
    }
    Scalar effectiveCalendar = group.calendar() == null ? calendar : group.calendar();
    for (NodeDecl child : group.children()) {
      String at = Address.child(address, child.key().value());
      if (child.origin().inputs().isEmpty()) {
        visitor.accept(child, at, inside, effectiveCalendar);
      }
      if (child instanceof GroupDecl inner) {
        visitGroup(inner, at, inside, effectiveCalendar, visitor);
      }
    }
  }
}
