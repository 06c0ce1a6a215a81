package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.ChildDecl;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.resolve.Defaults.Effective;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DateField;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateResolver;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.Resolution;
import dev.procc.model.duedate.ResolvedDate;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.process.Address;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Resolves one expanded process: defaults, people, documents, then dates.
public final class Resolver {
  private final ProcessDecl decl;
  private final Surroundings around;
  private final String identity;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Participants participants;
  private final DocumentNames documents;
  private final ProcessCalendar calendars;
  private final Map<FieldRef, Origin> origins = new LinkedHashMap<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<ActionKind, List<Field>> rows = new HashMap<>();

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
  }

  /// The process, and everything found on the way.
  public static Outcome<Resolved> resolve(ProcessDecl decl, Surroundings around) {
    Resolver resolver = new Resolver(decl, around);
    Resolved resolved = resolver.run();
    return Outcome.of(resolved, resolver.found);
  }

  /// A node on its way: its fields so far, its dates as texts.
  ///
  /// @param values by their row; dates come later
  /// @param dates texts of `dueDate` and `approverDueDate` by their row
  /// @param others further dates, in the arguments of a kind that is not published
  private record Draft(
      ChildDecl decl,
      String address,
      @Nullable String parent,
      SourcedCalendar counting,
      @Nullable SourcedCalendar own,
      Map<Field, Value> values,
      Map<Field, DateText> dates,
      List<DateField> others,
      @Nullable Node assignee,
      @Nullable Node approver) {}

  private Resolved run() {
    SourcedCalendar calendar = calendars.of(decl);
    Defaults defaults = Defaults.NONE.inside(decl.defaults());
    Map<Field, Value> fields = new LinkedHashMap<>();
    Map<Field, DateText> texts = new LinkedHashMap<>();
    processFields(fields, texts);
    DateNode root = group(decl.root(), Address.root(identity), null, defaults, calendar);
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
    texts.forEach((field, text) -> put(fields, field, text, identity, dates));
    onWire(calendar, fields, dates);
    Map<String, NodeInfo> nodes = new LinkedHashMap<>();
    Group group = buildGroup(decl.root(), Address.root(identity), dates, nodes);
    Process process =
        new Process(identity, values(identity, Catalog.ours(Schema.PROCESS), fields), group);
    Map<String, NodeInfo> ordered = new LinkedHashMap<>();
    drafts.keySet().forEach(address -> ordered.put(address, nodes.get(address)));
    return new Resolved(
        decl,
        around.period() == null ? null : around.period().period(),
        process,
        origins,
        dates,
        ordered,
        participants.used(),
        documents.used());
  }

  private void processFields(Map<Field, Value> fields, Map<Field, DateText> texts) {
    for (Map.Entry<Field, Node> entry : decl.fields().entrySet()) {
      Field field = entry.getKey();
      Node node = entry.getValue();
      if (node instanceof Scalar scalar && scalar.isNull()) {
        fields.put(field, new Value(Json.NULL, node.origin()));
        continue;
      }
      if (field.type() == FieldType.DATE) {
        if (node instanceof Scalar scalar) {
          texts.put(field, DateText.written(scalar.value(), scalar.origin()));
        }
        continue;
      }
      Value value = plain(field, node, node.origin());
      if (value != null) {
        fields.put(field, value);
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

  // ---- the tree, downwards: fields and texts

  private DateNode group(
      GroupDecl group,
      String address,
      @Nullable String parent,
      Defaults defaults,
      SourcedCalendar around) {
    SourcedCalendar own = own(group);
    SourcedCalendar counting = own == null ? around : own;
    Map<Field, Value> values = new LinkedHashMap<>();
    Map<Field, DateText> texts = new LinkedHashMap<>();
    Defaults reaching = parent == null ? Defaults.NONE : defaults;
    for (Field field : Catalog.ours(Schema.PROCESS_GROUP)) {
      if (field == Fields.PROCESS_GROUP_CHILDREN) {
        continue;
      }
      Effective effective = reaching.of("group", field, group.fields());
      if (effective != null) {
        take(field, effective, values, texts);
      }
    }
    values.putIfAbsent(
        Fields.PROCESS_GROUP_READ_ONLY,
        new Value(Json.of(false), new Origin(Layer.BUILT_IN, group.key().span(), group.origin())));
    drafts.put(
        address,
        new Draft(group, address, parent, counting, own, values, texts, List.of(), null, null));
    Defaults inside = defaults.inside(group.defaults());
    List<DateNode> children = new ArrayList<>();
    for (ChildDecl child : group.children()) {
      String at = Address.child(address, child.key().value());
      if (drafts.containsKey(at)) {
        continue;
      }
      // No switch over patterns: it is linked at run time, which every cold start would pay for.
      DateNode node =
          child instanceof GroupDecl inner
              ? group(inner, at, address, inside, counting)
              : job((JobDecl) child, at, address, inside, counting);
      String prefix = prefix(child.key());
      children.add(prefix.isEmpty() ? node : node.withPrefix(prefix));
    }
    Value parallel = values.get(Fields.PROCESS_GROUP_PARALLEL);
    return new DateNode(
        address,
        group.key().value(),
        DateNode.Kind.GROUP,
        parallel != null && parallel.json() instanceof Json.Bool flag && flag.value(),
        own,
        group.origin(),
        texts.get(Fields.PROCESS_GROUP_DUE_DATE),
        null,
        List.of(),
        children);
  }

  private DateNode job(
      JobDecl job, String address, String parent, Defaults defaults, SourcedCalendar around) {
    SourcedCalendar own = own(job);
    SourcedCalendar counting = own == null ? around : own;
    Map<Field, Value> values = new LinkedHashMap<>();
    Map<Field, DateText> texts = new LinkedHashMap<>();
    List<DateField> others = new ArrayList<>();
    Effective assignee = null;
    Effective approver = null;
    for (Field field : fieldsOf(job)) {
      Effective effective = defaults.of(job.kind().name(), field, job.fields());
      if (effective == null) {
        continue;
      }
      if (effective.nothing()) {
        values.put(field, new Value(Json.NULL, effective.origin()));
        continue;
      }
      switch (field.name()) {
        case "assignee" -> assignee = effective;
        case "approver" -> approver = effective;
        default -> {}
      }
      if (field == Fields.PROCESS_JOB_ARGUMENTS) {
        values.put(field, arguments(effective, others));
      } else if (field.name().equals("section")) {
        section(job, defaults, field, effective, values);
      } else {
        take(field, effective, values, texts);
      }
    }
    drafts.put(
        address,
        new Draft(
            job,
            address,
            parent,
            counting,
            own,
            values,
            texts,
            others,
            assignee == null ? null : assignee.node(),
            approver == null ? null : approver.node()));
    return new DateNode(
        address,
        job.key().value(),
        DateNode.Kind.TASK,
        false,
        own,
        job.origin(),
        named(texts, "dueDate"),
        named(texts, "approverDueDate"),
        others,
        List.of());
  }

  /// What the use of a template put before the key that the template writes: `us-` of `us-recon`.
  private static String prefix(Scalar key) {
    String made = key.value();
    if (key.origin().from().isEmpty()) {
      return "";
    }
    String written = "-" + key.span().text();
    return made.endsWith(written) ? made.substring(0, made.length() - written.length() + 1) : "";
  }

  /// The rows that a job of this kind can have, in the order of the table.
  private List<Field> fieldsOf(JobDecl job) {
    ActionKind kind = job.kind();
    List<Field> known = rows.get(kind);
    if (known == null) {
      known = new ArrayList<>();
      for (Field field : Catalog.ours()) {
        boolean arguments = field == Fields.PROCESS_JOB_ARGUMENTS && !kind.published();
        if (field == Fields.PROCESS_JOB_TRIGGER_TYPE
            || arguments
            || field.schema() == kind.arguments()) {
          known.add(field);
        }
      }
      rows.put(kind, known);
    }
    return known;
  }

  private static @Nullable DateText named(Map<Field, DateText> texts, String name) {
    for (Map.Entry<Field, DateText> entry : texts.entrySet()) {
      if (entry.getKey().name().equals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private @Nullable SourcedCalendar own(ChildDecl child) {
    Scalar name = child.calendar();
    if (name == null) {
      return null;
    }
    if (decl.fields().get(Fields.PROCESS_RELATIVE_DATES) instanceof Scalar flag
        && Boolean.TRUE.equals(Scalars.bool(flag))) {
      found.add(
          Diagnostic.of(
                  ResolveCodes.LOCAL_CALENDAR_ON_WIRE,
                  name.span(),
                  "\""
                      + name.value()
                      + "\" counts for this node alone, with relativeDates: true the server would"
                      + " count otherwise")
              .withLabel(flag.span(), "the server moves dates")
              .withHint("set relativeDates: false, or use the calendar of the process"));
    }
    return calendars.named(name);
  }

  private void take(
      Field field, Effective effective, Map<Field, Value> values, Map<Field, DateText> texts) {
    if (effective.nothing()) {
      values.put(field, new Value(Json.NULL, effective.origin()));
      return;
    }
    if (field.type() == FieldType.DATE) {
      if (effective.node() instanceof Scalar scalar) {
        texts.put(field, new DateText(scalar.value(), effective.origin(), effective.fallback()));
      }
      return;
    }
    Value value = plain(field, effective.node(), effective.origin());
    if (value != null) {
      values.put(field, value);
    }
  }

  private void section(
      JobDecl job, Defaults defaults, Field field, Effective effective, Map<Field, Value> values) {
    Schema schema = field.schema();
    Field documentField = Catalog.ours(schema, "document");
    Effective document =
        documentField == null ? null : defaults.of(job.kind().name(), documentField, job.fields());
    if (effective.node() instanceof Scalar name) {
      Value value =
          documents.section(
              name,
              effective.origin(),
              document != null && !document.nothing() && document.node() instanceof Scalar scalar
                  ? scalar
                  : null);
      if (value != null) {
        values.put(field, value);
      }
    }
  }

  /// A value that needs nothing but lookups: everything that is no date.
  private @Nullable Value plain(Field field, Node node, Origin origin) {
    return switch (field.type()) {
      case BOOLEAN ->
          node instanceof Scalar scalar && Scalars.bool(scalar) != null
              ? new Value(Json.of(Boolean.TRUE.equals(Scalars.bool(scalar))), origin)
              : null;
      case PARTICIPANT_REF -> participants.participant(node, origin);
      case STRING -> {
        if (!(node instanceof Scalar scalar)) {
          yield null;
        }
        yield field.name().equals("document")
            ? documents.document(scalar, origin)
            : new Value(Json.of(scalar.value()), origin);
      }
      case SET_OF_DATES, SET_OF_STRINGS, SET_OF_WEEKDAYS -> set(field, node, origin);
      default -> new Value(RawJson.of(node, mapping -> null), origin);
    };
  }

  private static @Nullable Value set(Field field, Node node, Origin origin) {
    if (!(node instanceof Sequence sequence)) {
      return null;
    }
    List<Origin> from = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar.value());
        from.add(scalar.origin());
      }
    }
    if (field.type() == FieldType.SET_OF_WEEKDAYS) {
      List<String> week = dev.procc.model.calendar.Weekdays.known();
      texts.sort((a, b) -> Integer.compare(week.indexOf(a), week.indexOf(b)));
    } else {
      texts = List.copyOf(new TreeSet<>(texts));
    }
    return texts.isEmpty() ? null : new Value(Json.texts(texts), origin.with(from));
  }

  /// Raw arguments: `{ person: cfo }` becomes a participant; `{ date: WD12 }` a date, which is put
  /// in once it is known.
  private Value arguments(Effective effective, List<DateField> others) {
    List<Origin> from = new ArrayList<>();
    Json json =
        RawJson.of(
            effective.node(),
            mapping -> {
              if (mapping.entries().size() != 1) {
                return null;
              }
              if (mapping.get("person") instanceof Scalar name) {
                Value value = participants.participant(name, name.origin());
                if (value != null) {
                  from.add(value.origin());
                }
                return value == null ? Json.NULL : value.json();
              }
              if (mapping.get("date") instanceof Scalar text) {
                String name = "arguments." + others.size();
                others.add(new DateField(name, DateText.written(text.value(), text.origin())));
                return Json.of(PLACE + name);
              }
              return null;
            });
    return new Value(json, effective.origin().with(from));
  }

  /// Marks the place of a date in raw arguments until the date is known; no YAML text can hold it.
  private static final String PLACE = "\u0000";

  // ---- the tree, upwards: dates and nodes

  private Group buildGroup(
      GroupDecl group, String address, Resolution dates, Map<String, NodeInfo> nodes) {
    Draft draft = draft(address);
    List<dev.procc.model.process.Node> children = new ArrayList<>();
    for (ChildDecl child : group.children()) {
      String at = Address.child(address, child.key().value());
      if (draft(at).decl() != child) {
        continue;
      }
      if (child instanceof GroupDecl inner) {
        children.add(buildGroup(inner, at, dates, nodes));
      } else if (child instanceof JobDecl job) {
        children.add(buildJob(job, at, dates, nodes));
      }
    }
    draft.dates().forEach((field, text) -> put(draft.values(), field, text, address, dates));
    Group built =
        new Group(
            group.key().value(),
            values(address, Catalog.ours(Schema.PROCESS_GROUP), draft.values()),
            children);
    nodes.put(address, info(draft, built));
    return built;
  }

  private Job buildJob(JobDecl job, String address, Resolution dates, Map<String, NodeInfo> nodes) {
    Draft draft = draft(address);
    draft.dates().forEach((field, text) -> put(draft.values(), field, text, address, dates));
    Value raw = draft.values().get(Fields.PROCESS_JOB_ARGUMENTS);
    if (raw != null && !draft.others().isEmpty()) {
      List<Origin> from = new ArrayList<>();
      Json json = filled(raw.json(), address, dates, from);
      draft.values().put(Fields.PROCESS_JOB_ARGUMENTS, new Value(json, raw.origin().with(from)));
    }
    Job built =
        new Job(job.key().value(), job.kind(), values(address, fieldsOf(job), draft.values()));
    nodes.put(address, info(draft, built));
    return built;
  }

  private Draft draft(String address) {
    Draft draft = drafts.get(address);
    if (draft == null) {
      throw new IllegalStateException("no node " + address);
    }
    return draft;
  }

  private NodeInfo info(Draft draft, dev.procc.model.process.Node node) {
    return new NodeInfo(
        draft.address(),
        draft.parent(),
        draft.decl(),
        node,
        draft.counting().days(),
        person(draft.assignee()),
        person(draft.approver()));
  }

  private dev.procc.language.ast.PeopleDecl.@Nullable PersonDecl person(@Nullable Node name) {
    return name instanceof Scalar scalar ? participants.known(scalar.value()) : null;
  }

  private static Json filled(Json json, String address, Resolution dates, List<Origin> from) {
    return switch (json) {
      case Json.Str text when text.value().startsWith(PLACE) -> {
        FieldRef ref = new FieldRef(address, text.value().substring(1));
        ResolvedDate date = dates.date(ref);
        if (date != null) {
          from.add(date.origin());
        }
        yield date == null ? Json.NULL : Json.of(date.date().toString());
      }
      case Json.Obj object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((k, v) -> members.put(k, filled(v, address, dates, from)));
        yield new Json.Obj(members);
      }
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(filled(item, address, dates, from)));
        yield new Json.Arr(items);
      }
      default -> json;
    };
  }

  private static void put(
      Map<Field, Value> values, Field field, DateText text, String address, Resolution dates) {
    ResolvedDate date = dates.date(address, field.name());
    if (date != null) {
      values.put(field, new Value(Json.of(date.date().toString()), date.origin()));
    } else if (text.text().strip().equalsIgnoreCase("none")) {
      values.put(field, new Value(Json.NULL, text.origin()));
    }
  }

  /// The values of some rows, in their order, their origins noted.
  private Map<Field, Json> values(String address, List<Field> fields, Map<Field, Value> values) {
    Map<Field, Json> ordered = new LinkedHashMap<>();
    for (Field field : fields) {
      Value value = values.get(field);
      if (value != null) {
        ordered.put(field, value.json());
        origins.put(new FieldRef(address, field.name()), value.origin());
      }
    }
    return ordered;
  }
}
