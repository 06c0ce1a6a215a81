package dev.procc.language.check.registry;

import dev.procc.base.concurrent.Parallel;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Rule;
import dev.procc.language.check.rules.api.BlankTitle;
import dev.procc.language.check.rules.api.CalendarKeyAsId;
import dev.procc.language.check.rules.api.CalendarWithoutSchedule;
import dev.procc.language.check.rules.api.ManualRootRule;
import dev.procc.language.check.rules.api.NeverReadBack;
import dev.procc.language.check.rules.api.NotReadyToRun;
import dev.procc.language.check.rules.api.ParticipantNotAUser;
import dev.procc.language.check.rules.api.RawArgumentValue;
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
import dev.procc.language.check.rules.dates.ApprovalBeforeDueDate;
import dev.procc.language.check.rules.dates.CalendarGap;
import dev.procc.language.check.rules.dates.DueAfterParent;
import dev.procc.language.check.rules.dates.DueBeforePredecessor;
import dev.procc.language.check.rules.dates.DueDateOnDayOff;
import dev.procc.language.check.rules.dates.DueDatePassed;
import dev.procc.language.check.rules.dates.ExcludedAndIncluded;
import dev.procc.language.check.rules.dates.ExclusionOutsideSchedule;
import dev.procc.language.check.rules.dates.RedundantCalendarDay;
import dev.procc.language.check.rules.dates.ServerMayMoveDates;
import dev.procc.language.check.rules.dates.StartOnDayOff;
import dev.procc.language.check.rules.documents.DocumentListedTwice;
import dev.procc.language.check.rules.documents.SectionRequestedTwice;
import dev.procc.language.check.rules.limits.BodyTooLarge;
import dev.procc.language.check.rules.limits.LongerThanTasksAllow;
import dev.procc.language.check.rules.limits.MoreThan3000Tasks;
import dev.procc.language.check.rules.people.PersonListedTwice;
import dev.procc.language.check.rules.people.PreparerApproves;
import dev.procc.language.check.rules.people.RoleNamedLikeAPerson;
import dev.procc.language.check.rules.style.HiddenCharacter;
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
import dev.procc.language.check.rules.tree.CertificationWithoutTitle;
import dev.procc.language.check.rules.tree.EmptyGroup;
import dev.procc.language.check.rules.tree.FieldAmongArguments;
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

/// The registry of all rules, in the order of their codes.
///
/// A new rule takes its class, a line here, its page `pages/PCnnn.md`, and its folder of fixtures.
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new DueDateOnDayOff(),
          new DueBeforePredecessor(),
          new ApprovalBeforeDueDate(),
          new DueAfterParent(),
          new ExcludedAndIncluded(),
          new RedundantCalendarDay(),
          new StartOnDayOff(),
          new DueDatePassed(),
          new ServerMayMoveDates(),
          new CalendarGap(),
          new UnusedCalendar(),
          new PreparerApproves(),
          new DueWhileAway(),
          new DueOnPersonsDayOff(),
          new UnusedPerson(),
          new UnusedRole(),
          new UnusedDocument(),
          new PersonListedTwice(),
          new DocumentListedTwice(),
          new UnknownCover(),
          new CoverAwayToo(),
          new CoverApprovesOwnWork(),
          new AbsenceReversed(),
          new RoleNamedLikeAPerson(),
          new ManyDueOnOneDay(),
          new ApprovalDateWithoutApprover(),
          new ApprovalWithoutDate(),
          new SectionRequestedTwice(),
          new EmptyGroup(),
          new SameTitleTwice(),
          new MovedNowhere(),
          new PeriodWithoutProcesses(),
          new CertificationApprovesItself(),
          new SettingWithoutCertification(),
          new TaskWithoutDueDate(),
          new CertificationWithoutArguments(),
          new SameProcessName(),
          new FieldAmongArguments(),
          new CertificationWithoutTitle(),
          new BodyTooLarge(),
          new MoreThan3000Tasks(),
          new NotReadyToRun(),
          new ParticipantNotAUser(),
          new ManualRootRule(),
          new LongerThanTasksAllow(),
          new CalendarWithoutSchedule(),
          new RelativeDatesWithoutSchedule(),
          new CalendarKeyAsId(),
          new BlankTitle(),
          new ReminderNotDocumented(),
          new ReadOnlyGroup(),
          new NeverReadBack(),
          new ExclusionOutsideSchedule(),
          new RawArgumentValue(),
          new RaggedText(),
          new TypedPeriod(),
          new TypedDateInAPeriod(),
          new RedundantValue(),
          new PlaceholderText(),
          new RedundantCalendar(),
          new IdInPlaceOfAlias(),
          new NameWithoutPeriod(),
          new HiddenCharacter());

  /// The number of tasks from which several threads are faster.
  private static final int LARGE = 1_000;

  private static final List<ProcessRule> PROCESS_RULES = new ArrayList<>();
  private static final List<ProjectRule> PROJECT_RULES = new ArrayList<>();

  static {
    for (Rule rule : ALL) {
      if (rule instanceof ProcessRule processRule) {
        PROCESS_RULES.add(processRule);
      } else if (rule instanceof ProjectRule projectRule) {
        PROJECT_RULES.add(projectRule);
      }
    }
  }

  private Rules() {}

  /// All rules, in the order of their codes.
  public static List<Rule> all() {
    return ALL;
  }

  /// The codes of all rules, in order.
  public static List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    ALL.forEach(rule -> codes.add(rule.code()));
    return codes;
  }

  /// Checks a process by the rules about processes; a large one by several rules at once.
  public static void check(ProcessContext process, Findings findings) {
    if (process.tasks().size() >= LARGE) {
      for (Findings found : Parallel.map(PROCESS_RULES, rule -> findings(rule, process))) {
        findings.addAll(found.toList());
      }
      return;
    }
    for (ProcessRule rule : PROCESS_RULES) {
      rule.check(process, findings);
    }
  }

  private static Findings findings(ProcessRule rule, ProcessContext process) {
    Findings findings = new Findings();
    rule.check(process, findings);
    return findings;
  }

  /// Checks a project by the rules about projects.
  public static void check(ProjectContext project, Findings findings) {
    for (ProjectRule rule : PROJECT_RULES) {
      rule.check(project, findings);
    }
  }
}
