package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Layer;
import dev.procc.language.ast.ChildDecl;
import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.Removal;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.catalog.Field;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A value on a node that its defaults give it anyway.
public final class RedundantValue implements ProcessRule {
  private static final Code CODE = Code.info("PC604", "redundant-value");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Repeats.each(
        subject,
        (node, address, defaults, calendar) -> {
          if (!defaults.isEmpty()) {
            node(node, address, defaults, report);
          }
        });
  }

  private static void node(
      ChildDecl node, String address, List<DefaultsDecl> defaults, Consumer<Diagnostic> report) {
    String kind = node instanceof JobDecl job ? job.kind().name() : "group";
    for (Map.Entry<Field, Node> field : node.fields().entrySet()) {
      if (!(field.getValue() instanceof Scalar written)
          || field.getKey().required()
          || written.origin().layer() != Layer.WRITTEN) {
        continue;
      }
      String name = field.getKey().name();
      for (DefaultsDecl all : defaults) {
        Node given = all.of(kind, name);
        if (given != null) {
          if (given instanceof Scalar same
              && same.value().equals(written.value())
              && same.isNull() == written.isNull()) {
            report.accept(found(name, written, same, address));
          }
          break;
        }
      }
    }
  }

  private static Diagnostic found(String name, Scalar written, Scalar given, String address) {
    Diagnostic found =
        Diagnostic.of(
                CODE,
                written.span(),
                "\"" + name + ": " + written.value() + "\" is the default here anyway")
            .withLabel(given.span(), "the default")
            .withHint("remove it, so that a change of the default reaches the node")
            .withAddress(address + ":" + name);
    Edit removal = Removal.field(name, written.span());
    return removal == null ? found : found.withFix(Fix.safe("remove it", removal));
  }
}
