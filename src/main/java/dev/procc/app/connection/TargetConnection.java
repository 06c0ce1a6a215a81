package dev.procc.app.connection;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.Version;
import dev.procc.app.project.IdNames;
import dev.procc.app.project.NodeTitles;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.project.StandingFindings;
import dev.procc.base.text.UrlText;
import dev.procc.base.timing.Timings;
import dev.procc.language.ast.PeriodDecl;
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
import dev.procc.live.api.Region;
import dev.procc.live.evidence.BranchEvidenceStore;
import dev.procc.live.evidence.EvidenceStore;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.evidence.FolderEvidenceStore;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.Sleeper;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.plan.input.PeriodReach;
import dev.procc.live.planfile.ToolVersion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The connection to the target of a session: its API and credentials, from the project, the
/// environment and the request; and its ledger.
public final class TargetConnection {
  private static final String STATE = "procc.state";
  private final HostEnvironment host;
  private final Path root;
  private final Compilation compilation;
  private final String name;
  private final @Nullable TargetDecl target;
  private final Consumer<String> notes;
  private final ZoneId zone;

  private TargetConnection(
      ProjectSession session, Compilation compilation, Consumer<String> notes) {
    this.host = session.request().host();
    this.root = session.root();
    this.compilation = compilation;
    this.target = compilation.target();
    this.name = target == null ? "default" : target.name().value();
    this.notes = notes;
    this.zone = session.zone();
  }

  /// The connection to the target of a compilation.
  ///
  /// @param notes receives what the client waits for
  /// @throws Failure if the project has several targets and none was named
  public static TargetConnection of(
      ProjectSession session, Compilation compilation, Consumer<String> notes) throws Failure {
    ProjectDecl settings = compilation.settings();
    if (compilation.target() == null && settings != null && settings.targets().size() > 1) {
      throw Failure.usage(
          "this project has " + settings.targets().size() + " targets and none was named",
          "add --target, one of " + String.join(", ", settings.targets().keySet()));
    }
    return new TargetConnection(session, compilation, notes);
  }

  /// The name of the target, `default` if the project has none.
  public String target() {
    return name;
  }

  /// The URL of the API: `PROCC_API_URL`, otherwise the target's `apiUrl` or `region`, otherwise
  /// the region `us`.
  public URI url() throws Failure {
    String given = host.variable("PROCC_API_URL");
    return given == null ? ownUrl() : parsed(given);
  }

  /// The URL of the target.
  private URI ownUrl() throws Failure {
    Scalar url = target == null ? null : target.api().url();
    return url == null ? regionUrl() : parsed(url.value());
  }

  private static URI parsed(String url) throws Failure {
    try {
      return ApiSettings.parseUrl(url);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()), "write " + ApiSettings.meantUrl(url));
    }
  }

  /// Whether the target is marked as a sandbox, in which disposable processes may be created.
  public boolean isSandbox() {
    return target != null
        && target.document().get("sandbox") instanceof Scalar mark
        && mark.value().equals("true");
  }

  /// Whether `PROCC_API_URL` leads to another host than the target's own, and not to loopback.
  public boolean overridesHost() throws Failure {
    URI given = url();
    return host.variable("PROCC_API_URL") != null
        && !ApiOrigin.isLoopback(given.getHost())
        && !given.equals(ownUrl());
  }

  /// Whether what is recorded with an origin is at this API; empty is anywhere.
  public boolean isOrigin(String origin) throws Failure {
    return origin.isEmpty() || ApiOrigin.of(origin).equals(ApiOrigin.of(url().toString()));
  }

  private URI regionUrl() {
    Scalar region = target == null ? null : target.api().region();
    return region == null
        ? Region.US.uri()
        : Region.of(region.value()).map(Region::uri).orElse(Region.US.uri());
  }

  /// The version of the API.
  public String version() {
    Scalar version = target == null ? null : target.api().version();
    return version == null ? ApiSettings.VERSION : version.value();
  }

  /// Opens the client. Nothing is sent before the first call.
  public ApiClient open() throws Failure {
    return open(TargetConnection::sleep);
  }

  /// @param pause waits between two attempts
  public ApiClient open(Sleeper pause) throws Failure {
    ApiSettings settings =
        ApiSettings.of(url(), credentials())
            .withVersion(version())
            .withProxy(NetworkSettings.proxy(host))
            .withUserAgent("procc/" + Version.PROCC);
    String trusted = host.variable("PROCC_API_URL");
    if (trusted != null) {
      settings = settings.withTrustedHost(url());
    }
    Path authority = NetworkSettings.authorityFile(host);
    if (authority != null) {
      settings = settings.withAuthorityFile(authority);
    }
    try {
      return ApiClient.open(settings, host.clock(), pause, new WaitListener(notes));
    } catch (ApiException e) {
      throw failure(e);
    }
  }

  public static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  private Credentials credentials() {
    String suffix = "__" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String token = host.variable("PROCC_TOKEN" + suffix);
    if (token == null) {
      token = host.variable("PROCC_TOKEN");
    }
    if (token != null) {
      return new Credentials.AccessToken(token.strip());
    }
    String file = host.variable("PROCC_TOKEN_FILE");
    if (file != null) {
      return new Credentials.TokenFile(host.resolve(file));
    }
    String id = host.variable("PROCC_CLIENT_ID");
    String secret = host.variable("PROCC_CLIENT_SECRET");
    return id != null && secret != null
        ? new Credentials.Client(id, secret)
        : new Credentials.None();
  }

  /// The ledger of the project: in its folder, or on a branch of its own if `PROCC_STATE` says so
  /// (`branch`, `branch:REMOTE`, or `branch:` for this repository only).
  public LedgerStore ledgerStore() throws Failure {
    String given = host.variable("PROCC_STATE");
    if (given == null || given.equals("file")) {
      return new FileStore(root.resolve(STATE));
    }
    if (!given.equals("branch") && !given.startsWith("branch:")) {
      throw Failure.usage(
          "PROCC_STATE is \"" + UrlText.masked(given) + "\"",
          "it is file, branch, branch:REMOTE or branch:");
    }
    String remote = given.equals("branch") ? "origin" : given.substring("branch:".length());
    return new BranchStore(root, remote.isEmpty() ? Optional.empty() : Optional.of(remote));
  }

  /// The processes that commands may touch, by the periods of the project.
  public PeriodReach reach() {
    Set<String> open = new LinkedHashSet<>();
    Set<String> closed = new LinkedHashSet<>();
    for (PeriodDecl period : compilation.periods()) {
      (period.isClosed() ? closed : open).add(period.key().value());
    }
    return new PeriodReach(open, closed);
  }

  /// The time zone of the project, in which times of the API become days.
  public ZoneId zone() {
    return zone;
  }

  /// The settings of an apply to the target.
  ///
  /// @param today in the time zone of the project
  public ApplySettings applySettings(LocalDate today) throws Failure {
    ApplySettings settings =
        ApplySettings.of(name, url().toString(), today).withZone(zone).withReach(reach());
    Scalar canary = target == null ? null : target.canary();
    return canary == null ? settings : settings.withCanary(canary.value());
  }

  /// The store of evidence, which belongs to the ledger.
  public EvidenceStore evidenceStore(LedgerStore store) {
    return store instanceof BranchStore branch
        ? new BranchEvidenceStore(branch)
        : new FolderEvidenceStore(root.resolve(STATE), store);
  }

  /// The writer of an apply's evidence.
  ///
  /// @param approved the approved hashes
  public EvidenceWriter evidenceWriter(LedgerStore store, List<String> approved) {
    LeaseHolder holder = LeaseHolder.ofThisProgram();
    EvidenceWriter.EvidenceContext context =
        new EvidenceWriter.EvidenceContext(
            new ToolVersion("procc", Version.PROCC),
            CiMetadata.of(host),
            holder.user() + "@" + holder.host(),
            String.join(" ", approved),
            StandingFindings.of(compilation, null),
            IdNames.of(compilation.processes()),
            new NodeTitles(compilation)::title);
    return new EvidenceWriter(evidenceStore(store), context, host.clock());
  }

  /// The recorder of evidence about manual changes of the ledger.
  public HandSteps handSteps(LedgerStore store) {
    return new HandSteps(evidenceWriter(store, List.of()), host.clock());
  }

  /// The failure of a request because of a failed call, with one message and a way out.
  public static Failure failure(ApiException e) {
    String id = e.requestId();
    return Failure.error(e.getMessage() + (id.isEmpty() ? "" : " (request " + id + ")"), e.help());
  }

  /// A listener that reports what the client waits for.
  private static final class WaitListener implements ApiEvents {
    private final Consumer<String> notes;

    WaitListener(Consumer<String> notes) {
      this.notes = notes;
    }

    @Override
    public void waiting(ApiOperation operation, Duration time, String why) {
      notes.accept("waiting " + Math.max(1, time.toSeconds()) + " s: " + why);
    }

    @Override
    public void callEnded(CompletedCall call) {
      Timings.answered();
    }
  }
}
