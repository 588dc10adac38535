package paloma.platform.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryExportTest {
  private static final String KEY = "HKLM\\Software\\Policies\\Paloma";
  private static final String HEAD = "Windows Registry Editor Version 5.00\n\n";
  private static final String OURS = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Paloma]\n";

  /** As the system's program writes it: marked, UTF-16, with its line ends. */
  static byte[] export(String text) {
    return ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
  }

  private static Map<String, Map<String, Object>> read(String text)
      throws RegistryExport.Malformed {
    return RegistryExport.read(export(HEAD + text), KEY);
  }

  @Test
  void textsNumbersAndListsAreReadInEveryLanguage() throws Exception {
    var keys =
        read(
            OURS
                + """
                @="nobody sets this"
                "accept"="verified"
                "sounds"=dword:00000000
                "text-scale"=dword:00000078
                "downloads"="D:\\\\受信\\\\\\"x\\""
                "seeds"=hex(7):31,00,30,00,2e,00,31,00,2e,00,30,00,2e,00,35,00,00,00,\\
                  4e,67,00,00,00,00

                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Paloma\\Why]
                "accept"="先核对，
                再接收"

                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Paloma\\Deep\\Er]

                """);

    assertThat(keys)
        .isEqualTo(
            Map.of(
                "",
                Map.of(
                    "accept",
                    "verified",
                    "sounds",
                    0,
                    "text-scale",
                    120,
                    "downloads",
                    "D:\\受信\\\"x\"",
                    "seeds",
                    List.of("10.1.0.5", "李")),
                "Why",
                Map.of("accept", "先核对，\r\n再接收"),
                "Deep\\Er",
                Map.of()));
  }

  @Test
  void otherTypesSayTheirNames() throws Exception {
    var values =
        read(OURS
                + """
                "a"=hex:01,02
                "b"=hex(2):25,00,00,00
                "c"=hex(b):01,00,00,00,00,00,00,00
                "d"=hex(8):00
                "e"=dword:ffffffff
                "f"=hex(7):
                """)
            .get("");

    assertThat(values)
        .containsEntry("a", new RegistryExport.Other("REG_BINARY"))
        .containsEntry("b", new RegistryExport.Other("REG_EXPAND_SZ"))
        .containsEntry("c", new RegistryExport.Other("REG_QWORD"))
        .containsEntry("d", new RegistryExport.Other("hex(8)"))
        .containsEntry("e", 0xFFFF_FFFFL)
        .containsEntry("f", List.of());
    assertThat(values.get("b")).hasToString("REG_EXPAND_SZ");
  }

  @Test
  void anEmptyKeyHasNoValues() throws Exception {
    assertThat(read(OURS)).isEqualTo(Map.of("", Map.of()));
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accept=\"x\"\n",
        "\"accept\"=\"x\n",
        "\"accept\"=\"x\" y\n",
        "\"accept\"\n",
        "\"accept\"=dword:zz\n",
        "\"accept\"=hex(7):3\n",
        "\"accept\"=nothing\n",
        "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Paloma\n",
        "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\PalomaX]\n",
        "[HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Paloma]\n"
      })
  void whatIsNoExportOfThisKeyIsRefused(String text) {
    assertThatThrownBy(() -> read(OURS + text)).isInstanceOf(RegistryExport.Malformed.class);
  }

  @Test
  void aValueBelongsToAKey() {
    assertThatThrownBy(() -> read("\"accept\"=\"ask\"\n")).hasMessageContaining("without a key");
  }

  /** Texts in a console's code page would come with holes; they are not even looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"GBK", "Shift_JIS", "IBM850", "UTF-8"})
  void anotherCodePageIsRefused(String charset) {
    var bytes = (HEAD + OURS).getBytes(Charset.forName(charset));
    assertThatThrownBy(() -> RegistryExport.read(bytes, KEY))
        .isInstanceOf(RegistryExport.Malformed.class);
    assertThatThrownBy(() -> RegistryExport.read(new byte[0], KEY))
        .isInstanceOf(RegistryExport.Malformed.class);
  }

  @Test
  void everyBeginningOfAnExportIsReadOrRefused() {
    var whole =
        export(HEAD + OURS + "\"a\"=\"b\\\\\"\n\"c\"=dword:1\n\"d\"=hex(7):31,\\\n  00,00,00\n");
    int taken = 0;
    for (int length = 0; length < whole.length; length++) {
      try {
        RegistryExport.read(java.util.Arrays.copyOf(whole, length), KEY);
        taken++;
      } catch (RegistryExport.Malformed e) {
        assertThat(e).hasMessageContaining("line");
      }
    }
    assertThat(taken).isBetween(1, whole.length / 2);
  }
}
