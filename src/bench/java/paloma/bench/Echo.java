package paloma.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/**
 * The least a durable message can cost: write and sync here, send, write and sync there, answer.
 */
final class Echo {
  private static final int BYTES = 64;
  private static final int PORT = 24_900;

  private Echo() {}

  /** In milliseconds. */
  record Figures(double p50, double p99) {}

  static Figures between(Office office, int messages) throws IOException, InterruptedException {
    var folder = office.lan.folder();
    var count = String.valueOf(messages);
    var there = folder.resolve("there").toString();
    var here = folder.resolve("here").toString();
    Office.java(office.right, Echo.class, "answer", there, count);
    var asking = Office.java(office.left, Echo.class, "ask", here, count, office.right.address());
    var figures = Office.output(asking).split(" ");
    return new Figures(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
  }

  public static void main(String[] arguments) throws Exception {
    int messages = Integer.parseInt(arguments[2]);
    try (var file =
        FileChannel.open(
            Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      if (arguments[0].equals("answer")) answer(file, messages);
      else ask(file, messages, arguments[3]);
    } finally {
      Files.deleteIfExists(Path.of(arguments[1]));
    }
  }

  private static void answer(FileChannel file, int messages) throws IOException {
    try (var server = new ServerSocket(PORT);
        var socket = server.accept()) {
      socket.setTcpNoDelay(true);
      var in = new DataInputStream(socket.getInputStream());
      var message = new byte[BYTES];
      for (int i = 0; i < messages; i++) {
        in.readFully(message);
        keep(file, message);
        socket.getOutputStream().write(1);
      }
    }
  }

  private static void ask(FileChannel file, int messages, String address) throws Exception {
    try (var socket = Copy.dial(address, PORT)) {
      socket.setTcpNoDelay(true);
      var millis = new ArrayList<Double>();
      for (int i = 0; i < messages; i++) {
        long begin = System.nanoTime();
        keep(file, new byte[BYTES]);
        socket.getOutputStream().write(new byte[BYTES]);
        answered(socket);
        millis.add((System.nanoTime() - begin) / 1e6);
      }
      System.out.println(Table.percentile(millis, 50) + " " + Table.percentile(millis, 99));
    }
  }

  private static void answered(Socket socket) throws IOException {
    if (socket.getInputStream().read() < 0) throw new IOException("no answer");
  }

  private static void keep(FileChannel file, byte[] message) throws IOException {
    file.write(ByteBuffer.wrap(message));
    file.force(false);
  }
}
