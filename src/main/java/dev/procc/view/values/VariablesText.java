package dev.procc.view.values;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.base.text.QuotedText;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.edit.YamlText;
import dev.procc.language.expand.variables.Variable;
import dev.procc.language.schema.NodeToJson;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// Variables of processes with their values, types and origins, as text and JSON.
public final class VariablesText {
  private VariablesText() {}

  public static SafeText render(List<CompiledProcess> processes) {
    TextPage out = new TextPage();
    for (CompiledProcess process : processes) {
      out.append(process.identity()).append('\n');
      List<Variable> variables = process.variables().toList();
      for (Variable variable : variables) {
        YamlNode value = variable.value();
        out.append("  ").append(variable.name()).append(" = ");
        out.append(TerminalText.sanitize(value == null ? "(no value)" : shown(value)));
        out.append("   ").append(variable.declaration().type());
        out.append(value == null ? "" : ", " + originText(value.origin())).append('\n');
      }
      if (variables.isEmpty()) {
        out.line("  no variables");
      }
    }
    return out.toText();
  }

  public static Json.Obj json(List<CompiledProcess> processes) {
    List<Json> all = new ArrayList<>();
    for (CompiledProcess process : processes) {
      List<Json> rows = new ArrayList<>();
      process.variables().toList().forEach(variable -> rows.add(row(variable)));
      all.add(
          Json.object()
              .put("identity", process.identity())
              .put("variables", Json.array(rows))
              .build());
    }
    return Json.object().put("processes", Json.array(all)).build();
  }

  private static Json row(Variable variable) {
    YamlNode value = variable.value();
    List<Json> others = new ArrayList<>();
    variable.overridden().forEach(origin -> others.add(Json.of(originText(origin))));
    return Json.object()
        .put("name", variable.name())
        .put("type", variable.declaration().type())
        .put("value", value == null ? Json.NULL : json(value))
        .put("origin", value == null ? "" : originText(value.origin()))
        .put("over", Json.array(others))
        .build();
  }

  private static String originText(Origin origin) {
    return switch (origin.layer()) {
      case FLAG, ENVIRONMENT -> origin.layer().label() + " " + origin.span().file().path();
      default -> origin.layer().label() + " " + origin.span().pathAndLine();
    };
  }

  /// A list or mapping as a whole; any other value as its text, whatever its type is.
  private static Json json(YamlNode value) {
    return value instanceof Scalar scalar ? Json.of(scalar.value()) : NodeToJson.toJson(value);
  }

  private static String shown(YamlNode value) {
    if (value instanceof Scalar scalar) {
      return scalar.value();
    }
    return QuotedText.cut(YamlText.flow(NodeToJson.toJson(value)), 60);
  }
}
