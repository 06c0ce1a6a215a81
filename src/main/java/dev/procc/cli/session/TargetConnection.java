package dev.procc.cli.session;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.Invocation;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiOperation;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.api.ProxySettings;
import dev.procc.live.api.Region;
import dev.procc.live.api.Sleeper;
import dev.procc.live.evidence.BranchEvidenceStore;
import dev.procc.live.evidence.EvidenceStore;
import dev.procc.live.evidence.FolderEvidenceStore;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where a command reaches the live processes, and with what: from the target, the environment and
/// the command line.
public final class TargetConnection {
  private static final String STATE = "procc.state";
  private final Invocation invocation;
  private final String name;
  private final @Nullable TargetDecl target;

  private TargetConnection(Invocation invocation, String name, @Nullable TargetDecl target) {
    this.invocation = invocation;
    this.name = name;
    this.target = target;
  }

  /// The target that a compilation was made for.
  ///
  /// @throws Failure when the project has several and none was named
  public static TargetConnection of(Invocation invocation, Compilation compilation) throws Failure {
    ProjectDecl settings = compilation.settings();
    TargetDecl target = compilation.target();
    if (target == null && settings != null && settings.targets().size() > 1) {
      throw Failure.usage(
          "this project has " + settings.targets().size() + " targets and none was named",
          "add --target, one of " + String.join(", ", settings.targets().keySet()));
    }
    return new TargetConnection(
        invocation, target == null ? "default" : target.name().value(), target);
  }

  /// The name of the target, `default` where the project has none.
  public String target() {
    return name;
  }

  /// The host of the API: `PROCC_API_URL`, else the target's `apiUrl` or `region`, else the region
  /// `us`.
  public URI url() throws Failure {
    String given = invocation.env().variable("PROCC_API_URL");
    try {
      if (given != null) {
        return ApiSettings.parseUrl(given);
      }
      Scalar url = target == null ? null : target.apiUrl();
      if (url != null) {
        return ApiSettings.parseUrl(url.value());
      }
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()), "write https://api.app.wdesk.com");
    }
    return regionUrl();
  }

  /// Whether the target is marked as one where throw-away processes may be made.
  public boolean isSandbox() {
    return target != null
        && target.document().get("sandbox") instanceof Scalar mark
        && mark.value().equals("true");
  }

  /// Whether `PROCC_API_URL` leads to another host than the target's own, and not to loopback.
  public boolean overridesHost() throws Failure {
    URI given = url();
    Scalar own = target == null ? null : target.apiUrl();
    boolean loopback = List.of("127.0.0.1", "localhost", "[::1]").contains(given.getHost());
    try {
      return invocation.env().variable("PROCC_API_URL") != null
          && !loopback
          && !given.equals(own == null ? regionUrl() : ApiSettings.parseUrl(own.value()));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()), "write https://api.app.wdesk.com");
    }
  }

  private URI regionUrl() {
    Scalar region = target == null ? null : target.region();
    return region == null
        ? Region.US.uri()
        : Region.of(region.value()).map(Region::uri).orElse(Region.US.uri());
  }

  /// The version of the API.
  public String version() {
    Scalar version = target == null ? null : target.api();
    return version == null ? ApiSettings.VERSION : version.value();
  }

  /// Opens the client. Nothing is sent before the first call.
  public ApiClient open() throws Failure {
    return open(TargetConnection::sleep);
  }

  /// @param pause how it waits between two attempts
  public ApiClient open(Sleeper pause) throws Failure {
    Environment env = invocation.env();
    ApiSettings settings =
        ApiSettings.of(url(), credentials())
            .withVersion(version())
            .withProxy(proxy(env))
            .withUserAgent("procc/" + Version.PROCC);
    String trusted = env.variable("PROCC_API_URL");
    if (trusted != null) {
      settings = settings.withTrustedHost(url());
    }
    String authority = env.variable("PROCC_CA_FILE");
    if (authority != null) {
      settings = settings.withAuthorityFile(invocation.resolve(authority));
    }
    try {
      return ApiClient.open(settings, env.clock(), pause, new WaitListener(invocation::note));
    } catch (ApiException e) {
      throw failure(e);
    }
  }

  public static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  private Credentials credentials() {
    Environment env = invocation.env();
    String suffix = "__" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String token = env.variable("PROCC_TOKEN" + suffix);
    if (token == null) {
      token = env.variable("PROCC_TOKEN");
    }
    if (token != null) {
      return new Credentials.AccessToken(token.strip());
    }
    String file = env.variable("PROCC_TOKEN_FILE");
    if (file != null) {
      return new Credentials.TokenFile(invocation.resolve(file));
    }
    String id = env.variable("PROCC_CLIENT_ID");
    String secret = env.variable("PROCC_CLIENT_SECRET");
    return id != null && secret != null
        ? new Credentials.Client(id, secret)
        : new Credentials.None();
  }

  private static ProxySettings proxy(Environment env) throws Failure {
    try {
      return ProxySettings.of(
          eitherCase(env, "HTTPS_PROXY"),
          eitherCase(env, "HTTP_PROXY"),
          eitherCase(env, "NO_PROXY"));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()), "see HTTPS_PROXY and HTTP_PROXY");
    }
  }

  private static String eitherCase(Environment env, String name) {
    String upper = env.variable(name);
    String lower = env.variable(name.toLowerCase(Locale.ROOT));
    return upper != null ? upper : lower != null ? lower : "";
  }

  /// Where the ledger of the project is kept: in its folder, or, as `PROCC_STATE` says (`branch`,
  /// `branch:REMOTE`, `branch:` for this repository alone), on a branch of its own.
  public static LedgerStore ledgerStore(Invocation invocation, Compilation compilation)
      throws Failure {
    return branchStore(invocation, compilation)
        .<LedgerStore>map(b -> b)
        .orElseGet(() -> new FileStore(projectRoot(compilation).resolve(STATE)));
  }

  /// Where the evidence of applies is kept: with the ledger.
  public static EvidenceStore evidenceStore(LedgerStore store, Compilation compilation) {
    return store instanceof BranchStore branch
        ? new BranchEvidenceStore(branch)
        : new FolderEvidenceStore(projectRoot(compilation).resolve(STATE));
  }

  private static Optional<BranchStore> branchStore(Invocation invocation, Compilation compilation)
      throws Failure {
    String given = invocation.env().variable("PROCC_STATE");
    if (given == null || given.equals("file")) {
      return Optional.empty();
    }
    if (!given.equals("branch") && !given.startsWith("branch:")) {
      throw Failure.usage(
          "PROCC_STATE is \"" + given + "\"", "it is file, branch, branch:REMOTE or branch:");
    }
    String remote = given.equals("branch") ? "origin" : given.substring("branch:".length());
    return Optional.of(
        new BranchStore(
            projectRoot(compilation), remote.isEmpty() ? Optional.empty() : Optional.of(remote)));
  }

  /// The folder of the project.
  public static Path projectRoot(Compilation compilation) {
    return compilation.project().tree() instanceof dev.procc.language.project.DiskTree disk
        ? disk.root()
        : Path.of("");
  }

  /// What a call that did not succeed means for the command: one message and a way out, exit 1.
  public static Failure failure(ApiException e) {
    String id = e.requestId();
    return Failure.error(e.getMessage() + (id.isEmpty() ? "" : " (request " + id + ")"), e.help());
  }

  /// Tells a person what the client waits for.
  private static final class WaitListener implements ApiEvents {
    private final Consumer<String> output;

    WaitListener(Consumer<String> told) {
      this.output = told;
    }

    @Override
    public void waiting(ApiOperation operation, Duration time, String why) {
      output.accept("waiting " + Math.max(1, time.toSeconds()) + " s: " + why);
    }
  }
}
