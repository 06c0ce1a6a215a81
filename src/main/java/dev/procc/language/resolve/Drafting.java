package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.ChildDecl;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.resolve.Defaults.Effective;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks the tree downwards: the fields of each node, defaults included, and its dates as texts.
final class Drafting {
  private final ProcessDecl decl;
  private final FieldValues fieldValues;
  private final ProcessCalendar calendars;
  private final List<Diagnostic> found;
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();
  private final Map<ActionKind, List<Field>> rows = new HashMap<>();
  private final Defaults.Made made = new Defaults.Made();

  Drafting(
      ProcessDecl decl,
      FieldValues fieldValues,
      ProcessCalendar calendars,
      List<Diagnostic> found) {
    this.decl = decl;
    this.fieldValues = fieldValues;
    this.calendars = calendars;
    this.found = found;
  }

  /// Every node in tree order, the root group first.
  List<Draft> drafts() {
    return drafts;
  }

  /// Drafts the whole tree; what the dates need of it comes back.
  DateNode root(String identity, SourcedCalendar calendar) {
    Defaults defaults = Defaults.NONE.inside(decl.defaults());
    return group(decl.root(), Address.root(identity), null, defaults, calendar);
  }

  private DateNode group(
      GroupDecl group,
      String address,
      @Nullable Draft parent,
      Defaults defaults,
      SourcedCalendar around) {
    SourcedCalendar own = own(group);
    List<Field> known = Catalog.ours(Schema.PROCESS_GROUP);
    Draft draft = start(group, address, parent, own == null ? around : own, known.size());
    Defaults reaching = parent == null ? Defaults.NONE : defaults;
    for (Field field : known) {
      if (field != Fields.PROCESS_GROUP_CHILDREN) {
        Effective effective = reaching.of("group", field, group.fields(), made);
        if (effective != null) {
          fieldValues.take(field, effective, draft.values, draft.dates);
        }
      }
    }
    if (!draft.values.containsKey(Fields.PROCESS_GROUP_READ_ONLY)) {
      draft.values.put(
          Fields.PROCESS_GROUP_READ_ONLY,
          new Value(
              Json.of(false), new Origin(Layer.BUILT_IN, group.key().span(), group.origin())));
    }
    List<DateNode> children = children(group, draft, defaults.inside(group.defaults()));
    Value parallel = draft.values.get(Fields.PROCESS_GROUP_PARALLEL);
    return new DateNode(
        address,
        group.key().value(),
        DateNode.Kind.GROUP,
        parallel != null && parallel.json() instanceof Json.Bool flag && flag.value(),
        own,
        group.origin(),
        draft.dates.get(Fields.PROCESS_GROUP_DUE_DATE),
        null,
        List.of(),
        children);
  }

  private List<DateNode> children(GroupDecl group, Draft draft, Defaults inside) {
    List<DateNode> children = new ArrayList<>(group.children().size());
    draft.children = new ArrayList<>(group.children().size());
    for (ChildDecl child : group.children()) {
      String at = Address.child(draft.address, child.key().value());
      if (addresses.contains(at)) {
        continue;
      }
      // No switch over patterns: it is linked at run time, which every cold start would pay for.
      DateNode node =
          child instanceof GroupDecl inner
              ? group(inner, at, draft, inside, draft.counting)
              : job((JobDecl) child, at, draft, inside);
      String prefix = prefix(child.key());
      children.add(prefix.isEmpty() ? node : node.withPrefix(prefix));
    }
    return children;
  }

  private Draft start(
      ChildDecl of,
      String address,
      @Nullable Draft parent,
      SourcedCalendar counting,
      int fieldCount) {
    Draft draft =
        new Draft(of, address, parent == null ? null : parent.address, counting, fieldCount);
    if (parent != null) {
      parent.children.add(draft);
    }
    drafts.add(draft);
    addresses.add(address);
    return draft;
  }

  private DateNode job(JobDecl job, String address, Draft parent, Defaults defaults) {
    SourcedCalendar own = own(job);
    List<Field> known = fieldsOf(job.kind());
    Draft draft = start(job, address, parent, own == null ? parent.counting : own, known.size());
    for (Field field : known) {
      Effective effective = defaults.of(job.kind().name(), field, job.fields(), made);
      if (effective != null) {
        take(job, field, effective, defaults, draft);
      }
    }
    return new DateNode(
        address,
        job.key().value(),
        DateNode.Kind.TASK,
        false,
        own,
        job.origin(),
        named(draft.dates, "dueDate"),
        named(draft.dates, "approverDueDate"),
        draft.others,
        List.of());
  }

  private void take(JobDecl job, Field field, Effective effective, Defaults defaults, Draft into) {
    if (effective.nothing()) {
      into.values.put(field, new Value(Json.NULL, effective.origin()));
      return;
    }
    switch (field.name()) {
      case "assignee" -> into.assignee = effective.node();
      case "approver" -> into.approver = effective.node();
      default -> {}
    }
    if (field == Fields.PROCESS_JOB_ARGUMENTS) {
      into.values.put(field, fieldValues.arguments(effective, into));
    } else if (field.name().equals("section")) {
      Field documentField = Catalog.ours(field.schema(), "document");
      Effective document =
          documentField == null
              ? null
              : defaults.of(job.kind().name(), documentField, job.fields(), made);
      Value section = fieldValues.section(effective, document);
      if (section != null) {
        into.values.put(field, section);
      }
    } else {
      fieldValues.take(field, effective, into.values, into.dates);
    }
  }

  /// What the use of a template put before the key that the template writes: `us-` of `us-recon`.
  private static String prefix(Scalar key) {
    String full = key.value();
    if (key.origin().from().isEmpty()) {
      return "";
    }
    String written = "-" + key.span().text();
    return full.endsWith(written) ? full.substring(0, full.length() - written.length() + 1) : "";
  }

  /// The rows that a job of this kind can have, in the order of the table.
  List<Field> fieldsOf(ActionKind kind) {
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
}
