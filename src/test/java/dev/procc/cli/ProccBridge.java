package dev.procc.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A program `procc` for scripts that runs each of its command lines in this process, with the
/// arguments, the folder and the environment that the script gave it.
final class ProccBridge implements AutoCloseable {
  private static final String PROGRAM =
      """
      #!/bin/bash
      exec 3<>/dev/tcp/127.0.0.1/PORT
      { printf '%s\\0' "$PWD" "$#" "$@"; env -0; printf '\\0'; } >&3
      IFS= read -r code <&3
      cat FOLDER/out
      cat FOLDER/err >&2
      exit "$code"
      """;

  private final ServerSocket server;
  private final Path folder;
  private final List<String> calls = new ArrayList<>();
  private final List<Map<String, String>> environments = new ArrayList<>();

  /// @param folder for the output of calls
  ProccBridge(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /// The text of the program.
  String program() {
    return PROGRAM
        .replace("PORT", String.valueOf(server.getLocalPort()))
        .replace("FOLDER", folder.toString());
  }

  /// The command lines since the last time, in order.
  List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  /// The environment of each call so far.
  List<Map<String, String>> environments() {
    return environments;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException closed) {
        // The test is at its end, or a script was.
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    Path directory = Path.of(word(in));
    List<String> words = new ArrayList<>();
    for (int left = Integer.parseInt(word(in)); left > 0; left--) {
      words.add(word(in));
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line = word(in); !line.isEmpty(); line = word(in)) {
      int at = line.indexOf('=');
      variables.put(line.substring(0, at), line.substring(at + 1));
    }
    InProcessCli cli = new InProcessCli(directory);
    variables.forEach(cli::variable);
    CliCase.CommandResult result = cli.run(words.toArray(String[]::new));
    calls.add(String.join(" ", words) + " -> " + result.exit());
    environments.add(variables);
    Files.writeString(folder.resolve("out"), result.stdout());
    Files.writeString(folder.resolve("err"), result.stderr());
    socket.getOutputStream().write((result.exit() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String word(DataInputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.readByte(); b != 0; b = in.readByte()) {
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
