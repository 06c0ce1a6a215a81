package dev.procc.ide.change;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.KnownNames;
import dev.procc.ide.names.NameIndex;
import dev.procc.ide.names.Occurrence;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.SourceDocument;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A trial of a rename: the project is compiled with its edits, to learn which nodes get another
/// address, and that nothing else changes.
final class RenameTrial {
  private final Snapshot before;
  private final Set<TextEdit> edits;

  /// @param edits of the rename; more are added
  RenameTrial(Snapshot before, Set<TextEdit> edits) {
    this.before = before;
    this.edits = edits;
  }

  /// Adds the moves of nodes that get another address, and changes the paths that name them.
  ///
  /// @return why that is impossible; null if it is possible
  @Nullable String addMoves(NameIndex names) {
    AddressChanges changes = AddressChanges.between(before, after());
    if (changes == null) {
      return "Correct the errors of the project first; only then is it known which nodes get"
          + " another address";
    }
    addPaths(names, changes);
    for (String process : changes.processes()) {
      Map<String, String> moves = changes.moves(process);
      SourceDocument document = KnownNames.of(before).documents("Process").get(process);
      if (document != null && !moves.isEmpty()) {
        new MovedEntries(document.mapping(), edits).add(moves);
      }
    }
    return null;
  }

  /// Changes paths that name a node by another word than its own, `task(us-recon)`.
  private void addPaths(NameIndex names, AddressChanges changes) {
    Set<Span> changed = new HashSet<>();
    edits.forEach(edit -> changed.add(edit.span()));
    for (Occurrence each : names.uses(NameKind.NODE)) {
      String scope = each.name().scope();
      String process = scope.startsWith("Process/") ? scope.substring("Process/".length()) : "";
      String written = each.span().text();
      boolean known = written.equals("*") || changed.contains(each.span());
      String key = known ? null : changes.lastKey(process, each.name().word());
      if (key != null && !key.equals(written) && changed.add(each.span())) {
        edits.add(new TextEdit(each.span(), NameText.at(each.span(), key)));
      }
    }
  }

  private Snapshot after() {
    Map<String, List<TextEdit>> byPath = new LinkedHashMap<>();
    for (TextEdit edit : edits) {
      byPath.computeIfAbsent(edit.span().file().path(), path -> new ArrayList<>()).add(edit);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    byPath.forEach((path, all) -> {
      all.sort((a, b) -> Integer.compare(b.span().start(), a.span().start()));
      StringBuilder text = new StringBuilder(all.getFirst().span().file().text());
      for (TextEdit edit : all) {
        text.replace(edit.span().start(), edit.span().end(), edit.replacement());
      }
      texts.put(path, text.toString());
    });
    return before.with(texts);
  }

  /// Why the edits would change more than words; null if they do not.
  @Nullable String refusal() {
    Compilation old = before.lint().everywhere();
    Compilation now = after().lint().everywhere();
    Map<String, Integer> known = new HashMap<>();
    for (Finding each : old.findings()) {
      known.merge(each.code().id(), 1, Integer::sum);
    }
    for (Finding each : now.findings()) {
      boolean more = known.merge(each.code().id(), -1, Integer::sum) < 0;
      if (more && each.severity() == Severity.ERROR) {
        String place = each.span() == null ? "" : " (" + each.span().pathAndLine() + ")";
        return "Nothing is renamed, as it would break the project: " + each.message() + place;
      }
    }
    return bodies(old).equals(bodies(now))
        ? null
        : "Nothing is renamed, as processes would change: somewhere that name means another thing";
  }

  /// The processes as they are sent, which have no keys.
  private static List<String> bodies(Compilation compilation) {
    List<String> bodies = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      bodies.add(ProcessJson.createBody(process.process()).body().write());
    }
    bodies.sort(null);
    return bodies;
  }
}
