package dev.procc.live.planfile.format;

import dev.procc.base.file.InputFile;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.planfile.LoosenedGuard;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.wire.ProcessJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The plan file: JSON, published as `schemas/plan.schema.json`. It contains no secrets.
///
/// It is read strictly: an unknown member, another `formatVersion` or a hash that does not match
/// its content is refused, because exactly what was approved must happen.
public final class PlanFile {
  private static final String FILE_HASH = "fileHash";

  /// The members that the hash of the file leaves out: the time of the plan, and the URL of the
  /// API, whose origin is in the hash of each process.
  private static final List<String> UNHASHED = List.of(FILE_HASH, "createdAt", "apiUrl");

  private PlanFile() {}

  /// The JSON of a plan.
  public static Json.Obj toJson(Plan plan) {
    Json.Obj content = RecordMembers.write(plan, PlanFormat::plan);
    Json.Builder file = Json.object();
    content.members().forEach(file::put);
    return file.put(FILE_HASH, hash(content)).build();
  }

  /// The JSON of the plan of one process, as in the file.
  public static Json.Obj toJson(ProcessPlan process) {
    return RecordMembers.write(process, PlanFormat::process);
  }

  /// The JSON of loosened guards, as in the file.
  public static Json toJson(List<LoosenedGuard> guards) {
    return PlanFormat.LOOSENED_GUARDS.writer().apply(guards);
  }

  /// The hash of everything that a plan shows: changes, refusals, warnings, lifted refusals.
  private static String hash(Json.Obj content) {
    Json.Obj hashed = content;
    for (String member : UNHASHED) {
      hashed = hashed.without(member);
    }
    return ProcessJson.sha256(hashed);
  }

  /// The text of the file. Where it would be larger than what is read back, it leaves out how dates
  /// came about, which no apply needs.
  public static String write(Plan plan) {
    return write(plan, InputFile.DATA_LIMIT);
  }

  /// @param most the bytes that are read back
  static String write(Plan plan, int most) {
    StringBuilder text = new StringBuilder();
    AtomicLong bytes = new AtomicLong();
    toJson(plan)
        .pretty(part -> {
          if (bytes.addAndGet(part.getBytes(StandardCharsets.UTF_8).length) <= most) {
            text.append(part);
          }
        });
    return bytes.get() <= most ? text.toString() : toJson(plan.withoutDerivations()).pretty();
  }

  /// Whether the text of a file is small enough to be read back.
  public static boolean isReadBack(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= InputFile.DATA_LIMIT;
  }

  /// The plan in the text of a file.
  ///
  /// @param file the name of the text in messages
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
    Json content = json;
    if (json instanceof Json.Obj object) {
      String version = object.text("formatVersion").orElse("");
      if (!version.equals(PlanFormat.VERSION)) {
        throw new PlanFileException(
            "formatVersion: \""
                + version
                + "\" is not "
                + PlanFormat.VERSION
                + ", plan again with this procc");
      }
      content = object.without(FILE_HASH);
    }
    Plan plan = PlanFormat.PLAN.read(content, "");
    for (ProcessPlan process : plan.processes()) {
      String hash = PlanHash.of(plan.header(), process, plan.names());
      if (!process.hash().isEmpty() && !hash.equals(process.hash())) {
        throw new PlanFileException(
            process.identity()
                + ": hash: it is not the hash of what is planned, the file was changed");
      }
    }
    if (json instanceof Json.Obj object
        && !object.text(FILE_HASH).orElse("").equals(hash(object))) {
      throw new PlanFileException(
          FILE_HASH + ": it is not the hash of what the plan shows, the file was changed");
    }
    return plan;
  }
}
