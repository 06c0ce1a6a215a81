package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Origins;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.Resolution;
import dev.procc.model.duedate.ResolvedDate;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walks the drafts upwards, once the dates are known: dates become values, drafts become nodes,
/// and where each value came from is noted.
final class Building {
  private final Drafting drafting;
  private final Participants participants;
  private final Resolution dates;
  private final Origins origins = new Origins();
  private final Map<LocalDate, Json> days = new HashMap<>();

  Building(Drafting drafting, Participants participants, Resolution dates) {
    this.drafting = drafting;
    this.participants = participants;
    this.dates = dates;
  }

  /// Where every field built so far came from.
  Origins origins() {
    return origins;
  }

  Group group(Draft draft) {
    List<Node> children = new ArrayList<>(draft.children.size());
    for (Draft child : draft.children) {
      children.add(child.decl instanceof JobDecl job ? job(job, child) : group(child));
    }
    putDates(draft.address, draft.dates, draft.values);
    Map<Field, Json> fields =
        values(draft.address, Catalog.ours(Schema.PROCESS_GROUP), draft.values);
    Group built = new Group(draft.decl.key().value(), fields, children);
    draft.built = info(draft, built);
    return built;
  }

  private Job job(JobDecl job, Draft draft) {
    putDates(draft.address, draft.dates, draft.values);
    Value raw = draft.values.get(Fields.PROCESS_JOB_ARGUMENTS);
    if (raw != null && !draft.others.isEmpty()) {
      List<Origin> from = new ArrayList<>();
      Json json = filled(raw.json(), draft.address, from);
      draft.values.put(Fields.PROCESS_JOB_ARGUMENTS, new Value(json, raw.origin().with(from)));
    }
    Map<Field, Json> fields = values(draft.address, drafting.fieldsOf(job.kind()), draft.values);
    Job built = new Job(job.key().value(), job.kind(), fields);
    draft.built = info(draft, built);
    return built;
  }

  private NodeInfo info(Draft draft, Node node) {
    return new NodeInfo(
        draft.address,
        draft.parent,
        draft.decl,
        node,
        draft.counting.days(),
        person(draft.assignee),
        person(draft.approver));
  }

  private @Nullable PersonDecl person(dev.procc.language.yaml.@Nullable Node name) {
    return name instanceof Scalar scalar ? participants.known(scalar.value()) : null;
  }

  private Json filled(Json json, String address, List<Origin> from) {
    return switch (json) {
      case Json.Str text when text.value().startsWith(FieldValues.PLACE) -> {
        FieldRef ref = new FieldRef(address, text.value().substring(1));
        ResolvedDate date = dates.date(ref);
        if (date != null) {
          from.add(date.origin());
        }
        yield date == null ? Json.NULL : json(date.date());
      }
      case Json.Obj object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((k, v) -> members.put(k, filled(v, address, from)));
        yield new Json.Obj(members);
      }
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(filled(item, address, from)));
        yield new Json.Arr(items);
      }
      default -> json;
    };
  }

  /// Puts the dates that came of the texts to the values.
  void putDates(String address, FieldMap<DateText> texts, Map<Field, Value> values) {
    for (Map.Entry<Field, DateText> entry : texts.entrySet()) {
      Field field = entry.getKey();
      DateText text = entry.getValue();
      ResolvedDate date = dates.date(address, field.name());
      if (date != null) {
        values.put(field, new Value(json(date.date()), date.origin()));
      } else if (text.text().strip().equalsIgnoreCase("none")) {
        values.put(field, new Value(Json.NULL, text.origin()));
      }
    }
  }

  private Json json(LocalDate day) {
    Json known = days.get(day);
    if (known == null) {
      known = Json.of(day.toString());
      days.put(day, known);
    }
    return known;
  }

  /// The values of some rows, in their order, their origins noted.
  Map<Field, Json> values(String address, List<Field> fields, Map<Field, Value> values) {
    FieldMap<Json> ordered = new FieldMap<>(values.size());
    for (Field field : fields) {
      Value value = values.get(field);
      if (value != null) {
        ordered.put(field, value.json());
        origins.note(address, field.name(), value.origin(), values.size());
      }
    }
    return ordered.freeze();
  }
}
