package dev.procc.language.expand;

import dev.procc.language.expand.loops.TableSource;
import dev.procc.language.expand.scope.BuiltInVariables;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.yaml.node.Mapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that the expansion of one process rests on.
///
/// @param process its document
/// @param templates the documents of all templates, by key
/// @param variables its variables, resolved
/// @param builtIns the period and the target
/// @param period the document of the period, for its `changes`; absent without one
/// @param target the mapping of the target in `procc.yaml`, for its `process`; absent without one
/// @param tables where `forEach` finds files
/// @param limits bounds
public record ExpandRequest(
    Mapping process,
    Map<String, Mapping> templates,
    Variables variables,
    BuiltInVariables builtIns,
    @Nullable Mapping period,
    @Nullable Mapping target,
    TableSource tables,
    ExpandLimits limits) {}
