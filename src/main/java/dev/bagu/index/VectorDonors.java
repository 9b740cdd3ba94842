package dev.bagu.index;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Earlier indexes, of this folder or another, whose vectors serve again where the text is the same.
 */
final class VectorDonors {
  private final List<Donor> donors = new ArrayList<>();

  /** Takes the indexes in these folders; one that cannot be read gives nothing. */
  VectorDonors(List<Path> folders) {
    for (Path folder : folders) {
      Donor donor = open(folder);
      if (donor != null) {
        donors.add(donor);
      }
    }
  }

  /**
   * The index in a folder, or null: a broken one is rebuilt by whoever opens it, and here only of
   * no use.
   */
  private static @Nullable Donor open(Path folder) {
    try {
      return new Donor(folder);
    } catch (BrokenCache e) {
      return null;
    }
  }

  /** What was made of a text before, or null. */
  @Nullable Embedded find(String hash, TextModel model) {
    for (Donor donor : donors) {
      Integer unit = donor.units.get(hash);
      if (unit != null) {
        try {
          return donor.read(unit, model);
        } catch (BrokenCache e) {
          return null;
        }
      }
    }
    return null;
  }

  private static final class Donor {
    private final Map<String, Integer> units = new HashMap<>();
    private final int[] rows;
    private final RecordFile codes;
    private final RecordFile[] vectors = new RecordFile[TextModel.values().length];

    Donor(Path folder) {
      Generation generation = Generation.read(folder);
      rows = Rows.of(generation.unitModel());
      for (int i = 0; i < generation.hashes().size(); i++) {
        units.put(generation.hashes().get(i), i);
      }
      codes = RecordFile.open(folder.resolve(Generation.CODES));
      for (TextModel model : TextModel.values()) {
        vectors[model.code()] = RecordFile.open(folder.resolve(Generation.vectors(model)));
      }
    }

    Embedded read(int unit, TextModel model) {
      int row = rows[unit];
      ByteBuffer block = vectors[model.code()].record(row / Rows.BLOCK);
      float[] pooled = new float[model.dimension()];
      int length = model.dimension() * Bfloat16.BYTES;
      Bfloat16.get(block.slice(row % Rows.BLOCK * length, length), pooled, 0);
      return Embedded.unpack(pooled, codes.record(unit), model);
    }
  }
}
