package dev.procc.view.schema;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.language.schema.OpenApiComparison;
import dev.procc.language.schema.OpenApiDifference;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// The comparison of an OpenAPI description with what procc knows of the API, as text and JSON.
public final class OpenApiText {
  private OpenApiText() {}

  public static SafeText render(OpenApiComparison comparison) {
    TextPage out = new TextPage();
    for (OpenApiDifference difference : comparison.differences()) {
      out.append(difference.place()).append(": ").append(describe(difference)).append('\n');
    }
    int count = comparison.differences().size();
    if (count > 0) {
      out.append('\n');
    }
    out.append(Plural.of(count, "difference"));
    out.append(". ");
    out.append("Fields compared: ").append(comparison.compared());
    out.append("; guesses confirmed: ").append(comparison.confirmed().size()).append('\n');
    return out.toText();
  }

  private static String describe(OpenApiDifference difference) {
    return switch (difference.kind()) {
      case MISSING -> "procc knows " + difference.table() + ", the file has " + difference.file();
      case UNCONFIRMED ->
          "procc guesses " + difference.table() + ", the file has " + difference.file();
      case UNKNOWN -> "procc knows " + difference.table() + ", the file has " + difference.file();
      case TYPE, REQUIRED ->
          difference.table() + " for procc, " + difference.file() + " in the file";
    };
  }

  public static Json.Obj json(OpenApiComparison comparison) {
    List<Json> differences = new ArrayList<>();
    for (OpenApiDifference difference : comparison.differences()) {
      differences.add(
          Json.object()
              .put("place", difference.place())
              .put("kind", difference.kind().label())
              .put("table", difference.table())
              .put("file", difference.file())
              .build());
    }
    return Json.object()
        .put(
            "summary",
            Json.object()
                .put("differences", differences.size())
                .put("compared", comparison.compared())
                .put("confirmed", comparison.confirmed().size())
                .build())
        .put("differences", Json.array(differences))
        .put("confirmed", Json.texts(comparison.confirmed()))
        .build();
  }
}
