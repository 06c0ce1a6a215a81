package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The conversion of processes to the API's JSON and back.
///
/// ```java
/// Json.Obj body = ProcessJson.createBody(process).body();  // POST /processes
/// LiveProcess live = ProcessJson.read(response);           // GET /processes/{id}
/// ```
public final class ProcessJson {
  private ProcessJson() {}

  /// The request body that creates the process, in normal form, and the fields it cannot contain.
  public static CreateBody createBody(Process process) {
    return createBodyOfNormalized(Normalizer.normalize(process));
  }

  /// The request body for a process that is already in normal form.
  public static CreateBody createBodyOfNormalized(Process normal) {
    Map<FieldSpec, Json> writeOnly = new LinkedHashMap<>();
    for (FieldSpec field : Catalog.definable(Schema.PROCESS)) {
      Json value = normal.get(field);
      if (field.owner() == Owner.WRITE_ONLY && value != null) {
        writeOnly.put(field, value);
      }
    }
    return new CreateBody(new BodyWriter(false).processBody(normal), writeOnly);
  }

  /// A node as in a group's `children`, without ids: `{"type": "job", "job": {...}}`.
  public static Json.Obj childBody(ProcessNode node) {
    return new BodyWriter(false).childBody(node);
  }

  /// The process that GET, POST, PATCH, batchUpdates or restore returned. Jobs that the server
  /// generated are left out.
  public static LiveProcess read(Json body) throws WireException {
    return new BodyReader().readProcess(body);
  }

  /// A live process as JSON, with its ids, which is what `contentHash` hashes.
  public static Json.Obj body(Process live) {
    return new BodyWriter(true).processBody(Normalizer.normalize(live));
  }

  /// SHA-256, in hex, over the RFC 8785 form of the normalized live process.
  public static String contentHash(Process live) {
    return sha256(body(live));
  }

  /// SHA-256, in hex, over the RFC 8785 form of a value.
  public static String sha256(Json value) {
    return value.sha256();
  }

  /// The processes that GET /processes returned.
  ///
  /// @param items of all pages
  public static List<ProcessSummary> readList(List<Json.Obj> items) throws WireException {
    List<ProcessSummary> summaries = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      summaries.add(readSummary(items.get(i), "/data/" + i));
    }
    return summaries;
  }

  private static ProcessSummary readSummary(Json.Obj object, String path) throws WireException {
    String id = object.text("id").orElse("");
    if (id.isEmpty()) {
      throw new WireException(path + "/id", "missing");
    }
    if (isPresent(object.get("name")) && object.text("name").isEmpty()) {
      throw new WireException(path + "/name", "not a text");
    }
    if (isPresent(object.get("run")) && object.obj("run").isEmpty()) {
      throw new WireException(path + "/run", "not an object, so nobody knows of its runs");
    }
    return new ProcessSummary(
        id,
        object.text("name").orElse(""),
        object.integer("revision").orElse(null),
        object.text("dueDate").orElse(null),
        AuditStamp.read(object.get("modified")),
        object.obj("run").map(RunSummary::read).orElse(null));
  }

  private static boolean isPresent(@Nullable Json member) {
    return member != null && !(member instanceof Json.Null);
  }
}
