package dev.kuberounds.delivery.s3;

import dev.kuberounds.archive.Manifest;
import dev.kuberounds.archive.SealedRun;

/**
 * What an object shall be.
 *
 * @param name relative to its folder
 * @param mediaType sent as {@code Content-Type}
 * @param bytes of a run's file: checked against the manifest
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Content(String name, String mediaType, byte[] bytes) {

  static Content of(SealedRun run, Manifest.Entry file) {
    return new Content(file.name(), file.mediaType(), run.read(file));
  }

  static Content manifest(SealedRun run) {
    return new Content(Manifest.FILE, "application/json", run.readManifest());
  }
}
