package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.NodeDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.resolve.Defaults.EffectiveValue;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The drafting of all nodes from the root down: the fields of each, defaults included, and its
/// dates as texts.
final class NodeDrafter {
  private final ProcessDecl decl;
  private final FieldResolver fieldResolver;
  private final ProcessCalendarResolver calendars;
  private final Findings findings;
  private final List<NodeDraft> drafts = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();
  private final Map<ActionKind, List<FieldSpec>> fieldsByKind = new HashMap<>();
  private final Defaults.DefaultValueCache defaultCache = new Defaults.DefaultValueCache();

  NodeDrafter(
      ProcessDecl decl,
      FieldResolver fieldResolver,
      ProcessCalendarResolver calendars,
      Findings findings) {
    this.decl = decl;
    this.fieldResolver = fieldResolver;
    this.calendars = calendars;
    this.findings = findings;
  }

  /// All nodes in tree order, the root group first.
  List<NodeDraft> drafts() {
    return drafts;
  }

  /// Drafts the whole tree, and returns its nodes for the date language.
  DateNode draftTree(String identity, SourcedCalendar calendar) {
    Defaults defaults = Defaults.NONE.withInner(decl.defaults());
    return draftGroup(decl.root(), Address.root(identity), null, defaults, calendar);
  }

  private DateNode draftGroup(
      GroupDecl group,
      String address,
      @Nullable NodeDraft parent,
      Defaults defaults,
      SourcedCalendar inherited) {
    SourcedCalendar own = ownCalendar(group, address);
    List<FieldSpec> fields = Catalog.definable(Schema.PROCESS_GROUP);
    NodeDraft draft =
        addDraft(group, address, parent, own == null ? inherited : own, fields.size());
    Defaults reaching = parent == null ? Defaults.NONE : defaults;
    for (FieldSpec field : fields) {
      if (field != Fields.PROCESS_GROUP_CHILDREN) {
        EffectiveValue effective = reaching.find("group", field, group.fields(), defaultCache);
        if (effective != null) {
          int from = findings.size();
          fieldResolver.resolve(field, effective, draft.values, draft.dates);
          finish(from, field, draft);
        }
      }
    }
    if (!draft.values.containsKey(Fields.PROCESS_GROUP_READ_ONLY)) {
      draft.values.put(
          Fields.PROCESS_GROUP_READ_ONLY,
          new ResolvedValue(
              Json.of(false), new Origin(Layer.BUILT_IN, group.key().span(), group.origin())));
    }
    List<DateNode> children = draftChildren(group, draft, defaults.withInner(group.defaults()));
    ResolvedValue parallel = draft.values.get(Fields.PROCESS_GROUP_PARALLEL);
    return new DateNode(
        address,
        group.key().value(),
        parent == null ? "" : prefix(group.key()),
        DateNode.NodeKind.GROUP,
        parallel != null && parallel.json() instanceof Json.Bool flag && flag.value(),
        own,
        group.origin(),
        DateNode.DateTexts.of(draft.dates.get(Fields.PROCESS_GROUP_DUE_DATE), null),
        List.copyOf(children));
  }

  private List<DateNode> draftChildren(GroupDecl group, NodeDraft draft, Defaults inside) {
    List<DateNode> children = new ArrayList<>(group.children().size());
    draft.children = new ArrayList<>(group.children().size());
    for (NodeDecl child : group.children()) {
      String at = Address.child(draft.address, child.key().value());
      if (addresses.contains(at)) {
        continue;
      }
      // No switch over patterns: it is linked at run time, which slows a cold start.
      children.add(
          child instanceof GroupDecl inner
              ? draftGroup(inner, at, draft, inside, draft.calendar)
              : draftJob((JobDecl) child, at, draft, inside));
    }
    return children;
  }

  /// Gives the findings from an index on the address of a field, without the identity of the
  /// process.
  private void locate(int from, String address, String field) {
    if (findings.size() > from) {
      findings.locate(from, address.substring(address.indexOf('/')) + ":" + field);
    }
  }

  /// Marks a field as unknown if it is set but has no value (unless it is a date, which follows
  /// later), and gives the findings from an index on its address.
  private void finish(int from, FieldSpec field, NodeDraft draft) {
    if (!draft.values.containsKey(field) && !draft.dates.containsKey(field)) {
      draft.addUnknown(field);
    }
    locate(from, draft.address, field.name());
  }

  private NodeDraft addDraft(
      NodeDecl of,
      String address,
      @Nullable NodeDraft parent,
      SourcedCalendar calendar,
      int fieldCount) {
    NodeDraft draft =
        new NodeDraft(of, address, parent == null ? null : parent.address, calendar, fieldCount);
    if (parent != null) {
      parent.children.add(draft);
    }
    drafts.add(draft);
    addresses.add(address);
    return draft;
  }

  private DateNode draftJob(JobDecl job, String address, NodeDraft parent, Defaults defaults) {
    SourcedCalendar own = ownCalendar(job, address);
    List<FieldSpec> fields = fieldsOf(job.kind());
    NodeDraft draft =
        addDraft(job, address, parent, own == null ? parent.calendar : own, fields.size());
    for (FieldSpec field : fields) {
      EffectiveValue effective =
          defaults.find(job.kind().name(), field, job.fields(), defaultCache);
      if (effective != null) {
        int from = findings.size();
        resolveField(job, field, effective, defaults, draft);
        finish(from, field, draft);
      }
    }
    return new DateNode(
        address,
        job.key().value(),
        prefix(job.key()),
        DateNode.NodeKind.TASK,
        false,
        own,
        job.origin(),
        new DateNode.DateTexts(
            FieldMap.find(draft.dates, FieldRole.DUE_DATE),
            FieldMap.find(draft.dates, FieldRole.APPROVAL_DUE),
            draft.argumentDates),
        List.of());
  }

  private void resolveField(
      JobDecl job, FieldSpec field, EffectiveValue effective, Defaults defaults, NodeDraft into) {
    if (effective.isNull()) {
      into.values.put(field, new ResolvedValue(Json.NULL, effective.origin()));
      return;
    }
    switch (field.role()) {
      case ASSIGNEE -> into.assignee = effective.node();
      case APPROVER -> into.approver = effective.node();
      default -> {}
    }
    if (field == Fields.PROCESS_JOB_ARGUMENTS && !(effective.node() instanceof Unknown)) {
      into.values.put(field, fieldResolver.resolveArguments(effective, into));
    } else if (field.role() == FieldRole.SECTION) {
      FieldSpec documentField = Catalog.definable(field.schema(), FieldRole.DOCUMENT);
      EffectiveValue document =
          documentField == null
              ? null
              : defaults.find(job.kind().name(), documentField, job.fields(), defaultCache);
      ResolvedValue section = fieldResolver.resolveSection(effective, document);
      if (section != null) {
        into.values.put(field, section);
      }
    } else {
      fieldResolver.resolve(field, effective, into.values, into.dates);
    }
  }

  /// The part of a key that the use of a template put before it: `us-` for `us-recon`, and for
  /// `us-recon-1000`, where a loop in the template put the key of its turn behind it.
  private static String prefix(Scalar key) {
    List<Origin> inputs = key.origin().inputs();
    if (inputs.isEmpty()) {
      return "";
    }
    String full = key.value();
    String text = key.span().text();
    boolean quoted = text.startsWith("\"") || text.startsWith("'");
    String own = "-" + (quoted ? text.substring(1, text.length() - 1) : text);
    boolean turn = inputs.getFirst().layer() == Layer.LOOP;
    int at =
        turn ? full.lastIndexOf(own + "-") : full.endsWith(own) ? full.length() - own.length() : -1;
    return at < 0 ? "" : full.substring(0, at + 1);
  }

  /// The fields that a job of this kind can have, in the order of the table.
  List<FieldSpec> fieldsOf(ActionKind kind) {
    List<FieldSpec> known = fieldsByKind.get(kind);
    if (known == null) {
      known = new ArrayList<>();
      for (FieldSpec field : Catalog.definable()) {
        boolean arguments = field == Fields.PROCESS_JOB_ARGUMENTS && !kind.argumentsPublished();
        if (field == Fields.PROCESS_JOB_TRIGGER_TYPE
            || arguments
            || field.schema() == kind.arguments()) {
          known.add(field);
        }
      }
      fieldsByKind.put(kind, known);
    }
    return known;
  }

  private @Nullable SourcedCalendar ownCalendar(NodeDecl child, String address) {
    Scalar name = child.calendar();
    int from = findings.size();
    if (name == null) {
      return null;
    }
    if (decl.fields().get(Fields.PROCESS_RELATIVE_DATES) instanceof Scalar flag
        && Boolean.TRUE.equals(ScalarValues.bool(flag))) {
      findings.add(
          Finding.of(
                  ResolveCodes.OWN_CALENDAR_WITH_RELATIVE_DATES,
                  name.span(),
                  "\""
                      + name.value()
                      + "\" counts for this node alone, with relativeDates: true the server would"
                      + " count otherwise")
              .withLabel(flag.span(), "the server moves dates")
              .withHint("set relativeDates: false, or use the calendar of the process"));
    }
    SourcedCalendar named = calendars.named(name);
    locate(from, address, "calendar");
    return named;
  }
}
