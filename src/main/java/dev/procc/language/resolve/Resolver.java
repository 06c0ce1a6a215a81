package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.DateResolver;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The resolver of one expanded process: first the tree from the root down (`NodeDrafter`:
/// defaults, people, documents), then its dates, then the tree from the leaves up
/// (`ProcessAssembler`).
public final class Resolver {
  private final ProcessDecl decl;
  private final ResolutionContext context;
  private final String identity;
  private final Findings findings = new Findings();
  private final ParticipantLookup participants;
  private final DocumentLookup documents;
  private final ProcessCalendarResolver calendarResolver;
  private final FieldResolver fieldResolver;

  private Resolver(ProcessDecl decl, ResolutionContext context) {
    this.decl = decl;
    this.context = context;
    String key = decl.key().value();
    identity = context.period() == null ? key : key + "@" + context.period().period().key();
    participants = new ParticipantLookup(context.people(), findings);
    SourcedPeriod period = context.period();
    documents =
        new DocumentLookup(
            context.documents(), period == null ? null : period.period().key(), findings);
    calendarResolver = new ProcessCalendarResolver(context.calendars(), findings);
    fieldResolver = new FieldResolver(participants, documents);
  }

  /// The process, and the findings of resolving it.
  public static Outcome<ResolvedProcess> resolve(ProcessDecl decl, ResolutionContext context) {
    Resolver resolver = new Resolver(decl, context);
    ResolvedProcess resolved = resolver.run();
    return Outcome.of(resolved, resolver.findings.toList());
  }

  private ResolvedProcess run() {
    SourcedCalendar calendar = calendarResolver.resolve(decl);
    Map<FieldSpec, ResolvedValue> fields = new LinkedHashMap<>();
    FieldMap<DateText> texts = new FieldMap<>(3);
    resolveProcessFields(fields, texts);
    NodeDrafter drafter = new NodeDrafter(decl, fieldResolver, calendarResolver, findings);
    DateNode root = drafter.draftTree(identity, calendar);
    DateResolution dates = resolveDates(dateTree(calendar, texts, fields, root));
    ProcessAssembler assembler = new ProcessAssembler(drafter, participants, dates);
    assembler.putDates(identity, texts, fields);
    putWireCalendar(calendar, fields, dates);
    ProcessGroup group = assembler.buildGroup(drafter.drafts().getFirst());
    Map<FieldSpec, Json> values =
        assembler.orderedValues(identity, Catalog.definable(Schema.PROCESS), fields);
    Map<String, ResolvedNode> nodes = LinkedHashMap.newLinkedHashMap(drafter.drafts().size());
    for (NodeDraft draft : drafter.drafts()) {
      nodes.put(draft.address, Objects.requireNonNull(draft.resolved));
    }
    return new ResolvedProcess(
        decl,
        context.period() == null ? null : context.period().period(),
        new Process(identity, values, group),
        assembler.origins(),
        dates,
        nodes,
        participants.usedPeople(),
        participants.usedRoles(),
        documents.usedDocuments());
  }

  private DateTree dateTree(
      SourcedCalendar calendar,
      FieldMap<DateText> texts,
      Map<FieldSpec, ResolvedValue> fields,
      DateNode root) {
    return new DateTree(
        identity,
        calendar,
        context.period(),
        texts.get(Fields.PROCESS_BUSINESS_START_DATE),
        texts.get(Fields.PROCESS_BUSINESS_END_DATE),
        texts.get(Fields.PROCESS_DUE_DATE),
        relativeDates(fields),
        root);
  }

  private DateResolution resolveDates(DateTree tree) {
    DateResolution dates =
        DateResolver.resolve(tree, context.dateOptions(), context.dateLanguage());
    for (Finding finding : dates.findings()) {
      if (!decl.root().isIncomplete() || !isAboutOthers(finding)) {
        findings.add(finding);
      }
    }
    return dates;
  }

  /// Whether a finding is about a date that refers to a missing node or to a missing date of a
  /// node, which may be one that could not be read.
  private static boolean isAboutOthers(Finding finding) {
    return finding.code() == DateCodes.UNKNOWN_REFERENCE
        || finding.code() == DateCodes.ANCHOR_WITHOUT_DATE;
  }

  private void resolveProcessFields(
      Map<FieldSpec, ResolvedValue> fields, FieldMap<DateText> texts) {
    for (Map.Entry<FieldSpec, YamlNode> entry : decl.fields().entrySet()) {
      FieldSpec field = entry.getKey();
      YamlNode node = entry.getValue();
      int from = findings.size();
      if (node instanceof Scalar scalar && scalar.isNull()) {
        fields.put(field, new ResolvedValue(Json.NULL, node.origin()));
      } else if (field.type() != FieldType.DATE) {
        ResolvedValue value = fieldResolver.resolvePlain(field, node, node.origin());
        if (value != null) {
          fields.put(field, value);
        }
      } else if (node instanceof Scalar scalar) {
        texts.put(field, DateText.written(scalar.value(), scalar.origin()));
      } else {
        texts.put(field, DateText.unreadable(node.origin()));
      }
      findings.locate(from, ":" + field.name());
    }
  }

  private DateTree.@Nullable RelativeDates relativeDates(Map<FieldSpec, ResolvedValue> fields) {
    ResolvedValue value = fields.get(Fields.PROCESS_RELATIVE_DATES);
    return value != null && value.json() instanceof Json.Bool flag
        ? new DateTree.RelativeDates(flag.value(), value.origin().span())
        : null;
  }

  /// Adds the fields of a named calendar; those of a calendar given by fields exist already.
  private void putWireCalendar(
      SourcedCalendar calendar, Map<FieldSpec, ResolvedValue> fields, DateResolution dates) {
    if (decl.calendar() == null) {
      return;
    }
    List<Origin> schedule = new ArrayList<>();
    for (FieldRole end : List.of(FieldRole.SCHEDULE_START, FieldRole.SCHEDULE_END)) {
      ResolvedDate date = dates.date(identity, end);
      if (date != null) {
        schedule.add(date.origin());
      }
    }
    LocalDate start = dates.start();
    LocalDate end = dates.end();
    DayRange days =
        start == null || end == null || end.isBefore(start) ? null : new DayRange(start, end);
    WireCalendar.putFields(calendar, days, schedule, fields);
  }
}
