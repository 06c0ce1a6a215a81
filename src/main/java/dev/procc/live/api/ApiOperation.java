package dev.procc.live.api;

/// An operation of the API, as data: its request, its scope, and the effect of repeating it.
public enum ApiOperation {
  TOKEN("fetch a token", "POST", "", RepeatPolicy.SAFE),
  LIST("list the processes", "GET", "file:read", RepeatPolicy.SAFE),
  CREATE("create a process", "POST", "file:write", RepeatPolicy.NEVER),
  GET("read a process", "GET", "file:read", RepeatPolicy.SAFE),
  PATCH("patch a process", "PATCH", "file:write", RepeatPolicy.LOOK_FIRST),
  RENAME("rename jobs and groups", "POST", "file:write", RepeatPolicy.LOOK_FIRST),
  VALIDATE("validate a process", "POST", "file:read", RepeatPolicy.SAFE),
  RUN("run a process", "POST", "file:write", RepeatPolicy.NEVER),
  TRASH("trash a process", "DELETE", "file:write", RepeatPolicy.LOOK_FIRST),
  RESTORE("restore a process", "POST", "file:write", RepeatPolicy.LOOK_FIRST),
  GET_RUN("read a run", "GET", "file:read", RepeatPolicy.SAFE),
  ADD_JOBS("add tasks to the run", "POST", "file:write", RepeatPolicy.NEVER);

  /// The effect of a second, equal call after the response to the first one was lost.
  public enum RepeatPolicy {
    /// None, since it only reads. The client repeats it by itself.
    SAFE,
    /// None if the process still is as the first call left it: the caller reads it first.
    LOOK_FIRST,
    /// A second process, run or job.
    NEVER
  }

  private final String description;
  private final String method;
  private final String scope;
  private final RepeatPolicy repeatPolicy;

  ApiOperation(String words, String method, String scope, RepeatPolicy repeat) {
    this.description = words;
    this.method = method;
    this.scope = scope;
    this.repeatPolicy = repeat;
  }

  /// What it does, after "cannot": `create a process`.
  public String description() {
    return description;
  }

  public String method() {
    return method;
  }

  /// The OAuth scope it needs; empty for the token itself.
  public String scope() {
    return scope;
  }

  public RepeatPolicy repeatPolicy() {
    return repeatPolicy;
  }

  /// Whether it shows what is there, and does nothing else.
  public boolean isLook() {
    return method.equals("GET");
  }
}
