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

/// A resolved process with all of its origins.
///
/// @param process as it is sent
/// @param origins of the values of all fields
/// @param dates with their derivations
/// @param nodes by address, in tree order, the root group first
/// @param people that it names, by alias
/// @param roles that it names
/// @param documents that it names, by alias
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
