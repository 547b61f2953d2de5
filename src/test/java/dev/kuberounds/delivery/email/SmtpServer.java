package dev.kuberounds.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server that knows STARTTLS and misbehaves as a test wants it to. */
final class SmtpServer implements AutoCloseable {

  /** Each command and each line of a mail as received, with {@code TLS} where it began. */
  final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private final ServerSocket listener;
  private final @Nullable SSLContext tls;
  private final Set<String> refused;
  private final boolean silentAfterData;

  /**
   * @param tls null: STARTTLS is not offered
   * @param refused recipients that get a 550
   * @param silentAfterData takes the mail and hangs up
   */
  SmtpServer(@Nullable SSLContext tls, Set<String> refused, boolean silentAfterData)
      throws IOException {
    this.tls = tls;
    this.refused = refused;
    this.silentAfterData = silentAfterData;
    this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        say(socket, "220 test ESMTP");
        converse(socket);
      } catch (IOException e) {
        heard.add("! " + e.getMessage()); // the other side hung up, or the test is over
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    boolean secure = socket instanceof SSLSocket;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      String command = line.split("[ :]", 2)[0];
      switch (command) {
        case "EHLO" -> say(socket, tls == null || secure ? "250 test" : "250-test\r\n250 STARTTLS");
        case "STARTTLS" -> {
          say(socket, "220 go ahead");
          converse(secured(socket));
          return;
        }
        case "RCPT" -> say(socket, isRefused(line) ? "550 no such mailbox" : "250 ok");
        case "DATA" -> {
          say(socket, "354 end with a dot");
          for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
            heard.add(String.valueOf(text));
          }
          if (silentAfterData) {
            return;
          }
          say(socket, "250 queued");
        }
        case "QUIT" -> {
          say(socket, "221 bye");
          return;
        }
        default -> say(socket, "250 ok");
      }
    }
  }

  private SSLSocket secured(Socket socket) throws IOException {
    if (tls == null) {
      throw new IOException("STARTTLS was not offered");
    }
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
    secured.setUseClientMode(false);
    secured.startHandshake();
    heard.add("TLS");
    return secured;
  }

  private boolean isRefused(String line) {
    return refused.stream().anyMatch(line::contains);
  }

  private static void say(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
