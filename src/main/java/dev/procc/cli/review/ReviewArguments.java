package dev.procc.cli.review;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.review.ReviewService;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.language.compile.Compilation;
import java.util.List;

/// The arguments that select a request of a code host.
final class ReviewArguments {
  static final List<Option> OPTIONS =
      List.of(
          Option.value("--pr", "N", "the pull or merge request, not that of the job"),
          Option.choice(
              "--host", ReviewService.HOSTS, "the code host, not the one that runs the job"));

  private ReviewArguments() {}

  /// The project, which may be empty: what is written comes from a file.
  static ProjectSession session(Invocation invocation) throws Failure {
    ProjectRequest request = ProjectArguments.request(invocation, List.of());
    return ProjectSession.read(request.withEmptyProject(ProjectRequest.EmptyProject.ALLOWED));
  }

  static ReviewService open(Invocation invocation, ProjectSession session) throws Failure {
    return ReviewService.open(
        invocation.env().host(),
        invocation.args().value("--host"),
        session.place(),
        TargetConnection::sleep,
        invocation::note);
  }

  /// The name of the target, as in plans.
  static String target(Invocation invocation, ProjectSession session) throws Failure {
    Compilation compilation = session.compile(null);
    TargetConnection.of(session, compilation, invocation::note); // refuses one of several
    return ProjectArguments.targetName(invocation, compilation);
  }
}
