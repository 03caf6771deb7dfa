/// A page, report or document that statements rest on.
public struct Source: Hashable, Sendable, Identifiable {
  /// Stable name within the network.
  public var id: String
  /// What it is called, or what it is.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// Who wrote it.
  public var author: String?
  /// Its language, as a BCP 47 tag.
  public var language: String?
  /// When it could be known.
  public var published: CalendarDate?
  /// Where it stands.
  public var url: String?
  /// How far its publisher can be trusted.
  public var reliability: Reliability?
  /// Other sources that carry the same report; together they count as one.
  public var sameAs: [String] = []
  /// Anything else a reader should know.
  public var note: String?

  /// A source of which no more than its id is known.
  public init(id: String) { self.id = id }
}

/// How far a source can be trusted: the letters of the Admiralty code.
///
/// - Source: NATO STANAG 2511; the letter grades the source, the ``Credibility`` digit the single claim.
public enum Reliability: String, CaseIterable, Hashable, Sendable {
  /// Completely reliable.
  case a = "A"
  /// Usually reliable.
  case b = "B"
  /// Fairly reliable.
  case c = "C"
  /// Not usually reliable.
  case d = "D"
  /// Unreliable.
  case e = "E"
  /// Cannot be judged.
  case f = "F"

  /// The grade in words.
  package var meaning: String {
    switch self {
    case .a: "completely reliable"
    case .b: "usually reliable"
    case .c: "fairly reliable"
    case .d: "not usually reliable"
    case .e: "unreliable"
    case .f: "cannot be judged"
    }
  }
}
