import NetworkReading

/// A feed: a file each of whose rows tells of one event. Feeds differ in columns and codes; what is made of the events is
/// the same for all, and is the work of an ``EventGatherer``.
package protocol EventFeed {
  /// What the feed is called in a sentence, known once a row has told it: "GDELT 2.0".
  var title: String? { get }
  /// What of each row is in no record, for the report; known with the title.
  var omissions: String? { get }
  /// Where the row at hand begins.
  var place: TextLocation { get }
  /// The row at hand as it stands in the file.
  var rowText: String { get }
  /// Whether the file ends inside the row at hand.
  var endsInsideRow: Bool { get }

  /// Goes to the next row and says what it tells; `nil` at the end of the file.
  mutating func nextRow() -> FeedRow?

  /// Whether two rows are the same to the letter.
  func isSame(_ row: Range<Int>, as other: Range<Int>) -> Bool
}

/// What a row of a feed tells.
package enum FeedRow: Sendable {
  /// An event.
  case event(EventRecord)
  /// Nothing.
  case blank
  /// The names of the columns.
  case header
  /// Nothing that can be read.
  case unreadable(RowFailure)
  /// That no row can be read as it is meant: the columns are not those that were expected or asked for.
  case unusable(RowFailure)
}

/// Why a row cannot be read.
package struct RowFailure: Error, Hashable, Sendable {
  /// Where the fault stands.
  package let place: TextLocation
  /// What is wrong.
  package let message: String
  /// What to do.
  package var fix: Advice?
}
