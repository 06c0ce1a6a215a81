package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.OriginTable;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The assembly of the process from drafts, from the leaves up, once the dates are known: dates
/// become values, drafts become nodes, and the origin of each value is recorded.
final class ProcessAssembler {
  private final NodeDrafter drafter;
  private final ParticipantLookup participants;
  private final DateResolution dates;
  private final OriginTable origins = new OriginTable();
  private final Map<LocalDate, Json> dateJson = new HashMap<>();

  ProcessAssembler(NodeDrafter drafter, ParticipantLookup participants, DateResolution dates) {
    this.drafter = drafter;
    this.participants = participants;
    this.dates = dates;
  }

  /// The origins of all fields built so far.
  OriginTable origins() {
    return origins;
  }

  ProcessGroup buildGroup(NodeDraft draft) {
    List<ProcessNode> children = new ArrayList<>(draft.children.size());
    for (NodeDraft child : draft.children) {
      children.add(child.decl instanceof JobDecl job ? buildJob(job, child) : buildGroup(child));
    }
    putDates(draft);
    Map<FieldSpec, Json> fields =
        orderedValues(draft.address, Catalog.definable(Schema.PROCESS_GROUP), draft.values);
    ProcessGroup built = new ProcessGroup(draft.decl.key().value(), fields, children);
    draft.resolved = resolvedNode(draft, built);
    return built;
  }

  private ProcessJob buildJob(JobDecl job, NodeDraft draft) {
    putDates(draft);
    ResolvedValue raw = draft.values.get(Fields.PROCESS_JOB_ARGUMENTS);
    if (raw != null && !draft.argumentDates.isEmpty()) {
      List<Origin> from = new ArrayList<>();
      Json json = fillDates(raw.json(), draft.address, from);
      draft.values.put(
          Fields.PROCESS_JOB_ARGUMENTS, new ResolvedValue(json, raw.origin().withInputs(from)));
    }
    Map<FieldSpec, Json> fields =
        orderedValues(draft.address, drafter.fieldsOf(job.kind()), draft.values);
    ProcessJob built = new ProcessJob(job.key().value(), job.kind(), fields);
    draft.resolved = resolvedNode(draft, built);
    return built;
  }

  private ResolvedNode resolvedNode(NodeDraft draft, ProcessNode node) {
    return new ResolvedNode(
        draft.address,
        draft.parent,
        draft.decl,
        node,
        draft.calendar.days(),
        person(draft.assignee),
        person(draft.approver),
        draft.unknownFields);
  }

  private @Nullable PersonDecl person(@Nullable YamlNode name) {
    return name instanceof Scalar scalar ? participants.findPerson(scalar.value()) : null;
  }

  private Json fillDates(Json json, String address, List<Origin> from) {
    return switch (json) {
      case Json.Str text when text.value().startsWith(FieldResolver.DATE_PLACEHOLDER) -> {
        FieldRef ref = new FieldRef(address, text.value().substring(1));
        ResolvedDate date = dates.date(ref);
        if (date != null) {
          from.add(date.origin());
        }
        yield date == null ? Json.NULL : dateJson(date.date());
      }
      case Json.Obj object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((k, v) -> members.put(k, fillDates(v, address, from)));
        yield new Json.Obj(members);
      }
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(fillDates(item, address, from)));
        yield new Json.Arr(items);
      }
      default -> json;
    };
  }

  private void putDates(NodeDraft draft) {
    putDates(draft.address, draft.dates, draft.values);
    for (FieldSpec field : draft.dates.keySet()) {
      if (!draft.values.containsKey(field)) {
        draft.addUnknown(field);
      }
    }
  }

  /// Adds the resolved dates to the values.
  void putDates(String address, FieldMap<DateText> texts, Map<FieldSpec, ResolvedValue> values) {
    for (Map.Entry<FieldSpec, DateText> entry : texts.entrySet()) {
      FieldSpec field = entry.getKey();
      DateText text = entry.getValue();
      ResolvedDate date = dates.date(address, field.name());
      if (date != null) {
        values.put(field, new ResolvedValue(dateJson(date.date()), date.origin()));
      } else if (text.text().strip().equalsIgnoreCase("none")) {
        values.put(field, new ResolvedValue(Json.NULL, text.origin()));
      }
    }
  }

  private Json dateJson(LocalDate day) {
    Json known = dateJson.get(day);
    if (known == null) {
      known = Json.of(day.toString());
      dateJson.put(day, known);
    }
    return known;
  }

  /// The values of fields in the given order; their origins are recorded.
  Map<FieldSpec, Json> orderedValues(
      String address, List<FieldSpec> fields, Map<FieldSpec, ResolvedValue> values) {
    FieldMap<Json> ordered = new FieldMap<>(values.size());
    for (FieldSpec field : fields) {
      ResolvedValue value = values.get(field);
      if (value != null) {
        ordered.put(field, value.json());
        origins.set(address, field.name(), value.origin(), values.size());
      }
    }
    return ordered.freeze();
  }
}
