package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The OpenAPI description of the API as a check of requests and answers. It is closed: a member
/// that the description does not contain is an error.
public final class OpenApiContract {
  private static final int LARGEST = 20_000;
  private static final String REF = "#/components/schemas/";
  public static final Json.Obj DOCUMENT = read();
  private static final Json.Obj DEFINITIONS = definitions();
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private OpenApiContract() {}

  private static Json.Obj read() {
    try {
      return (Json.Obj)
          LocalEmulator.json(Files.readString(Path.of("schemas/processes.openapi.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json.Obj definitions() {
    Json.Obj schemas = inside(DOCUMENT, "components", "schemas");
    return (Json.Obj) closed(schemas);
  }

  private static Json.Obj inside(Json.Obj from, String... names) {
    Json.Obj at = from;
    for (String name : names) {
      at = at.obj(name).orElse(Json.Obj.EMPTY);
    }
    return at;
  }

  /// The same schema with local references and no additional properties.
  private static Json closed(Json value) {
    if (value instanceof Json.Arr array) {
      return Json.array(array.items().stream().map(OpenApiContract::closed).toList());
    }
    if (!(value instanceof Json.Obj object)) {
      return value;
    }
    Map<String, Json> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, closed(member)));
    if (members.get("$ref") instanceof Json.Str ref) {
      members.put("$ref", Json.of(ref.value().replace(REF, "#/$defs/")));
    }
    boolean named = Json.of("object").equals(members.get("type"));
    boolean full = !inside(object, "properties").members().isEmpty();
    if (named && full && !members.containsKey("additionalProperties")) {
      members.put("additionalProperties", Json.of(false));
    }
    return new Json.Obj(members);
  }

  /// The path of the description that an address belongs to; empty if there is none.
  private static String template(String path) {
    String[] given = path.split("/", -1);
    for (String template : DOCUMENT.obj("paths").orElseThrow().members().keySet()) {
      String[] wanted = template.split("/", -1);
      boolean same = wanted.length == given.length;
      for (int i = 0; same && i < wanted.length; i++) {
        same = wanted[i].startsWith("{") || wanted[i].equals(given[i]);
      }
      if (same) {
        return template;
      }
    }
    return "";
  }

  /// Fails if an answer does not match the description for its status.
  static void answer(String method, String path, int status, String body) {
    String template = template(path);
    Json.Obj operation = inside(DOCUMENT, "paths", template, method.toLowerCase(Locale.ROOT));
    if (template.isEmpty() || operation.members().isEmpty() || body.length() > LARGEST) {
      return;
    }
    Json.Obj response = inside(operation, "responses", Integer.toString(status));
    if (response.text("$ref").isPresent()) {
      String name = response.text("$ref").orElseThrow();
      response =
          inside(DOCUMENT, "components", "responses", name.substring(name.lastIndexOf('/') + 1));
    }
    String what = method + " " + template + " " + status;
    assertEquals(false, response.members().isEmpty(), what + " is not described");
    fits(what, inside(response, "content", "application/json", "schema"), body);
  }

  /// Fails if a request does not match the description.
  public static void request(String method, String template, String type, String body) {
    Json.Obj operation = inside(DOCUMENT, "paths", template, method.toLowerCase(Locale.ROOT));
    Json.Obj schema = inside(operation, "requestBody", "content", type, "schema");
    assertEquals(false, schema.members().isEmpty(), method + " " + template + " takes no " + type);
    fits(method + " " + template, schema, body);
  }

  private static void fits(String what, Json.Obj schema, String body) {
    if (schema.members().isEmpty()) {
      assertEquals("", body, what);
      return;
    }
    List<?> faults =
        SCHEMAS.computeIfAbsent(what, w -> schema(schema)).validate(body, InputFormat.JSON);
    assertEquals(List.of(), faults, what + ": " + body);
  }

  private static Schema schema(Json.Obj root) {
    Json.Obj whole = ((Json.Obj) closed(root)).with("$defs", DEFINITIONS);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.write(), InputFormat.JSON);
  }
}
