package dev.procc.emulator.operation;

import dev.procc.emulator.http.Route;
import dev.procc.emulator.http.Route.Access;
import dev.procc.emulator.http.Tokens;
import dev.procc.emulator.store.World;
import java.util.List;

/// The route table of the API: the eleven operations and the token endpoint.
public final class Operations {
  private Operations() {}

  public static List<Route> routes(World world, Tokens tokens) {
    Processes processes = new Processes(world);
    String one = "/processes/{}";
    String run = "/processRuns/{}";
    return List.of(
        new Route("token", "POST", "/oauth2/token", Access.OPEN, tokens::token),
        new Route("token", "POST", "/iam/v1/oauth2/token", Access.OPEN, tokens::token),
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
            new BatchUpdate(processes)),
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
        new Route("getProcessRun", "GET", run, Access.READ, new GetRun(world)),
        new Route(
            "createJobRuns", "POST", run + "/jobRuns", Access.WRITE, new CreateJobRuns(world)));
  }
}
