package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateResolver;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.Resolution;
import dev.procc.model.duedate.ResolvedDate;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.process.Group;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Resolves one expanded process: the tree downwards (`Drafting`: defaults, people, documents),
/// then its dates, then the tree upwards (`Building`).
public final class Resolver {
  private final ProcessDecl decl;
  private final Surroundings around;
  private final String identity;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Participants participants;
  private final DocumentNames documents;
  private final ProcessCalendar calendars;
  private final FieldValues fieldValues;

  private Resolver(ProcessDecl decl, Surroundings around) {
    this.decl = decl;
    this.around = around;
    String key = decl.key().value();
    identity = around.period() == null ? key : key + "@" + around.period().period().key();
    participants = new Participants(around.people(), found);
    SourcedPeriod period = around.period();
    documents =
        new DocumentNames(around.documents(), period == null ? null : period.period().key(), found);
    calendars = new ProcessCalendar(around.calendars(), found);
    fieldValues = new FieldValues(participants, documents);
  }

  /// The process, and everything found on the way.
  public static Outcome<Resolved> resolve(ProcessDecl decl, Surroundings around) {
    Resolver resolver = new Resolver(decl, around);
    Resolved resolved = resolver.run();
    return Outcome.of(resolved, resolver.found);
  }

  private Resolved run() {
    SourcedCalendar calendar = calendars.of(decl);
    Map<Field, Value> fields = new LinkedHashMap<>();
    FieldMap<DateText> texts = new FieldMap<>(3);
    processFields(fields, texts);
    Drafting drafting = new Drafting(decl, fieldValues, calendars, found);
    DateNode root = drafting.root(identity, calendar);
    DateTree tree =
        new DateTree(
            identity,
            calendar,
            around.period(),
            texts.get(Fields.PROCESS_BUSINESS_START_DATE),
            texts.get(Fields.PROCESS_BUSINESS_END_DATE),
            texts.get(Fields.PROCESS_DUE_DATE),
            relativeDates(fields),
            root);
    Resolution dates = DateResolver.resolve(tree, around.dateOptions(), around.dateLanguage());
    found.addAll(dates.diagnostics());
    Building building = new Building(drafting, participants, dates);
    building.putDates(identity, texts, fields);
    onWire(calendar, fields, dates);
    Group group = building.group(drafting.drafts().getFirst());
    Process process =
        new Process(
            identity, building.values(identity, Catalog.ours(Schema.PROCESS), fields), group);
    Map<String, NodeInfo> nodes = LinkedHashMap.newLinkedHashMap(drafting.drafts().size());
    for (Draft draft : drafting.drafts()) {
      nodes.put(draft.address, Objects.requireNonNull(draft.built));
    }
    return new Resolved(
        decl,
        around.period() == null ? null : around.period().period(),
        process,
        building.origins(),
        dates,
        nodes,
        participants.used(),
        participants.roles(),
        documents.used());
  }

  private void processFields(Map<Field, Value> fields, FieldMap<DateText> texts) {
    for (Map.Entry<Field, Node> entry : decl.fields().entrySet()) {
      Field field = entry.getKey();
      Node node = entry.getValue();
      if (node instanceof Scalar scalar && scalar.isNull()) {
        fields.put(field, new Value(Json.NULL, node.origin()));
      } else if (field.type() != FieldType.DATE) {
        Value value = fieldValues.plain(field, node, node.origin());
        if (value != null) {
          fields.put(field, value);
        }
      } else if (node instanceof Scalar scalar) {
        texts.put(field, DateText.written(scalar.value(), scalar.origin()));
      }
    }
  }

  private DateTree.@Nullable RelativeDates relativeDates(Map<Field, Value> fields) {
    Value value = fields.get(Fields.PROCESS_RELATIVE_DATES);
    return value != null && value.json() instanceof Json.Bool flag
        ? new DateTree.RelativeDates(flag.value(), value.origin().span())
        : null;
  }

  /// What a named calendar puts on the wire; a calendar given by fields is there already.
  private void onWire(SourcedCalendar calendar, Map<Field, Value> fields, Resolution dates) {
    if (decl.calendar() == null) {
      return;
    }
    List<Origin> schedule = new ArrayList<>();
    for (String end : List.of("businessStartDate", "businessEndDate")) {
      ResolvedDate date = dates.date(identity, end);
      if (date != null) {
        schedule.add(date.origin());
      }
    }
    ProcessCalendar.onWire(calendar, dates.start(), dates.end(), schedule, fields);
  }
}
