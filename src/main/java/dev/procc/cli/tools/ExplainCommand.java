package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.app.live.FindingCodes;
import dev.procc.app.live.WaiverService;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.view.dates.DerivationJson;
import dev.procc.view.dates.DerivationText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TextPage;
import dev.procc.view.values.FieldValues;
import dev.procc.view.values.FieldValues.ValueLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `procc explain`: explains a rule, a date day by day, or a value layer by layer.
public final class ExplainCommand extends Command {
  public ExplainCommand() {
    super(CommandGroup.DATES, "explain", "explain a finding, a field, a kind, a date or a value");
  }

  @Override
  public Options options() {
    return Options.of(ProjectArguments.VAR, ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands("[WORD | date ADDRESS | value ADDRESS:FIELD]", 0, 2)
        .completes(ValueKind.TOPIC, ValueKind.ADDRESS);
  }

  @Override
  public String details() {
    return """
    WORD is a code or a name of a finding, a kind of document or node, a field, or a safety rule:
    what it is, what it takes, what holds without it, an example, and how the API knows it.
    date-expressions, exit-codes, environment and files show a table, a word of one its row.

    An address is the process and the path of keys, close@2024-Q4/entities/us/recon-ar; a field is
    written behind it, :approverDueDate. Without a field every date of the node is explained.
    Without arguments every code is listed with its severity.

    Examples:
      procc explain
      procc explain PC203
      procc explain due-date-on-day-off
      procc explain Period
      procc explain Process.protect
      procc explain date-expressions
      procc explain date close@2024-Q4/entities/us/recon-ar
      procc explain value close@2024-Q4/commentary:assignee
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    List<String> words = invocation.operands();
    if (words.isEmpty()) {
      return listCodes(invocation);
    }
    String first = words.getFirst();
    boolean asks = first.equals("date") || first.equals("value");
    if (words.size() == 1 && asks) {
      throw Failure.usage(
          "explain " + first + " takes an address",
          first.equals("date")
              ? "procc explain date close@2024-Q4/commentary, or procc explain Day.date for the key"
              : "procc explain value close@2024-Q4/commentary:assignee");
    }
    if (words.size() == 1) {
      return ExplainWord.run(invocation, first);
    }
    if (!asks) {
      throw Failure.usage(
          "\"" + first + "\" cannot be explained", "write date ADDRESS or value ADDRESS:FIELD");
    }
    Compilation compilation =
        ProjectSession.open(ProjectArguments.request(invocation, List.of())).compile(null);
    return explain(invocation, compilation, first, words.get(1));
  }

  /// Lists every code with its severity and name.
  private static int listCodes(Invocation invocation) {
    List<Code> codes = FindingCodes.all();
    List<Json> json = new ArrayList<>();
    TextPage text = new TextPage();
    for (Code code : codes) {
      String severity = code.severity().keyword();
      boolean rule = Rules.codes().contains(code);
      json.add(
          Json.object()
              .put("code", code.id())
              .put("name", code.name())
              .put("severity", severity)
              .put("rule", rule)
              .build());
      text.append(code.id()).append("  ").append(severity);
      text.append(" ".repeat(9 - severity.length())).append(code.name()).append('\n');
    }
    text.append('\n').append(codes.size());
    text.append(" codes, ").append(Rules.codes().size()).append(" of them rules that a project");
    text.append(" may grade and allow. More: procc explain ").append(codes.getFirst().id());
    text.append(", or a kind (Process), a field (dueDate), date-expressions, exit-codes");
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("codes", Json.array(json)).build());
    } else {
      invocation.print(text.append('\n').toText());
    }
    return ExitCode.OK;
  }

  /// Explains a date or a value, or prints the errors for which there is none.
  private static int explain(
      Invocation invocation, Compilation compilation, String what, String asked) throws Failure {
    String identity = WaiverService.processPart(asked);
    CompiledProcess process = findProcess(compilation, identity);
    if (process == null) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    FieldRef ref = parseRef(process.identity() + asked.substring(identity.length()));
    return what.equals("date")
        ? explainDate(invocation, compilation, process, ref)
        : value(invocation, compilation, process, ref);
  }

  private static int explainDate(
      Invocation invocation, Compilation compilation, CompiledProcess process, FieldRef ref)
      throws Failure {
    List<ResolvedDate> dates = new ArrayList<>();
    for (ResolvedDate date : process.resolved().dates().dates()) {
      if (date.field().address().equals(ref.address())
          && (ref.field().isEmpty() || ref.field().equals(date.field().field()))) {
        dates.add(date);
      }
    }
    if (dates.isEmpty() && compilation.hasErrors()) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    if (dates.isEmpty()) {
      throw notFound(process, ref, "has no date");
    }
    List<Json> json = new ArrayList<>();
    TextPage text = new TextPage();
    for (ResolvedDate date : dates) {
      json.add(
          DerivationJson.of(date.derivation())
              .with("address", Json.of(date.field().address()))
              .with("field", Json.of(date.field().field())));
      text.blank();
      text.append(
          DerivationText.render(
              date.derivation(),
              FieldValues.subject(process, date),
              Style.of(invocation.usesColour())));
    }
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("dates", Json.array(json)).build());
    } else {
      invocation.print(text.toText());
    }
    return ExitCode.OK;
  }

  private static int value(
      Invocation invocation, Compilation compilation, CompiledProcess process, FieldRef ref)
      throws Failure {
    Map<FieldRef, Origin> origins = process.resolved().origins();
    List<Json> json = new ArrayList<>();
    TextPage text = new TextPage();
    for (Map.Entry<FieldRef, Origin> entry : origins.entrySet()) {
      FieldRef field = entry.getKey();
      if (!field.address().equals(ref.address())
          || (!ref.field().isEmpty() && !ref.field().equals(field.field()))) {
        continue;
      }
      Json value = FieldValues.value(process, field);
      text.append(field).append(" = ").append(value == null ? "" : value.write()).append('\n');
      json.add(
          Json.object()
              .put("address", field.address())
              .put("field", field.field())
              .put("value", value)
              .put("layers", appendLayers(process, entry.getValue(), text))
              .build());
    }
    if (json.isEmpty() && compilation.hasErrors()) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    if (json.isEmpty()) {
      throw notFound(process, ref, "is not a field that is set");
    }
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("values", Json.array(json)).build());
    } else {
      invocation.print(text.toText());
    }
    return ExitCode.OK;
  }

  private static Json appendLayers(CompiledProcess process, Origin origin, TextPage text) {
    List<Json> layers = new ArrayList<>();
    for (ValueLayer layer : FieldValues.layers(process, origin)) {
      Span span = layer.origin().span();
      text.append("  ").append(layer.label()).append("   ");
      text.append(span.pathAndLine()).append("   ").append(layer.excerpt()).append('\n');
      layers.add(
          Json.object()
              .put("layer", layer.label())
              .put("file", span.file().path())
              .put("line", span.startPosition().line())
              .put("text", layer.excerpt())
              .build());
    }
    return Json.array(layers);
  }

  private static FieldRef parseRef(String asked) {
    int colon = asked.lastIndexOf(':');
    return colon < 0
        ? new FieldRef(asked, "")
        : new FieldRef(asked.substring(0, colon), asked.substring(colon + 1));
  }

  /// The process with an identity, or with a key that stands for its only period; null if errors
  /// may be why there is none.
  private static @Nullable CompiledProcess findProcess(Compilation compilation, String word)
      throws Failure {
    List<String> known = new ArrayList<>();
    compilation.processes().forEach(process -> known.add(process.identity()));
    List<String> fitting = ProcessLookup.find(word, known);
    if (fitting.size() == 1) {
      return compilation.process(fitting.getFirst());
    }
    if (fitting.isEmpty() && compilation.hasErrors()) {
      return null;
    }
    throw Failure.noMatch(
        "\"" + word + "\" is not a process of this project",
        fitting.isEmpty()
            ? Spelling.hint(word, known).orElse(null)
            : "say which period: " + String.join(", ", fitting));
  }

  private static Failure notFound(CompiledProcess process, FieldRef ref, String what) {
    List<String> known = new ArrayList<>();
    for (FieldRef field : process.resolved().origins().keySet()) {
      if (!ref.field().isEmpty() && field.address().equals(ref.address())) {
        known.add(field.field());
      }
    }
    if (known.isEmpty()) {
      known.addAll(process.resolved().nodes().keySet());
      return Failure.noMatch(
          "\"" + ref.address() + "\" is not a node with it",
          Spelling.hint(ref.address(), known).orElse(null));
    }
    return Failure.noMatch(
        "\"" + ref + "\" " + what, Spelling.hint(ref.field(), known).orElse(null));
  }
}
