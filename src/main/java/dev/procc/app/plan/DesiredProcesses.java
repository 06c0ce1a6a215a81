package dev.procc.app.plan;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.MovedDecl;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.input.AddressMove;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.plan.input.Provenance;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import dev.procc.view.dates.DerivationJson;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The conversion of compiled processes to the planner's input.
public final class DesiredProcesses {
  private DesiredProcesses() {}

  public static DesiredProcess of(CompiledProcess compiled) {
    ResolvedProcess resolved = compiled.resolved();
    Map<String, Origin> nodes = new LinkedHashMap<>();
    boolean strict = false;
    for (ResolvedNode node : resolved.nodes().values()) {
      nodes.put(node.address(), node.origin());
      strict |= node.decl() instanceof GroupDecl group && group.order() == GroupDecl.Order.STRICT;
    }
    Map<FieldRef, Lazy<Json>> derivations = new LinkedHashMap<>();
    for (ResolvedDate date : resolved.dates().dates()) {
      if (!date.isTyped()) {
        derivations.put(date.field(), Lazy.unkept(() -> DerivationJson.of(date.derivation())));
      }
    }
    String key = resolved.decl().key().value();
    Set<ProcessFlag> flags = EnumSet.noneOf(ProcessFlag.class);
    if (resolved.decl().isProtected()) {
      flags.add(ProcessFlag.PROTECTED);
    }
    if (strict) {
      flags.add(ProcessFlag.STRICT_ORDER);
    }
    return new DesiredProcess(
        key,
        compiled.period() == null ? null : compiled.period().key().value(),
        compiled.process(),
        new Provenance(
            resolved.origins(), nodes, derivations, Lazy.from(() -> sourceHash(compiled))),
        moves(compiled),
        new DesiredProcess.Handling(
            "trash".equals(resolved.decl().onRemoval()) ? RemovalPolicy.TRASH : RemovalPolicy.KEEP,
            flags));
  }

  private static List<AddressMove> moves(CompiledProcess compiled) {
    List<AddressMove> moves = new ArrayList<>();
    for (MovedDecl moved : compiled.resolved().decl().moved()) {
      moves.add(
          new AddressMove(
              compiled.identity() + "/" + moved.from().value(),
              compiled.identity() + "/" + moved.to().value()));
    }
    return moves;
  }

  /// The hash of the definition: of all fields, write-only and absent ones included, and of all
  /// addresses.
  private static String sourceHash(CompiledProcess compiled) {
    Process process = compiled.process();
    List<Json> addresses = new ArrayList<>();
    compiled.resolved().nodes().keySet().forEach(address -> addresses.add(Json.of(address)));
    Json.Builder unshown = Json.object();
    addUnshown(compiled.identity(), process.fields(), unshown);
    addUnshown(process.root(), compiled.identity(), unshown);
    Json.Builder content =
        Json.object()
            .put("content", ProcessJson.body(process))
            .put("addresses", Json.array(addresses));
    Json.Obj rest = unshown.build();
    return ProcessJson.sha256(
        rest.members().isEmpty() ? content.build() : content.put("unshown", rest).build());
  }

  private static void addUnshown(ProcessNode node, String at, Json.Builder unshown) {
    addUnshown(at, node.fields(), unshown);
    if (node instanceof ProcessGroup group) {
      group.children().forEach(child -> addUnshown(child, at + "/" + child.key(), unshown));
    }
  }

  private static void addUnshown(String at, Map<FieldSpec, Json> fields, Json.Builder unshown) {
    fields.forEach((field, value) -> {
      if (field.owner() == Owner.WRITE_ONLY || value.equals(Json.NULL)) {
        unshown.put(at + ":" + field.name(), value);
      }
    });
  }
}
