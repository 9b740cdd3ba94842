package dev.bagu.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The log of reviews and the cards that follow from it. A card is never more than the log says:
 * {@link #rebuild} plays the log again, so merged or shortened logs give the right cards.
 */
final class ReviewLog {
  private static final String ORDER = " ORDER BY at, session, entry";

  private final Database database;
  private final Fsrs fsrs;

  ReviewLog(Database database, Fsrs fsrs) {
    this.database = database;
    this.fsrs = fsrs;
  }

  /** Logs a review and moves its card. */
  void add(Review review) {
    log(review);
    move(review);
  }

  /** Logs a review and leaves the cards to a later {@link #rebuild}. */
  void log(Review review) {
    database.update(
        "INSERT OR IGNORE INTO reviews (entry, at, session, rating, points) VALUES (?, ?, ?, ?, ?)",
        review.entry(),
        review.at().toEpochMilli(),
        review.session(),
        review.rating().name().toLowerCase(Locale.ROOT),
        review.points());
  }

  /** Makes all cards anew from the log. */
  void rebuild() {
    database.update("DELETE FROM cards");
    database.list("SELECT * FROM reviews" + ORDER, ReviewLog::review).forEach(this::move);
  }

  List<Review> of(String entry) {
    return database.list("SELECT * FROM reviews WHERE entry = ?" + ORDER, ReviewLog::review, entry);
  }

  List<Review> inSession(String session) {
    return database.list(
        "SELECT * FROM reviews WHERE session = ?" + ORDER, ReviewLog::review, session);
  }

  List<Card> cards() {
    return database.list("SELECT * FROM cards ORDER BY due, entry", ReviewLog::card);
  }

  private void move(Review review) {
    Card before =
        database
            .first("SELECT * FROM cards WHERE entry = ?", ReviewLog::card, review.entry())
            .orElseGet(() -> Card.fresh(review.entry(), review.at()));
    Card after = fsrs.review(before, review.rating(), review.at());
    database.update(
        "INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?)",
        after.entry(),
        after.state().name().toLowerCase(Locale.ROOT),
        after.step(),
        after.stability(),
        after.difficulty(),
        after.due().toEpochMilli(),
        review.at().toEpochMilli());
  }

  private static Review review(ResultSet row) throws SQLException {
    return new Review(
        row.getString("entry"),
        row.getString("session"),
        Rating.valueOf(row.getString("rating").toUpperCase(Locale.ROOT)),
        row.getInt("points"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  private static Card card(ResultSet row) throws SQLException {
    return new Card(
        row.getString("entry"),
        Card.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("step"),
        row.getDouble("stability"),
        row.getDouble("difficulty"),
        Instant.ofEpochMilli(row.getLong("due")),
        Optional.of(Instant.ofEpochMilli(row.getLong("last_review"))));
  }
}
