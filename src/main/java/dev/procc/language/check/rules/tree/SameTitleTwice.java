package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.check.rules.Blanks;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two siblings with the same title, which their assignees cannot tell apart.
public final class SameTitleTwice extends ProcessRule {
  public SameTitleTwice() {
    super(Code.warning("PC405", "same-title-twice"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Map<TitleInGroup, ResolvedNode> seen = new HashMap<>();
    for (TaskView task : process.tasks()) {
      checkTitle(process, seen, task.resolved(), FieldRole.TITLE, findings);
    }
    seen.clear();
    for (ResolvedNode group : process.groups()) {
      checkTitle(process, seen, group, FieldRole.NAME, findings);
    }
  }

  private record TitleInGroup(String group, String title) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TitleInGroup that
          && title.equals(that.title)
          && group.equals(that.group);
    }

    @Override
    public int hashCode() {
      return 31 * group.hashCode() + title.hashCode();
    }
  }

  private void checkTitle(
      ProcessContext process,
      Map<TitleInGroup, ResolvedNode> seen,
      ResolvedNode node,
      FieldRole role,
      Findings findings) {
    String group = node.parent();
    if (group == null
        || !(node.node().field(role) instanceof Json.Str title)
        || title.value().contains("{{")
        || Blanks.looksBlank(title.value())) {
      return;
    }
    String seenAs = Blanks.collapsed(title.value());
    ResolvedNode first = seen.putIfAbsent(new TitleInGroup(group, seenAs), node);
    if (first != null) {
      findings.add(finding(process, first, node, role, seenAs));
    }
  }

  private Finding finding(
      ProcessContext process,
      ResolvedNode first,
      ResolvedNode second,
      FieldRole role,
      String title) {
    Span span = process.span(second, role);
    Span firstSpan = process.span(first, role);
    Finding finding =
        Finding.of(
                code(),
                span,
                "\""
                    + title
                    + "\" is the "
                    + role.noun()
                    + " of "
                    + first.node().key()
                    + " and of "
                    + second.node().key()
                    + ", side by side in one group")
            .withAddress(second.address(role));
    return span.equals(firstSpan)
        ? finding.withHint("put what tells them apart into the text, as {{ entity.label }}")
        : finding
            .withLabel(firstSpan, "first here")
            .withHint("give one of them another " + role.noun());
  }
}
