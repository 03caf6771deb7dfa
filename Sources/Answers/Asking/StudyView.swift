import ActorModel

/// What of a network is looked at: as of when, by which sources, which statements, and how they become a graph.
public struct StudyView: Codable, Hashable, Sendable {
  /// Time, knowledge and sources.
  public var query: SnapshotQuery
  /// Statements, and how they become edges.
  public var projection: Projection

  /// A view; by default all facts and assessments as of the last day.
  public init(_ query: SnapshotQuery = SnapshotQuery(), _ projection: Projection = Projection()) {
    self.query = query
    self.projection = projection
  }

  /// All that a network says, of any day and every status.
  public static var everything: StudyView {
    var view = StudyView()
    if let first = Day(year: 1, month: 1, day: 1), let last = Day(year: 9999, month: 12, day: 31),
      let days = DayRange(start: first, end: last)
    {
      view.query.time = .window(days)
    }
    view.projection.statuses = Status.allCases
    return view
  }

  /// Whether it leaves nothing out because of its day.
  var isOfAllTime: Bool { query.time == Self.everything.query.time }

  /// The statements of a network that are looked at, in the file's order.
  func relations(of network: ActorNetwork) -> [Relation] {
    Snapshot(of: network, query).relations.filter(projection.admits)
  }

  /// Checks that every source and type named is in one of the networks: a misspelt name must not select nothing in
  /// silence.
  ///
  /// - Throws: That there is none, with the nearest.
  package func check(in networks: [ActorNetwork]) throws(QuestionError) {
    let types = (projection.types ?? []) + projection.halfLives.compactMap(\.type)
    if !types.isEmpty {
      try Self.check(types, "relation of type", known: Set(networks.flatMap { $0.relations.map(\.type) }))
    }
    let sources = query.sources.sorted() + query.withoutSources.sorted()
    if !sources.isEmpty {
      try Self.check(sources, "source", known: Set(networks.flatMap { $0.sources.map(\.id) }))
    }
  }

  private static func check(_ names: [String], _ kind: String, known: Set<String>) throws(QuestionError) {
    for name in names where !known.contains(name) {
      let near = NearestNames(to: name, among: known).prefix(3)
      throw .unfit(
        Phrase(
          "there is no \(kind) '\(name)'" + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"))
      )
    }
  }
}
