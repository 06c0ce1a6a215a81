package dev.procc.app.importing;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.language.importing.RelativeDates.DatedProcess;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ReadResult;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.diff.ProcessTree.PlacedNode;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The past processes for which the date expressions of an import have to be valid.
record PastProcesses(List<LiveProcess> processes) {
  PastProcesses {
    processes = List.copyOf(processes);
  }

  static PastProcesses read(ApiClient client, List<String> ids) throws Failure {
    List<LiveProcess> processes = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    ids.forEach(id -> names.put(id, id));
    for (Map.Entry<String, ReadResult> read : client.getAll(names, true).entrySet()) {
      String id = read.getKey();
      try {
        processes.add(ProcessJson.read(read.getValue().orThrow()));
      } catch (ApiException e) {
        throw e.kind() == ApiException.ApiErrorKind.NOT_FOUND
            ? Failure.noMatch(
                "there is no past process " + id + ", or it is in the bin",
                "procc list shows the ids")
            : TargetConnection.failure(e);
      } catch (WireException e) {
        throw Failure.error(
            "what the API returned for " + id + " cannot be read: " + e.getMessage(), null);
      }
    }
    return new PastProcesses(processes);
  }

  /// The process as it is defined, with its nodes by path.
  static DatedProcess present(Process definition) {
    Map<String, ProcessNode> nodes = new LinkedHashMap<>();
    for (PlacedNode place : ProcessTree.ofDefinition(definition).nodes()) {
      nodes.put(path(place), place.node());
    }
    return new DatedProcess("", definition, nodes);
  }

  /// The past processes, with their nodes by the paths of the definition.
  List<DatedProcess> of(Process definition) {
    ProcessTree tree = ProcessTree.ofDefinition(definition);
    List<DatedProcess> past = new ArrayList<>();
    for (LiveProcess live : processes) {
      ProcessTree liveTree = ProcessTree.ofLive(live.process());
      NodeMatching matching = NodeMatcher.match(tree, liveTree, LastApplied.NONE);
      Map<String, ProcessNode> nodes = new LinkedHashMap<>();
      for (PlacedNode place : tree.nodes()) {
        String ref = matching.liveRef(place.ref());
        PlacedNode found = ref == null ? null : liveTree.get(ref);
        if (found != null) {
          nodes.put(path(place), found.node());
        }
      }
      String name = "\"" + live.name() + "\" (" + live.id() + ")";
      past.add(new DatedProcess(name, live.process(), nodes));
    }
    return past;
  }

  private static String path(PlacedNode place) {
    return place.ref().substring(Address.identity(place.ref()).length() + 1);
  }
}
