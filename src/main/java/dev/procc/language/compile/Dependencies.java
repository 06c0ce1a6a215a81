package dev.procc.language.compile;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.expand.loops.TableSource;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.Calendars;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A recorder of what the compilation of a process uses.
final class Dependencies implements TableSource {
  private final @Nullable String periodKey;
  private final @Nullable PeriodDecl period;
  private final CompileOptions options;
  private final @Nullable ProjectDecl settings;
  private final @Nullable PeopleDecl people;
  private final @Nullable DocumentsDecl documents;
  private final Calendars calendars;
  private final AskedTemplates templates;
  private final List<AskedTable> tables = new ArrayList<>();
  private @Nullable Project project;

  /// A table that was used.
  private record AskedTable(SourceFile asker, Scalar path, Outcome<Table> table) {}

  Dependencies(ProcessInstance instance, CompileInputs inputs) {
    SourceDocument in = instance.period();
    periodKey = in == null ? null : in.key();
    period = periodKey == null ? null : inputs.documents().period(periodKey);
    options = inputs.options();
    settings = inputs.documents().settings();
    people = inputs.baseContext().people();
    documents = inputs.baseContext().documents();
    calendars = inputs.baseContext().calendars().noting();
    templates = new AskedTemplates(inputs.documents().templates());
    project = inputs.documents().project();
  }

  /// Stops recording; lookups by the compiled process are not recorded.
  void seal() {
    calendars.seal();
    templates.all = templates.asked;
    project = null;
  }

  /// The calendars, recorded as they are used.
  Calendars calendars() {
    return calendars;
  }

  /// The templates, recorded as they are used.
  Map<String, Mapping> templates() {
    return templates;
  }

  @Override
  public Outcome<Table> table(SourceFile asker, Scalar path) {
    Project from = project;
    Outcome<Table> table = from == null ? Outcome.failure() : from.table(asker, path);
    tables.add(new AskedTable(asker, path, table));
    return table;
  }

  /// Whether everything that was used is unchanged.
  boolean hold(CompileInputs now) {
    return (periodKey == null || period == now.documents().period(periodKey))
        && options.equals(now.options())
        && settings == now.documents().settings()
        && people == now.baseContext().people()
        && documents == now.baseContext().documents()
        && calendars.isSameAs(now.baseContext().calendars())
        && templates.isSameIn(now.documents().templates())
        && tablesHold(now.documents().project());
  }

  private boolean tablesHold(Project now) {
    for (AskedTable asked : tables) {
      Outcome<Table> table = now.table(asked.asker, asked.path);
      boolean same =
          table.value().isPresent()
              ? asked.table.value().isPresent() && table.value().get() == asked.table.value().get()
              : asked.table.value().isEmpty() && table.findings().equals(asked.table.findings());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /// Templates by key, recorded as they are used.
  private static final class AskedTemplates extends AbstractMap<String, Mapping> {
    private Map<String, Mapping> all;
    private final Map<String, Mapping> asked = new HashMap<>();
    private final List<String> missing = new ArrayList<>();
    private @Nullable Map<String, Mapping> whole;

    AskedTemplates(Map<String, Mapping> all) {
      this.all = all;
    }

    @Override
    public @Nullable Mapping get(@Nullable Object key) {
      Mapping template = all.get(key);
      if (template != null) {
        asked.put(String.valueOf(key), template);
      } else {
        missing.add(String.valueOf(key));
      }
      return template;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Map.Entry<String, Mapping>> entrySet() {
      whole = all;
      return all.entrySet();
    }

    boolean isSameIn(Map<String, Mapping> now) {
      Map<String, Mapping> before = whole;
      if (before != null && !before.keySet().equals(now.keySet())) {
        return false;
      }
      for (String key : missing) {
        if (now.containsKey(key)) {
          return false;
        }
      }
      for (Map.Entry<String, Mapping> entry : asked.entrySet()) {
        if (now.get(entry.getKey()) != entry.getValue()) {
          return false;
        }
      }
      return true;
    }
  }
}
