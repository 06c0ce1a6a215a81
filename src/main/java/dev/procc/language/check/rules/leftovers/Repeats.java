package dev.procc.language.check.rules.leftovers;

import dev.procc.language.ast.ChildDecl;
import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.check.Subject;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules about repeated values share: each node as written with what reaches it from
/// above.
final class Repeats {
  private Repeats() {}

  /// Takes a node, the defaults that reach it, the nearest first, and the calendar that does.
  @FunctionalInterface
  interface Each {
    void accept(
        ChildDecl node, String address, List<DefaultsDecl> defaults, @Nullable Scalar calendar);
  }

  /// Nodes that a template made are left out: another use of it may not repeat anything.
  static void each(Subject subject, Each each) {
    ProcessDecl process = subject.resolved().decl();
    List<DefaultsDecl> defaults = new ArrayList<>();
    if (process.defaults() != null) {
      defaults.add(process.defaults());
    }
    group(process.root(), Address.root(subject.identity()), defaults, process.calendar(), each);
  }

  private static void group(
      GroupDecl group,
      String address,
      List<DefaultsDecl> defaults,
      @Nullable Scalar calendar,
      Each each) {
    List<DefaultsDecl> inside = defaults;
    if (group.defaults() != null) {
      inside = new ArrayList<>(defaults.size() + 1);
      inside.add(group.defaults());
      inside.addAll(defaults);
    }
    Scalar counting = group.calendar() == null ? calendar : group.calendar();
    for (ChildDecl child : group.children()) {
      String at = Address.child(address, child.key().value());
      if (child.origin().from().isEmpty()) {
        each.accept(child, at, inside, counting);
      }
      if (child instanceof GroupDecl inner) {
        group(inner, at, inside, counting, each);
      }
    }
  }
}
