package dev.procc.ide.values;

import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The load of a person in the processes of a project.
///
/// @param tasks the number of tasks of the person
/// @param approvals the number of approvals of the person
/// @param byDay the number of both that are due, by day
public record PersonLoad(int tasks, int approvals, Map<LocalDate, Integer> byDay) {
  /// The load of the person with an alias.
  public static PersonLoad of(Compilation compilation, String alias) {
    int tasks = 0;
    int approvals = 0;
    TreeMap<LocalDate, Integer> byDay = new TreeMap<>();
    for (CompiledProcess process : compilation.processes()) {
      for (ResolvedNode node : process.resolved().nodes().values()) {
        if (is(node.assignee(), alias)) {
          tasks++;
          add(process, node, FieldRole.DUE_DATE, byDay);
        }
        if (is(node.approver(), alias)) {
          approvals++;
          add(process, node, FieldRole.APPROVAL_DUE, byDay);
        }
      }
    }
    return new PersonLoad(tasks, approvals, byDay);
  }

  private static boolean is(@Nullable PersonDecl person, String alias) {
    return person != null && person.alias().value().equals(alias);
  }

  private static void add(
      CompiledProcess process, ResolvedNode node, FieldRole role, Map<LocalDate, Integer> byDay) {
    ResolvedDate date = process.resolved().dates().date(node.address(), role);
    if (date != null) {
      byDay.merge(date.date(), 1, Integer::sum);
    }
  }
}
