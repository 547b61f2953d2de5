package dev.kuberounds.cluster.http;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The body of an answer as it comes over the wire, counted. */
final class WireBody extends FilterInputStream {

  private final AtomicLong bytes;

  WireBody(InputStream in, AtomicLong bytes) {
    super(in);
    this.bytes = bytes;
  }

  /** The body as it was before the server compressed it. */
  InputStream decoded(@Nullable String encoding) throws IOException {
    return "gzip".equalsIgnoreCase(encoding)
        ? new GZIPInputStream(this, 1 << 16)
        : new BufferedInputStream(this, 1 << 16);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      bytes.incrementAndGet();
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      bytes.addAndGet(count);
    }
    return count;
  }
}
