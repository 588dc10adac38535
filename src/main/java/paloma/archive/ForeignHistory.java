package paloma.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.store.IpmsgDatabase;

/** A file with a history of another program or of Paloma's; it is only read. */
public final class ForeignHistory {
  private final Path file;
  private final String from;
  private final Optional<String> encoding;

  /**
   * @param from {@code ipmsg} or {@code paloma}
   * @param encoding of a text log; empty finds it out
   */
  public ForeignHistory(Path file, String from, Optional<String> encoding) {
    this.file = file;
    this.from = from;
    this.encoding = encoding;
  }

  /** Reads all of it. */
  public void read(ZoneId zone, Imports imports) {
    if (!Files.isRegularFile(file)) {
      throw Problem.failed("file-missing", file.toString()).exception();
    }
    try {
      switch (from) {
        case IpmsgLog.ORIGIN -> ipmsg(zone, imports);
        case PalomaExport.ORIGIN -> paloma(imports);
        default -> throw Problem.usage("request-field", "from").exception();
      }
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-unreadable", file.toString()), e);
    }
  }

  private void ipmsg(ZoneId zone, Imports imports) throws IOException {
    if (IpmsgDatabase.is(file)) {
      boolean known =
          IpmsgDatabase.read(
              file,
              (m, place) -> {
                var key = m.name() + "\n" + m.host();
                var id = String.valueOf(m.id());
                imports.message(
                    new Foreign(
                        key, key, m.name(), m.host(), m.own(), m.time(), m.text(), id, place));
              },
              imports::unreadable);
      if (!known) throw foreign();
      return;
    }
    try (var in = reader(encoding.map(ForeignHistory::charset).orElse(Encodings.of(file)))) {
      new IpmsgLog(in, zone, imports).read();
    }
  }

  private void paloma(Imports imports) throws IOException {
    try (var in = reader(StandardCharsets.UTF_8)) {
      if (!new PalomaExport(in, imports).read()) throw foreign();
    }
  }

  private ProblemException foreign() {
    return Problem.failed("import-foreign", file.toString(), from).exception();
  }

  /** Bytes that are no characters become marks; nothing stops at them. */
  private BufferedReader reader(Charset charset) throws IOException {
    return new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ProblemException(Problem.usage("encoding-unknown", name), e);
    }
  }
}
