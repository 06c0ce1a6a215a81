package dev.procc.language.project;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.bind.Binder;
import dev.procc.language.bind.FittingItems;
import dev.procc.language.expand.loops.Table;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A cache of what files were read to, from one reading of a project to the next. An entry that
/// depends on a single text is kept as long as that text is read again.
public final class ReadCache {
  private final Binder binder = new Binder(new DateLanguage());
  private @Nullable FittingItems known;
  private Map<SourceFile, DefinitionFile> before = Map.of();
  private Map<SourceFile, DefinitionFile> files = new ConcurrentHashMap<>();
  private Map<SourceFile, Boolean> definitionsBefore = Map.of();
  private Map<SourceFile, Boolean> definitions = new ConcurrentHashMap<>();
  private Map<SourceFile, Outcome<Table>> tablesBefore = Map.of();
  private Map<SourceFile, Outcome<Table>> tables = new ConcurrentHashMap<>();

  /// Starts a new reading; entries that the last one did not use are dropped.
  public void begin() {
    FittingItems items = known == null ? new FittingItems() : known;
    items.begin();
    known = items;
    before = files;
    files = new ConcurrentHashMap<>();
    definitionsBefore = definitions;
    definitions = new ConcurrentHashMap<>();
    tablesBefore = tables;
    tables = new ConcurrentHashMap<>();
  }

  DefinitionFile read(SourceFile file, boolean explicit) {
    DefinitionFile kept = before.get(file);
    DefinitionFile read = kept == null ? DefinitionFile.read(file, explicit, binder, known) : kept;
    files.put(file, read);
    return read;
  }

  boolean isDefinition(SourceFile file) {
    Boolean known = definitionsBefore.get(file);
    boolean found = known == null ? DefinitionFile.isDefinition(file) : known;
    definitions.put(file, found);
    return found;
  }

  /// The table of a text; null if it has not been read.
  @Nullable Outcome<Table> table(SourceFile file) {
    Outcome<Table> known = tables.get(file);
    known = known == null ? tablesBefore.get(file) : known;
    if (known != null) {
      tables.put(file, known);
    }
    return known;
  }

  void keepTable(SourceFile file, Outcome<Table> table) {
    tables.put(file, table);
  }
}
