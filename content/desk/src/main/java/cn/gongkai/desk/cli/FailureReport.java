package cn.gongkai.desk.cli;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.desk.publish.PublishException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells of a command that broke off: a sentence with its code for expected trouble, everything for
/// a bug.
final class FailureReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult result)
      throws Exception {
    return switch (failure) {
      case PublishException refused ->
          tell(line, String.valueOf(refused.getMessage()), Desk.REFUSED);
      case ReleaseException release ->
          tell(
              line,
              String.valueOf(release.getMessage()),
              release.kind() == ReleaseException.Kind.REFUSED ? Desk.REFUSED : Desk.TROUBLE);
      case StoreException store -> tell(line, String.valueOf(store.getMessage()), Desk.TROUBLE);
      case IOException trouble -> tell(line, "DESK-IO: " + trouble, Desk.TROUBLE);
      default -> throw failure;
    };
  }

  private static int tell(CommandLine line, String message, int code) {
    line.getErr().println(message);
    line.getErr().flush();
    return code;
  }
}
