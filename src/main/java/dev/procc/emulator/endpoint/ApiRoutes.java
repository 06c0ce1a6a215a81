package dev.procc.emulator.endpoint;

import dev.procc.emulator.http.Route;
import dev.procc.emulator.http.Route.Access;
import dev.procc.emulator.http.TokenEndpoint;
import dev.procc.emulator.store.EmulatorState;
import java.util.List;

/// The route table of the API: the eleven operations and the token endpoint.
public final class ApiRoutes {
  private ApiRoutes() {}

  public static List<Route> routes(EmulatorState state, TokenEndpoint tokens) {
    ProcessRows processes = new ProcessRows(state);
    String one = "/processes/{}";
    String run = "/processRuns/{}";
    return List.of(
        new Route("token", "POST", "/oauth2/token", Access.OPEN, tokens::issueToken),
        new Route("token", "POST", "/iam/v1/oauth2/token", Access.OPEN, tokens::issueToken),
        new Route("listProcesses", "GET", "/processes", Access.READ, new ListProcesses(processes)),
        new Route(
            "createProcess", "POST", "/processes", Access.WRITE, new CreateProcess(processes)),
        new Route("getProcess", "GET", one, Access.READ, new GetProcess(processes)),
        new Route("patchProcess", "PATCH", one, Access.WRITE, new PatchProcess(processes)),
        new Route("trashProcess", "DELETE", one, Access.WRITE, new TrashProcess(processes)),
        new Route(
            "batchUpdateProcess",
            "POST",
            one + "/batchUpdates",
            Access.WRITE,
            new BatchUpdateProcess(processes)),
        new Route(
            "validateProcess",
            "POST",
            one + "/validation",
            Access.READ,
            new ValidateProcess(processes)),
        new Route("runProcess", "POST", one + "/run", Access.WRITE, new RunProcess(processes)),
        new Route(
            "restoreProcess",
            "POST",
            one + "/restore",
            Access.WRITE,
            new RestoreProcess(processes)),
        new Route("getProcessRun", "GET", run, Access.READ, new GetProcessRun(state)),
        new Route(
            "createJobRuns", "POST", run + "/jobRuns", Access.WRITE, new CreateJobRuns(state)));
  }
}
