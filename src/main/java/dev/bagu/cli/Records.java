package dev.bagu.cli;

import dev.bagu.BaguException;
import dev.bagu.interview.SessionStore;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the interview records of the person. */
final class Records {
  private Records() {}

  /**
   * The records in {@code BAGU_HOME}; its folder is made where it is missing.
   *
   * @throws BaguException where nothing can be written there, with the folder and the variable that
   *     names another one, or where the records themselves cannot be opened
   */
  static SessionStore open(Context context) {
    Path folder = context.folders().data();
    try {
      Files.createDirectories(folder);
      // The journal of a transaction lies beside the database, so the folder counts, not the file.
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException e) {
      throw new BaguException(context.text("doctor.unwritable", folder, "BAGU_HOME"), e);
    }
    return SessionStore.open(folder);
  }
}
