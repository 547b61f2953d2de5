package dev.kuberounds.report.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.kuberounds.report.text.Visible;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes invisible characters as JSON escapes: a program reads the same, a person sees them. */
final class HiddenCharacters extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[0x7F] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return character > 0x7F && Visible.hidden(character) && !Character.isSurrogate((char) character)
        ? new SerializedString("\\u" + "%04x".formatted(character).toLowerCase(Locale.ROOT))
        : null;
  }
}
