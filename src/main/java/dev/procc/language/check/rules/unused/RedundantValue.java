package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Layer;
import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.NodeDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;

/// A value on a node that equals its default.
public final class RedundantValue extends ProcessRule {
  public RedundantValue() {
    super(Code.info("PC604", "redundant-value"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (InheritedValues inherited : InheritedValues.all(process)) {
      if (!inherited.defaults().isEmpty()) {
        checkNode(inherited, findings);
      }
    }
  }

  private void checkNode(InheritedValues inherited, Findings findings) {
    NodeDecl node = inherited.node();
    String kind = node instanceof JobDecl job ? job.kind().name() : "group";
    for (Map.Entry<FieldSpec, YamlNode> field : node.fields().entrySet()) {
      if (!(field.getValue() instanceof Scalar written)
          || field.getKey().required()
          || written.origin().layer() != Layer.WRITTEN) {
        continue;
      }
      String name = field.getKey().name();
      for (DefaultsDecl all : inherited.defaults()) {
        YamlNode given = all.find(kind, name);
        if (given != null) {
          if (given instanceof Scalar same && isAlwaysEqual(written, same)) {
            findings.add(finding(name, written, same, inherited.address()));
          }
          break;
        }
      }
    }
  }

  /// Whether two values are equal for every target and in every period: both are free of variables,
  /// or written alike.
  private static boolean isAlwaysEqual(Scalar written, Scalar given) {
    boolean fixed = written.origin().inputs().isEmpty() && given.origin().inputs().isEmpty();
    return written.value().equals(given.value())
        && written.isNull() == given.isNull()
        && (fixed || text(written).equals(text(given)));
  }

  /// The text of a value, without its quotes.
  private static String text(Scalar scalar) {
    String text = scalar.span().text();
    boolean quoted = text.startsWith("\"") || text.startsWith("'");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private Finding finding(String name, Scalar written, Scalar given, String address) {
    String value = written.origin().inputs().isEmpty() ? written.value() : text(written);
    Finding finding =
        Finding.of(
                code(),
                written.span(),
                "\"" + name + ": " + value + "\" is the default here anyway")
            .withLabel(given.span(), "the default")
            .withHint("remove it, so that a change of the default reaches the node")
            .withAddress(address + ":" + name);
    TextEdit removal = RemovalEdits.field(name, written.span());
    return removal == null ? finding : finding.withFix(Fix.safe("remove it", removal));
  }
}
