/// Something that one actor does to another, or that holds between two, as sources state it.
public struct Relation: Hashable, Sendable, Identifiable {
  /// Stable name within the network.
  public var id: String
  /// Between whom, and in which direction.
  public var ends: RelationEnds
  /// What kind of tie: `recognises`, `sanctions`.
  public var type: String
  /// A short name for pictures, where the type reads badly.
  public var label: String?
  /// Whether the tie supports or burdens.
  public var sign: Sign = .neutral
  /// How strong the tie itself is; above 0.
  public var strength: Double = 1
  /// The probability that it is so, 0 to 1.
  public var confidence: Double = 1
  /// What kind of statement it is.
  public var status: Status = .fact
  /// When the tie holds.
  public var validity = Interval()
  /// What it rests on.
  public var evidence: [Evidence] = []
  /// Anything else a reader should know.
  public var note: String?
  /// Further facts, as text.
  public var attributes: [Attribute] = []

  /// A relation with a type; a neutral fact of strength and confidence 1 unless said otherwise.
  public init(id: String, ends: RelationEnds, type: String) {
    self.id = id
    self.ends = ends
    self.type = type
  }

  /// Sources that disagree with the relation as it stands, or say that it is not so.
  package var disputes: [Dispute] { Dispute.found(in: self) }

  /// Whether sources disagree about it.
  package var isDisputed: Bool { !disputes.isEmpty }

  /// Whether nothing says when it began, so that it holds on any day before its end.
  package var isUndated: Bool { validity.since == nil }

  /// The name for pictures and tables: the label, or the type with spaces for hyphens.
  package var shownName: String { label ?? type.split(separator: "-").joined(separator: " ") }
}

/// Between whom a relation holds.
public enum RelationEnds: Hashable, Sendable {
  /// From one actor to another.
  case directed(from: String, to: String)
  /// Between two actors, both ways alike.
  case mutual(String, String)

  /// The actor named first.
  public var first: String {
    switch self {
    case .directed(let from, _): from
    case .mutual(let a, _): a
    }
  }

  /// The actor named second.
  public var second: String {
    switch self {
    case .directed(_, let to): to
    case .mutual(_, let b): b
    }
  }

  /// Whether the relation has a direction.
  public var isDirected: Bool {
    if case .directed = self { true } else { false }
  }
}

/// Whether a tie supports or burdens the one it leads to.
public enum Sign: String, CaseIterable, Hashable, Sendable {
  /// Supports.
  case positive
  /// Hostile or burdening.
  case negative
  /// Neither.
  case neutral

  /// 1, −1 or 0.
  package var factor: Double {
    switch self {
    case .positive: 1
    case .negative: -1
    case .neutral: 0
    }
  }

  /// One character for tables: + − 0.
  package var symbol: String {
    switch self {
    case .positive: "+"
    case .negative: "−"
    case .neutral: "0"
    }
  }
}

/// What kind of statement a relation is.
public enum Status: String, CaseIterable, Hashable, Sendable {
  /// Stated as so.
  case fact
  /// Somebody's judgement.
  case assessment
  /// Possible or expected, not yet so.
  case anticipated
}
