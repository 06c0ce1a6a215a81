package dev.procc.live.ledger;

import dev.procc.base.file.InputFile;
import dev.procc.base.text.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;

/// A program that works on processes, as leases identify it.
///
/// @param machine distinguishes machines, containers and boots
/// @param started the start of the program
public record LeaseHolder(String user, String host, String machine, long pid, String started) {

  /// This program.
  public static LeaseHolder ofThisProgram() {
    ProcessHandle own = ProcessHandle.current();
    String host = hostName();
    return new LeaseHolder(
        own.info().user().orElse("somebody"), host, machine(host), own.pid(), started(own));
  }

  /// A lease of this holder, renewed now.
  public Lease lease(Instant now) {
    return new Lease(user, host, machine, pid, started, now.toString());
  }

  /// Whether a lease is held on another machine.
  public boolean isElsewhere(Lease lease) {
    return !lease.machine().equals(machine);
  }

  /// Whether a lease is held by somebody else.
  ///
  /// On this machine, the program itself is looked up; on another one, it counts as alive until the
  /// term of its lease is over.
  public boolean isKeptAwayBy(Lease lease, Instant now) {
    if (isElsewhere(lease)) {
      return lease.endsAt().map(now::isBefore).orElse(false);
    }
    boolean own = lease.pid() == pid && lease.started().equals(started);
    Optional<ProcessHandle> running = ProcessHandle.of(lease.pid()).filter(ProcessHandle::isAlive);
    return !own && running.isPresent() && started(running.get()).equals(lease.started());
  }

  private static String started(ProcessHandle program) {
    return program.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String hostName() {
    String known = firstLine("/proc/sys/kernel/hostname");
    if (!known.isEmpty()) {
      return known;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "a machine without a name";
    }
  }

  /// The id of the machine. It includes the container, since programs of other containers are not
  /// visible although they share the kernel.
  private static String machine(String host) {
    String processes = "";
    try {
      processes = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException notLinux) {
      processes = "";
    }
    String boot = firstLine("/proc/sys/kernel/random/boot_id");
    return machineId(host, boot.isEmpty() ? hardware() : boot, processes);
  }

  /// @param boot the id of the boot; where the system has none, the address of the hardware: two
  ///   machines may have the same name
  static String machineId(String host, String boot, String processes) {
    return Sha256.hex(host + "\n" + boot + "\n" + processes).substring(0, 12);
  }

  /// The lowest address that was given to hardware of this machine; empty if there is none.
  static String hardware() {
    try {
      String lowest = "";
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        byte[] address = card.getHardwareAddress();
        boolean isGiven = address != null && address.length == 6 && (address[0] & 2) == 0;
        String text = isGiven ? HexFormat.of().formatHex(address) : "";
        lowest = isGiven && (lowest.isEmpty() || text.compareTo(lowest) < 0) ? text : lowest;
      }
      return lowest;
    } catch (SocketException unknown) {
      return "";
    }
  }

  /// The first line of a file; empty if the system has no such file.
  private static String firstLine(String file) {
    try {
      return InputFile.text(Path.of(file), InputFile.TOKEN_LIMIT).strip();
    } catch (IOException notLinux) {
      return "";
    }
  }
}
