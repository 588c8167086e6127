package cn.gongkai.sync.cli;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import picocli.CommandLine;

/// The agent's program.
@QuarkusMain
public class Agent implements QuarkusApplication {

  @Override
  public int run(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Clock clock = Clock.systemDefaultZone();
    boolean usb = args.length > 0 && args[0].equals("usb");
    Object command = usb ? new UsbCommand(out, err, clock) : new SyncCommand(out, err, clock);
    String[] rest = usb ? Arrays.copyOfRange(args, 1, args.length) : args;
    return new CommandLine(command).setOut(out).setErr(err).execute(rest);
  }
}
