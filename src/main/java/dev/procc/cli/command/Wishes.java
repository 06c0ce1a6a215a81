package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.MovedDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.resolve.Resolved;
import dev.procc.language.yaml.Scalar;
import dev.procc.live.ledger.OnRemoval;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Move;
import dev.procc.live.plan.Names;
import dev.procc.live.planfile.Later;
import dev.procc.live.wire.Wire;
import dev.procc.model.duedate.ResolvedDate;
import dev.procc.view.report.DerivationJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compiled processes as the planner wants them.
final class Wishes {
  private Wishes() {}

  static Desired of(CompiledProcess compiled) {
    Resolved resolved = compiled.resolved();
    Map<String, Origin> nodes = new LinkedHashMap<>();
    boolean strict = false;
    for (NodeInfo node : resolved.nodes().values()) {
      nodes.put(node.address(), node.origin());
      strict |= node.decl() instanceof GroupDecl group && group.strictOrder();
    }
    Map<FieldRef, Later<Json>> derivations = new LinkedHashMap<>();
    for (ResolvedDate date : resolved.dates().dates()) {
      if (!date.typed()) {
        derivations.put(date.field(), Later.by(() -> DerivationJson.of(date.derivation())));
      }
    }
    String key = resolved.decl().key().value();
    return new Desired(
        key,
        compiled.period() == null ? null : compiled.period().key().value(),
        compiled.process(),
        resolved.origins(),
        nodes,
        derivations,
        moves(compiled),
        resolved.decl().protect(),
        resolved.decl().trashOnRemoval() ? OnRemoval.TRASH : OnRemoval.KEEP,
        strict,
        compiled.closed(),
        Later.by(() -> sourceHash(compiled)));
  }

  private static List<Move> moves(CompiledProcess compiled) {
    List<Move> moves = new ArrayList<>();
    for (MovedDecl moved : compiled.resolved().decl().moved()) {
      moves.add(
          new Move(
              compiled.identity() + "/" + moved.from().value(),
              compiled.identity() + "/" + moved.to().value()));
    }
    return moves;
  }

  /// A hash of what the definition says: of every field, and of every address.
  private static String sourceHash(CompiledProcess compiled) {
    List<Json> addresses = new ArrayList<>();
    compiled.resolved().nodes().keySet().forEach(address -> addresses.add(Json.of(address)));
    return Wire.sha256(
        Json.object()
            .put("content", Wire.content(compiled.process()))
            .put("addresses", Json.array(addresses))
            .build());
  }

  /// What people call the ids that the definitions use.
  static Names names(List<CompiledProcess> processes) {
    Map<String, String> people = new LinkedHashMap<>();
    Map<String, String> documents = new LinkedHashMap<>();
    for (CompiledProcess compiled : processes) {
      PeopleDecl known = compiled.around().people();
      if (known != null) {
        for (PersonDecl person : known.people().values()) {
          people.putIfAbsent(person.id().value(), person.display());
        }
      }
      DocumentsDecl named = compiled.around().documents();
      if (named != null) {
        for (DocumentDecl document : named.documents().values()) {
          Scalar id = document.id();
          if (id != null) {
            documents.putIfAbsent(id.value(), document.display());
          }
          for (Map.Entry<String, Scalar> section : document.sections().entrySet()) {
            documents.putIfAbsent(section.getValue().value(), section.getKey());
          }
        }
      }
    }
    return new Names(people, documents);
  }
}
