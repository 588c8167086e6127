package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks as a terminal does that was silent for a quarter of an hour: over a new connection.
final class FleetClient {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int HEAD_BYTES = 4 << 10;
  private static final Pattern TAG = Pattern.compile("(?i)\r\netag: ([^\r]+)\r\n");

  private final int port;
  private final FleetTally tally;

  FleetClient(int port, FleetTally tally) {
    this.port = port;
    this.tally = tally;
  }

  /// @param status 0 where there was no answer
  record Answer(int status, String tag) {}

  Answer get(String path, String tag) {
    long begun = System.nanoTime();
    long received = 0;
    Answer answer = new Answer(0, "");
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      String known = tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n";
      String asked =
          "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + known + "\r\n";
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] head = in.readNBytes(HEAD_BYTES);
      received = head.length + drain(in);
      answer = read(new String(head, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // No answer: counted as a failure.
    }
    tally.answered(System.nanoTime() - begun, answer.status(), received);
    return answer;
  }

  private static long drain(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long drained = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      drained += n;
    }
    return drained;
  }

  private static Answer read(String head) throws IOException {
    if (head.length() < 12) {
      throw new IOException("no answer");
    }
    Matcher tag = TAG.matcher(head);
    return new Answer(Integer.parseInt(head.substring(9, 12)), tag.find() ? tag.group(1) : "");
  }
}
