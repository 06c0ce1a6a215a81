package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Span;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import org.jspecify.annotations.Nullable;

/// A field of a task, such as its title, among its raw arguments: it would be read back as the
/// field, and differ from the definition for ever. Arguments that are not a mapping are never read
/// back either.
public final class FieldAmongArguments extends ProcessRule {
  private static final String ARGUMENTS = Fields.PROCESS_JOB_ARGUMENTS.name();

  public FieldAmongArguments() {
    super(Code.error("PC414", "field-among-arguments"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (TaskView task : process.tasks()) {
      if (!task.kind().argumentsPublished() && task.resolved().decl() instanceof JobDecl job) {
        YamlNode written = job.fields().get(Fields.PROCESS_JOB_ARGUMENTS);
        if (written != null) {
          check(job, written, task.address() + ":" + ARGUMENTS, findings);
        }
      }
    }
  }

  private void check(JobDecl job, YamlNode written, String address, Findings findings) {
    if (written instanceof Mapping arguments) {
      for (MappingEntry entry : arguments.entries()) {
        FieldSpec field =
            job.kind().arguments() == null
                ? null
                : Catalog.definable(job.kind().arguments(), entry.key().value());
        if (field != null) {
          findings.add(finding(job, field, arguments, entry).withAddress(address));
        }
      }
    } else if (!(written instanceof Unknown) && !(written instanceof Scalar s && s.isNull())) {
      findings.add(
          Finding.of(code(), written.span(), "\"" + ARGUMENTS + "\" are no names with values")
              .withHint("write arguments: { signer: { person: cfo } }")
              .withAddress(address));
    }
  }

  private Finding finding(JobDecl job, FieldSpec field, Mapping arguments, MappingEntry entry) {
    String name = field.name();
    String kind = job.kind().name();
    YamlNode own = job.fields().get(field);
    Finding finding =
        Finding.of(
            code(),
            entry.key().span(),
            "\"" + name + "\" is a field of the " + kind + ", not one of its arguments");
    if (own != null) {
      return finding
          .withLabel(own.span(), "the field")
          .withHint("remove it here: " + name + " stands beside arguments already");
    }
    Fix fix = move(name, arguments, entry);
    Finding hinted = finding.withHint("write " + name + ": beside arguments:, not in it");
    return fix == null ? hinted : hinted.withFix(fix);
  }

  /// The fix that moves the entry in front of `arguments:`; an only entry takes its place.
  private static @Nullable Fix move(String name, Mapping arguments, MappingEntry entry) {
    Span value = entry.value().span();
    Span whole = arguments.span();
    String text = whole.file().text();
    int start = whole.start();
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    start -= ARGUMENTS.length() + 1;
    if (!(entry.value() instanceof Scalar)
        || arguments.origin().layer() != Layer.WRITTEN
        || value.file() != whole.file()
        || value.text().contains("\n")
        || start < 0
        || !text.startsWith(ARGUMENTS + ":", start)) {
      return null;
    }
    String title = "write " + name + ": beside arguments:";
    String moved = name + ": " + value.text();
    if (arguments.entries().size() == 1) {
      return arguments.flow()
          ? Fix.safe(title, new TextEdit(new Span(whole.file(), start, whole.end()), moved))
          : null;
    }
    TextEdit removal = RemovalEdits.entry(arguments, entry);
    String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
    boolean block = before.replace('-', ' ').isBlank();
    return removal == null
        ? null
        : Fix.safe(
            title,
            new TextEdit(
                new Span(whole.file(), start, start),
                moved + (block ? "\n" + " ".repeat(before.length()) : ", ")),
            removal);
  }
}
