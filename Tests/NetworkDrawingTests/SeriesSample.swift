import ActorModel
import NetworkDrawing

/// The article's network at three times: more of it each time, and some of it ended.
enum SeriesSample {
  static let dates = ["2024", "2025", "2026"]

  /// The network of all times.
  static func network(shuffledBy seed: UInt64? = nil) throws -> ActorNetwork {
    try ActorNetwork(ArticleNetwork.content(shuffledBy: seed))
  }

  /// The relations at each time.
  static func relations(_ all: [Relation]) -> [[Relation]] {
    let sorted = all.sorted { $0.id < $1.id }
    return [Array(sorted[0..<12]), Array(sorted[3..<30]), Array(sorted[6..<37])]
  }

  /// The snapshots of the three times.
  static func snapshots(shuffledBy seed: UInt64? = nil) throws -> [Snapshot] {
    let whole = Snapshot(of: try network(shuffledBy: seed))
    return relations(whole.relations).map { whole.replacing(relations: $0) }
  }

  static var projection: Projection {
    var projection = Projection()
    projection.statuses = Status.allCases
    return projection
  }

  static func series(shuffledBy seed: UInt64? = nil) throws -> PictureSeries {
    let snapshots = try snapshots(shuffledBy: seed)
    return PictureSeries(
      snapshots.map { Drawing(of: $0, projection: projection) }, union: try Snapshot(union: snapshots))
  }

  /// Each time with what changed since the one before.
  static func panels(shuffledBy seed: UInt64? = nil) throws -> [SmallMultiples.Panel] {
    let snapshots = try snapshots(shuffledBy: seed)
    return try snapshots.enumerated().map { index, snapshot in
      guard index > 0 else {
        return SmallMultiples.Panel(date: dates[0], drawing: Drawing(of: snapshot, projection: projection))
      }
      let before = Set(snapshots[index - 1].relations.map(\.id))
      let after = Set(snapshot.relations.map(\.id))
      var drawing = Drawing(of: try Snapshot(union: [snapshots[index - 1], snapshot]), projection: projection)
      var changes = PictureChanges(before: dates[index - 1], after: dates[index])
      for id in after.subtracting(before) { changes.relations[id] = .new }
      for id in before.subtracting(after) { changes.relations[id] = .ended }
      drawing.changes = changes
      return SmallMultiples.Panel(date: dates[index], drawing: drawing)
    }
  }
}

/// A picture of changes: one relation for each that can happen, and one that stays.
enum ChangeSample {
  static let ids: [TieChange: String] = [
    .new: "R0", .ended: "R1", .strengthened: "R2", .weakened: "R3", .flipped: "R4", .restated: "R5", .unchanged: "R6",
  ]

  /// A drawing in which only some changes happen.
  static func drawing(_ happened: Set<TieChange> = Set(TieChange.allCases), name: String = "knows") throws -> Drawing {
    let list = TieChange.allCases.enumerated().filter { happened.contains($1) }
    var network = content((0..<14).map { "Actor \($0)" })
    network.relations = list.map { index, change in
      var relation = Relation(
        id: ids[change] ?? "", ends: .directed(from: "A\(index * 2)", to: "A\(index * 2 + 1)"), type: "knows")
      relation.label = name
      return relation
    }
    var drawing = try drawingOf(network)
    var changes = PictureChanges(before: "2024-12-31", after: "2025-07-08")
    for (_, change) in list where change != .unchanged { changes.relations[ids[change] ?? ""] = change }
    changes.strengthsBefore = happened.contains(.strengthened) ? ["R2": 0.25] : [:]
    changes.measure = "betweenness"
    drawing.changes = changes
    return drawing
  }
}
