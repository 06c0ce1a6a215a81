package dev.procc.language.check.rules;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.duedate.CalendarCheck;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A law of calendars as a rule, over each calendar that a process counts with.
public record CalendarRule(CalendarCheck law) implements ProcessRule {
  private static final List<String> LISTS = List.of("holidays", "extraWorkdays");

  @Override
  public Code code() {
    return law.code();
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    DateTree tree = subject.resolved().dates().tree();
    Set<SourcedCalendar> calendars = new LinkedHashSet<>();
    calendars.add(tree.calendar());
    collect(tree.root(), calendars);
    for (SourcedCalendar calendar : calendars) {
      CalendarDecl decl = subject.around().calendars().decl(calendar.days().key());
      law.check(calendar, found -> report.accept(curable(found, lists(subject, decl))));
    }
  }

  /// Where days are listed: in the document of a calendar, or in the process itself.
  private static List<Listed> lists(Subject subject, @Nullable CalendarDecl decl) {
    List<Listed> lists = new ArrayList<>();
    if (decl != null) {
      for (Entry entry : decl.document().entries()) {
        if (LISTS.contains(entry.key().value()) && entry.value() instanceof Sequence days) {
          lists.add(new Listed(decl.document(), entry, days));
        }
      }
    }
    for (Node value : subject.resolved().decl().fields().values()) {
      if (value instanceof Sequence days) {
        lists.add(new Listed(null, null, days));
      }
    }
    return lists;
  }

  /// A list of days.
  ///
  /// @param in the mapping that it is an entry of; absent where the list may not go as a whole
  private record Listed(@Nullable Mapping in, @Nullable Entry entry, Sequence days) {}

  /// The finding about a listed day with the removal of its line. Not safe: the day may have been
  /// kept for the record, or another day been meant.
  private static Diagnostic curable(Diagnostic found, List<Listed> lists) {
    Span at = found.span();
    for (Listed list : lists) {
      for (Node day : list.days().items()) {
        if (at != null && day.span().contains(at)) {
          Edit removal = removal(list, day);
          return removal == null ? found : found.withFix(Fix.unsafe("remove the day", removal));
        }
      }
    }
    return found;
  }

  private static @Nullable Edit removal(Listed list, Node day) {
    Mapping in = list.in();
    Entry entry = list.entry();
    boolean last = list.days().items().size() == 1;
    return last && in != null && entry != null
        ? Removal.alone(in, entry, day)
        : Removal.item(list.days(), day);
  }

  private static void collect(DateNode node, Set<SourcedCalendar> into) {
    if (node.calendar() != null) {
      into.add(node.calendar());
    }
    for (DateNode child : node.children()) {
      collect(child, into);
    }
  }
}
