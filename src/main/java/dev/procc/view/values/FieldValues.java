package dev.procc.view.values;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.text.QuotedText;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.expand.variables.Variable;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of the fields of a compiled process, with the texts that each is made of.
public final class FieldValues {
  private static final int MAX_EXCERPT = 60;

  private FieldValues() {}

  /// A text that went into a value.
  ///
  /// @param label of its role, `written here`
  /// @param excerpt its first words
  public record ValueLayer(String label, Origin origin, String excerpt) {}

  /// The value of a field as it is sent; null if it has none.
  public static @Nullable Json value(CompiledProcess process, FieldRef ref) {
    ResolvedNode node = process.resolved().nodes().get(ref.address());
    var fields = node == null ? process.process().fields() : node.node().fields();
    for (var entry : fields.entrySet()) {
      if (entry.getKey().name().equals(ref.field())) {
        return entry.getValue();
      }
    }
    return null;
  }

  /// The texts that went into a value, the one that makes it first; after each, those over which it
  /// takes precedence.
  public static List<ValueLayer> layers(CompiledProcess process, Origin origin) {
    Map<Origin, List<Origin>> hidden = hiddenLayers(process);
    List<ValueLayer> layers = new ArrayList<>();
    for (Origin layer : origin.reachable()) {
      layers.add(new ValueLayer(layer.layer().label(), layer, excerpt(layer)));
      for (Origin other : hidden.getOrDefault(layer, List.of())) {
        layers.add(new ValueLayer(Layer.OVERRIDDEN.label(), other, excerpt(other)));
      }
    }
    return layers;
  }

  /// The texts over which the value of a variable takes precedence, by its own text.
  private static Map<Origin, List<Origin>> hiddenLayers(CompiledProcess process) {
    Map<Origin, List<Origin>> hidden = new IdentityHashMap<>();
    for (Variable variable : process.variables().toList()) {
      YamlNode value = variable.value();
      if (value != null) {
        hidden.put(value.origin(), variable.overridden());
      }
    }
    return hidden;
  }

  private static String excerpt(Origin layer) {
    return QuotedText.cut(layer.span().text().strip().replaceAll("\\s+", " "), MAX_EXCERPT);
  }

  /// `due date of "Reconcile AR" (Sam Okafor)`.
  public static String subject(CompiledProcess process, ResolvedDate date) {
    FieldRole role = date.role();
    String label = role == FieldRole.OTHER ? date.field().field() : role.noun();
    ResolvedNode node = process.resolved().nodes().get(date.field().address());
    if (node == null) {
      return label + " of " + process.identity();
    }
    PersonDecl person = node.responsible(role);
    return label
        + " of \""
        + node.display()
        + "\""
        + (person == null ? "" : " (" + person.displayName() + ")");
  }
}
