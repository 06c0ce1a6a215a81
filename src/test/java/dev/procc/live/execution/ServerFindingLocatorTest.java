package dev.procc.live.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.api.ApiError;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.outcome.ServerFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerFindingLocatorTest {
  private static final String LIVE =
      "{'id':'p1','dueDate':'2024-12-31','root':{'id':'g0','children':[{'type':'job','job':{'id':"
          + "'j1','arguments':{'type':'sendTask','sendTaskArgs':{}}}},{'type':'group','group':{'id'"
          + ":'g1','children':[{'type':'job','job':{'id':'j2'}}]}}]}}";

  private static List<String> located(String... faults) throws Exception {
    List<NodeRecord> lines = new ArrayList<>();
    String[] nodes = {"", "p1", "root", "g0", "recon", "j1", "us", "g1", "us/flux", "j2"};
    for (int i = 0; i < nodes.length; i += 2) {
      lines.add(new NodeRecord(nodes[i], nodes[i + 1], Map.of(), Map.of()));
    }
    LedgerEntry entry =
        LedgerEntry.empty("prod", "close", "http://x").withLive("p1", 1L, "h", lines);
    List<ApiError> read = new ArrayList<>();
    for (String fault : faults) {
      read.add(ApiError.of(JsonReader.read(fault.replace('\'', '"'))));
    }
    List<String> found = new ArrayList<>();
    Json.Obj live = (Json.Obj) JsonReader.read(LIVE.replace('\'', '"'));
    for (ServerFinding one : ServerFindingLocator.locate(read, entry, live)) {
      found.add(one.address() + " " + one.field() + (one.located() ? "" : " ?"));
    }
    return found;
  }

  @Test
  void pointersAreWalkedToTheNodeAndItsField() throws Exception {
    assertEquals(
        List.of(
            "close/recon assignee",
            "close dueDate",
            "close/us/flux dueDate",
            "close/us ",
            "close/root name",
            "close/root  ?"),
        located(
            "{'message':'Job is missing required field: assigneeUser','target':"
                + "'/root/children/0/job'}",
            "{'message':'Due date must be in the future','target':'/dueDate'}",
            "{'message':'m','target':'/root/children/1/group/children/0/job/arguments/"
                + "sendTaskArgs/dueDate'}",
            "{'message':'m','target':'/root/children/1/group'}",
            "{'message':'m','target':'/root/name'}",
            "{'message':'m','target':'/root/children/7/job'}"));
  }

  @Test
  void idsOfJobsAndNamesOfArgumentsAreUnderstood() throws Exception {
    assertEquals(
        List.of("close/recon action", "close/us/flux assignee", "close/recon ", "close dueDate"),
        located(
            "{'message':'m','target':'j1','meta':{'jobId':'j1','field':'action'}}",
            "{'message':'m','target':'assignee','meta':{'jobId':'j2','argumentName':'assignee'}}",
            "{'message':'m','target':'j1'}",
            "{'message':'m','target':'dueDate'}"));
  }

  @Test
  void whatCannotBeToldIsAboutTheProcessAndSaysSo() throws Exception {
    assertEquals(
        List.of("close something ?", "close  ?"),
        located("{'message':'m','target':'something'}", "{'message':'m'}"));
  }

  @Test
  void theDetailsOfAFaultCountInsteadOfIt() throws Exception {
    assertEquals(
        List.of("close/recon approver"),
        located(
            "{'message':'invalid','details':[{'message':'m','target':'approverUser','meta':"
                + "{'jobId':'j1'}}]}"));
  }
}
