/// What one source says about a relation.
public struct Evidence: Hashable, Sendable {
  /// The source's id.
  public var source: String
  /// Where in the source: a page, a paragraph.
  public var locator: String?
  /// What it says, in one's own words.
  public var claim: String?
  /// The source's very words.
  public var quote: String?
  /// What it says otherwise, or confirms, about single fields.
  public var says = Claims()
  /// How likely this single claim is, whoever makes it.
  public var credibility: Credibility?
  /// Whether the source supports the relation.
  public var stance: Stance = .supports

  /// Evidence from a source.
  public init(source: String) { self.source = source }
}

/// Whether a source supports a relation.
public enum Stance: String, CaseIterable, Hashable, Sendable {
  /// Says that it is so.
  case supports
  /// Says that it is not so.
  case denies
  /// Bears on it without saying whether it is so.
  case mentions
}

/// How likely a single claim is: the digits of the Admiralty code.
public enum Credibility: Int, CaseIterable, Hashable, Sendable {
  /// Confirmed by other sources.
  case confirmed = 1
  /// Probably true.
  case probable = 2
  /// Possibly true.
  case possible = 3
  /// Doubtful.
  case doubtful = 4
  /// Improbable.
  case improbable = 5
  /// Cannot be judged.
  case unjudged = 6

  /// The grade in words.
  package var meaning: String {
    switch self {
    case .confirmed: "confirmed by other sources"
    case .probable: "probably true"
    case .possible: "possibly true"
    case .doubtful: "doubtful"
    case .improbable: "improbable"
    case .unjudged: "cannot be judged"
    }
  }
}

/// What a source says about single fields of a relation; `nil` where it is silent.
public struct Claims: Hashable, Sendable {
  /// When it began.
  public var since: CalendarDate?
  /// When it ended.
  public var until: CalendarDate?
  /// Its sign.
  public var sign: Sign?
  /// Its strength.
  public var strength: Double?
  /// What kind of statement it is.
  public var status: Status?
  /// Further facts.
  public var attributes: [Attribute] = []

  /// Claims about nothing.
  public init() {}

  /// Whether nothing is said.
  package var isEmpty: Bool { self == Claims() }
}
