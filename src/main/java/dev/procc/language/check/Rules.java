package dev.procc.language.check;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.rules.CalendarRule;
import dev.procc.language.check.rules.DateRule;
import dev.procc.language.check.rules.days.AbsenceReversed;
import dev.procc.language.check.rules.days.CoverApprovesOwnWork;
import dev.procc.language.check.rules.days.CoverAwayToo;
import dev.procc.language.check.rules.days.DueOnPersonsDayOff;
import dev.procc.language.check.rules.days.DueWhileAway;
import dev.procc.language.check.rules.days.ManyDueOnOneDay;
import dev.procc.language.check.rules.days.UnknownCover;
import dev.procc.language.check.rules.documents.DocumentListedTwice;
import dev.procc.language.check.rules.documents.SectionRequestedTwice;
import dev.procc.language.check.rules.leftovers.ExclusionOutsideSchedule;
import dev.procc.language.check.rules.leftovers.MovedNowhere;
import dev.procc.language.check.rules.leftovers.PeriodWithoutProcesses;
import dev.procc.language.check.rules.leftovers.RedundantCalendar;
import dev.procc.language.check.rules.leftovers.RedundantValue;
import dev.procc.language.check.rules.leftovers.SameProcessName;
import dev.procc.language.check.rules.leftovers.UnusedCalendar;
import dev.procc.language.check.rules.leftovers.UnusedDocument;
import dev.procc.language.check.rules.leftovers.UnusedPerson;
import dev.procc.language.check.rules.leftovers.UnusedRole;
import dev.procc.language.check.rules.limits.BlankTitle;
import dev.procc.language.check.rules.limits.BodyTooLarge;
import dev.procc.language.check.rules.limits.LongerThanTasksAllow;
import dev.procc.language.check.rules.limits.ManyTasks;
import dev.procc.language.check.rules.limits.NotReadyToRun;
import dev.procc.language.check.rules.people.PersonListedTwice;
import dev.procc.language.check.rules.people.PreparerApproves;
import dev.procc.language.check.rules.people.RoleNamedLikePerson;
import dev.procc.language.check.rules.preview.CalendarKeyAsId;
import dev.procc.language.check.rules.preview.CalendarWithoutSchedule;
import dev.procc.language.check.rules.preview.GroupAsParticipant;
import dev.procc.language.check.rules.preview.ManualRoot;
import dev.procc.language.check.rules.preview.NeverReadBack;
import dev.procc.language.check.rules.preview.ReadOnlyGroup;
import dev.procc.language.check.rules.preview.RelativeDatesWithoutSchedule;
import dev.procc.language.check.rules.preview.ReminderNotDocumented;
import dev.procc.language.check.rules.style.IdInPlaceOfAlias;
import dev.procc.language.check.rules.style.NameWithoutPeriod;
import dev.procc.language.check.rules.style.PlaceholderText;
import dev.procc.language.check.rules.style.RaggedText;
import dev.procc.language.check.rules.style.TypedDate;
import dev.procc.language.check.rules.style.TypedPeriod;
import dev.procc.language.check.rules.tree.ApprovalDateWithoutApprover;
import dev.procc.language.check.rules.tree.ApprovalWithoutDate;
import dev.procc.language.check.rules.tree.CertificationApprovesItself;
import dev.procc.language.check.rules.tree.CertificationWithoutArguments;
import dev.procc.language.check.rules.tree.EmptyGroup;
import dev.procc.language.check.rules.tree.SameTitleTwice;
import dev.procc.language.check.rules.tree.SettingWithoutCertification;
import dev.procc.language.check.rules.tree.TaskWithoutDueDate;
import dev.procc.model.duedate.CalendarCheck;
import dev.procc.model.duedate.DateCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Every rule, sorted by code. To add one: its class, its line here, its page, its fixtures.
public final class Rules {
  private static final List<Rule> ALL = list();
  private static final List<ProcessRule> PROCESS = new ArrayList<>();
  private static final List<ProjectRule> PROJECT = new ArrayList<>();

  static {
    for (Rule rule : ALL) {
      if (rule instanceof ProcessRule one) {
        PROCESS.add(one);
      } else if (rule instanceof ProjectRule one) {
        PROJECT.add(one);
      }
    }
  }

  private Rules() {}

  private static List<Rule> list() {
    List<Rule> rules = new ArrayList<>();
    for (DateCheck check : DateCheck.all()) {
      rules.add(new DateRule(check));
    }
    for (CalendarCheck check : CalendarCheck.all()) {
      rules.add(new CalendarRule(check));
    }
    rules.add(DateRule.notPassed());
    rules.add(new AbsenceReversed());
    rules.add(new ApprovalDateWithoutApprover());
    rules.add(new ApprovalWithoutDate());
    rules.add(new BlankTitle());
    rules.add(new BodyTooLarge());
    rules.add(new CalendarKeyAsId());
    rules.add(new CalendarWithoutSchedule());
    rules.add(new CertificationApprovesItself());
    rules.add(new CertificationWithoutArguments());
    rules.add(new CoverApprovesOwnWork());
    rules.add(new CoverAwayToo());
    rules.add(new DocumentListedTwice());
    rules.add(new DueOnPersonsDayOff());
    rules.add(new DueWhileAway());
    rules.add(new EmptyGroup());
    rules.add(new ExclusionOutsideSchedule());
    rules.add(new GroupAsParticipant());
    rules.add(new IdInPlaceOfAlias());
    rules.add(new LongerThanTasksAllow());
    rules.add(new ManualRoot());
    rules.add(new ManyDueOnOneDay());
    rules.add(new ManyTasks());
    rules.add(new MovedNowhere());
    rules.add(new NameWithoutPeriod());
    rules.add(new NeverReadBack());
    rules.add(new NotReadyToRun());
    rules.add(new PeriodWithoutProcesses());
    rules.add(new PersonListedTwice());
    rules.add(new PlaceholderText());
    rules.add(new PreparerApproves());
    rules.add(new RaggedText());
    rules.add(new ReadOnlyGroup());
    rules.add(new RedundantCalendar());
    rules.add(new RedundantValue());
    rules.add(new RelativeDatesWithoutSchedule());
    rules.add(new ReminderNotDocumented());
    rules.add(new RoleNamedLikePerson());
    rules.add(new SameProcessName());
    rules.add(new SameTitleTwice());
    rules.add(new SectionRequestedTwice());
    rules.add(new SettingWithoutCertification());
    rules.add(new TaskWithoutDueDate());
    rules.add(new TypedDate());
    rules.add(new TypedPeriod());
    rules.add(new UnknownCover());
    rules.add(new UnusedCalendar());
    rules.add(new UnusedDocument());
    rules.add(new UnusedPerson());
    rules.add(new UnusedRole());
    rules.sort((a, b) -> a.code().id().compareTo(b.code().id()));
    return List.copyOf(rules);
  }

  public static List<Rule> all() {
    return ALL;
  }

  /// The codes of all rules, in order.
  public static List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    ALL.forEach(rule -> codes.add(rule.code()));
    return codes;
  }

  /// Judges a process by every rule about processes.
  public static void check(Subject subject, Consumer<Diagnostic> report) {
    for (ProcessRule rule : PROCESS) {
      rule.check(subject, report);
    }
  }

  /// Judges a project by every rule about projects.
  public static void check(Whole whole, Consumer<Diagnostic> report) {
    for (ProjectRule rule : PROJECT) {
      rule.check(whole, report);
    }
  }
}
