package dev.procc.app.impact;

import dev.procc.app.Failure;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.whatif.HypotheticalEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The resolution of requested edits to edits of a project's documents.
final class EditResolver {
  private final Project project;
  private final Supplier<Compilation> compiled;
  private final List<HypotheticalEdit> edits = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  /// @param compiled the compiled project; only needed to look up an address
  EditResolver(Project project, Supplier<Compilation> compiled) {
    this.project = project;
    this.compiled = compiled;
  }

  /// @throws Failure if an address or a field is unknown
  void resolve(List<RequestedEdit> requested) throws Failure {
    for (RequestedEdit edit : requested) {
      switch (edit) {
        case RequestedEdit.NamedEdit named -> add(named.edit(), named.label());
        case RequestedEdit.FieldText text ->
            add(resolve(text), text.address() + ":" + text.field() + " " + text.text());
      }
    }
  }

  private void add(HypotheticalEdit edit, String label) {
    edits.add(edit);
    labels.add(label);
  }

  List<HypotheticalEdit> edits() {
    return List.copyOf(edits);
  }

  /// The labels of the edits, in the order of the request.
  List<String> labels() {
    return List.copyOf(labels);
  }

  private HypotheticalEdit resolve(RequestedEdit.FieldText edit) throws Failure {
    for (String kind : List.of("Process", "Period")) {
      for (SourceDocument document : project.documents(kind)) {
        if (document.key().equals(edit.address())) {
          return new HypotheticalEdit.DocumentFieldEdit(
              kind, edit.address(), edit.field(), edit.text());
        }
      }
    }
    Origin origin = origin(compiled.get(), edit.address(), edit.field());
    return new HypotheticalEdit.ScalarRewrite(origin.span(), edit.text());
  }

  /// The origin of a field's value; the address may omit its period.
  private static Origin origin(Compilation compilation, String address, String field)
      throws Failure {
    List<String> known = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      String identity = process.identity();
      String key = process.resolved().decl().key().value();
      String full =
          address.startsWith(key + "/") ? identity + address.substring(key.length()) : address;
      Origin origin = process.resolved().origins().get(new FieldRef(full, field));
      if (origin != null) {
        return origin;
      }
      for (FieldRef ref : process.resolved().origins().keySet()) {
        if (ref.address().equals(full)) {
          known.add(ref.field());
        }
      }
    }
    if (known.isEmpty()) {
      compilation.processes().forEach(p -> known.addAll(p.resolved().nodes().keySet()));
      throw Failure.noMatch(
          "\"" + address + "\" is not a process, a period or a node",
          Spelling.hint(address, known).orElse(null));
    }
    throw Failure.noMatch(
        "\"" + address + "\" has no " + field, Spelling.hint(field, known).orElse(null));
  }
}
