package dev.procc.language.resolve;

import dev.procc.base.source.OriginTable;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.process.Process;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A process with all that is known about where it came from.
///
/// @param process what goes on the wire
/// @param origins every field of the process to where its value came from
/// @param dates the dates, with their derivations
/// @param nodes every node by its address, in tree order, the root group first
/// @param people the people it names, by alias
/// @param roles the roles it names
/// @param documents the documents it names, by alias
public record ResolvedProcess(
    ProcessDecl decl,
    @Nullable Period period,
    Process process,
    OriginTable origins,
    DateResolution dates,
    Map<String, ResolvedNode> nodes,
    Map<String, PersonDecl> people,
    Set<String> roles,
    Map<String, DocumentDecl> documents) {}
