package dev.procc.live.api;

/// An operation of the API, as data: how it is called, what it needs, what repeating it does.
public enum Operation {
  TOKEN("fetch a token", "POST", "", Repeat.SAFE),
  LIST("list the processes", "GET", "file:read", Repeat.SAFE),
  CREATE("create a process", "POST", "file:write", Repeat.NEVER),
  GET("read a process", "GET", "file:read", Repeat.SAFE),
  PATCH("patch a process", "PATCH", "file:write", Repeat.LOOK_FIRST),
  RENAME("rename jobs and groups", "POST", "file:write", Repeat.LOOK_FIRST),
  VALIDATE("validate a process", "POST", "file:read", Repeat.SAFE),
  RUN("run a process", "POST", "file:write", Repeat.NEVER),
  TRASH("trash a process", "DELETE", "file:write", Repeat.LOOK_FIRST),
  RESTORE("restore a process", "POST", "file:write", Repeat.LOOK_FIRST),
  GET_RUN("read a run", "GET", "file:read", Repeat.SAFE),
  ADD_JOBS("add jobs to a run", "POST", "file:write", Repeat.NEVER);

  /// What a second, equal call does after the answer to the first one was lost.
  public enum Repeat {
    /// Nothing: it only reads. The client repeats it by itself.
    SAFE,
    /// Nothing if the process still is as the first one left it: the caller reads it first.
    LOOK_FIRST,
    /// A second process, run or job.
    NEVER
  }

  private final String words;
  private final String method;
  private final String scope;
  private final Repeat repeat;

  Operation(String words, String method, String scope, Repeat repeat) {
    this.words = words;
    this.method = method;
    this.scope = scope;
    this.repeat = repeat;
  }

  /// What it does, after "cannot": `create a process`.
  public String words() {
    return words;
  }

  public String method() {
    return method;
  }

  /// The OAuth scope it needs; empty for the token itself.
  public String scope() {
    return scope;
  }

  public Repeat repeat() {
    return repeat;
  }
}
