package dev.procc.language.check;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.language.check.rules.api.BlankTitle;
import dev.procc.language.check.rules.api.CalendarKeyAsId;
import dev.procc.language.check.rules.api.CalendarWithoutSchedule;
import dev.procc.language.check.rules.api.ManualRootRule;
import dev.procc.language.check.rules.api.NeverReadBack;
import dev.procc.language.check.rules.api.NotReadyToRun;
import dev.procc.language.check.rules.api.ParticipantNotAUser;
import dev.procc.language.check.rules.api.ReadOnlyGroup;
import dev.procc.language.check.rules.api.RelativeDatesWithoutSchedule;
import dev.procc.language.check.rules.api.ReminderNotDocumented;
import dev.procc.language.check.rules.availability.AbsenceReversed;
import dev.procc.language.check.rules.availability.CoverApprovesOwnWork;
import dev.procc.language.check.rules.availability.CoverAwayToo;
import dev.procc.language.check.rules.availability.DueOnPersonsDayOff;
import dev.procc.language.check.rules.availability.DueWhileAway;
import dev.procc.language.check.rules.availability.ManyDueOnOneDay;
import dev.procc.language.check.rules.availability.UnknownCover;
import dev.procc.language.check.rules.dates.CalendarCheck;
import dev.procc.language.check.rules.dates.CalendarCheckRule;
import dev.procc.language.check.rules.dates.DateCheck;
import dev.procc.language.check.rules.dates.DateCheckRule;
import dev.procc.language.check.rules.dates.ExclusionOutsideSchedule;
import dev.procc.language.check.rules.documents.DocumentListedTwice;
import dev.procc.language.check.rules.documents.SectionRequestedTwice;
import dev.procc.language.check.rules.limits.BodyTooLarge;
import dev.procc.language.check.rules.limits.LongerThanTasksAllow;
import dev.procc.language.check.rules.limits.MoreThan3000Tasks;
import dev.procc.language.check.rules.people.PersonListedTwice;
import dev.procc.language.check.rules.people.PreparerApproves;
import dev.procc.language.check.rules.people.RoleNamedLikeAPerson;
import dev.procc.language.check.rules.style.IdInPlaceOfAlias;
import dev.procc.language.check.rules.style.NameWithoutPeriod;
import dev.procc.language.check.rules.style.PlaceholderText;
import dev.procc.language.check.rules.style.RaggedText;
import dev.procc.language.check.rules.style.TypedDateInAPeriod;
import dev.procc.language.check.rules.style.TypedPeriod;
import dev.procc.language.check.rules.tree.ApprovalDateWithoutApprover;
import dev.procc.language.check.rules.tree.ApprovalWithoutDate;
import dev.procc.language.check.rules.tree.CertificationApprovesItself;
import dev.procc.language.check.rules.tree.CertificationWithoutArguments;
import dev.procc.language.check.rules.tree.EmptyGroup;
import dev.procc.language.check.rules.tree.SameProcessName;
import dev.procc.language.check.rules.tree.SameTitleTwice;
import dev.procc.language.check.rules.tree.SettingWithoutCertification;
import dev.procc.language.check.rules.tree.TaskWithoutDueDate;
import dev.procc.language.check.rules.unused.MovedNowhere;
import dev.procc.language.check.rules.unused.PeriodWithoutProcesses;
import dev.procc.language.check.rules.unused.RedundantCalendar;
import dev.procc.language.check.rules.unused.RedundantValue;
import dev.procc.language.check.rules.unused.UnusedCalendar;
import dev.procc.language.check.rules.unused.UnusedDocument;
import dev.procc.language.check.rules.unused.UnusedPerson;
import dev.procc.language.check.rules.unused.UnusedRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Every rule, sorted by code. To add one: its class, its line here, its page, its fixtures.
public final class Rules {
  private static final List<Rule> ALL = create();
  private static final List<ProcessRule> PROCESS_RULES = new ArrayList<>();
  private static final List<ProjectRule> PROJECT_RULES = new ArrayList<>();

  static {
    for (Rule rule : ALL) {
      if (rule instanceof ProcessRule one) {
        PROCESS_RULES.add(one);
      } else if (rule instanceof ProjectRule one) {
        PROJECT_RULES.add(one);
      }
    }
  }

  private Rules() {}

  private static List<Rule> create() {
    List<Rule> rules = new ArrayList<>();
    for (DateCheck check : DateCheck.all()) {
      rules.add(new DateCheckRule(check));
    }
    for (CalendarCheck check : CalendarCheck.all()) {
      rules.add(new CalendarCheckRule(check));
    }
    rules.add(DateCheckRule.dueDatePassed());
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
    rules.add(new ParticipantNotAUser());
    rules.add(new IdInPlaceOfAlias());
    rules.add(new LongerThanTasksAllow());
    rules.add(new ManualRootRule());
    rules.add(new ManyDueOnOneDay());
    rules.add(new MoreThan3000Tasks());
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
    rules.add(new RoleNamedLikeAPerson());
    rules.add(new SameProcessName());
    rules.add(new SameTitleTwice());
    rules.add(new SectionRequestedTwice());
    rules.add(new SettingWithoutCertification());
    rules.add(new TaskWithoutDueDate());
    rules.add(new TypedDateInAPeriod());
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
  public static void check(ProcessContext process, Consumer<Finding> report) {
    for (ProcessRule rule : PROCESS_RULES) {
      rule.check(process, report);
    }
  }

  /// Judges a project by every rule about projects.
  public static void check(ProjectContext project, Consumer<Finding> report) {
    for (ProjectRule rule : PROJECT_RULES) {
      rule.check(project, report);
    }
  }
}
