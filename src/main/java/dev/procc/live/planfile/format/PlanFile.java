package dev.procc.live.planfile.format;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import java.util.List;

/// The plan file: JSON, published as `schemas/plan.schema.json`. It holds no secrets.
///
/// It is read strictly: an unknown member, another `formatVersion` or a hash that does not fit its
/// content is refused, because what was approved is what must happen.
public final class PlanFile {
  /// The versions it reads: a minor one adds members, so an older plan lacks them.
  private static final List<String> READABLE_VERSIONS = List.of("1.0", PlanFormat.VERSION);

  private PlanFile() {}

  /// The JSON of a plan.
  public static Json.Obj toJson(Plan plan) {
    return RecordMembers.write(plan, PlanFormat::plan);
  }

  /// The text of the file.
  public static String write(Plan plan) {
    return toJson(plan).pretty();
  }

  /// The plan in the text of a file.
  ///
  /// @param file what to call the text in a message
  public static Plan read(String file, String text) throws PlanFileException {
    try {
      return fromJson(JsonReader.read(text));
    } catch (JsonException e) {
      throw new PlanFileException(
          file + ":" + e.line() + ":" + e.column() + ": not JSON: " + e.getMessage(), e);
    } catch (PlanFileException e) {
      throw new PlanFileException(file + ": " + e.getMessage(), e);
    }
  }

  /// A plan from its JSON.
  public static Plan fromJson(Json json) throws PlanFileException {
    String version =
        json instanceof Json.Obj object
            ? object.text("formatVersion").orElse("")
            : PlanFormat.VERSION;
    if (!READABLE_VERSIONS.contains(version)) {
      throw new PlanFileException(
          "formatVersion: \""
              + version
              + "\" is not "
              + String.join(" or ", READABLE_VERSIONS)
              + ", plan again with this procc");
    }
    Plan plan = PlanFormat.PLAN.read(json, "");
    for (ProcessPlan process : plan.processes()) {
      String hash =
          PlanHash.of(plan.header(), process.process(), process.live(), process.operations());
      if (!process.hash().isEmpty() && !hash.equals(process.hash())) {
        throw new PlanFileException(
            process.identity()
                + ": hash: it is not the hash of what is planned, the file was changed");
      }
    }
    return plan;
  }
}
