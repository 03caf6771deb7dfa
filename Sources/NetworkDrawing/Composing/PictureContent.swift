import ActorModel

/// What is in a picture, in an order that does not depend on the file's: actors by id, relations by pair and strength.
struct PictureContent {
  /// A relation between two of the actors, by their places in the list.
  struct Tie {
    let relation: Relation
    let from: Int
    let to: Int
    /// What became of it; `nil` in a picture of one time.
    var change: TieChange?
  }

  /// Two actors and all relations between them, strongest first.
  struct Pair {
    /// The actor that comes first in the list.
    let first: Int
    /// The other one; the same for relations of an actor with itself.
    let second: Int
    /// Places in `ties`.
    let ties: [Int]
  }

  let actors: [Actor]
  private(set) var ties: [Tie]
  let pairs: [Pair]
  /// How many relations each actor has, those not counted that have ended.
  private(set) var tieCounts: [Int]
  /// How many actors have no ties.
  let loneCount: Int
  /// How many relations are in it although nothing says when they began.
  let undatedCount: Int
  /// How many relations are left out because they tie an actor to itself.
  let droppedLoopCount: Int

  /// Whether a tie is named beside its line: in a picture of changes only what changed is.
  func isNamed(_ tie: Int) -> Bool { ties[tie].change != .unchanged }

  init(
    snapshot: Snapshot, projection: Projection, style: Style, changes: PictureChanges? = nil
  ) throws(DrawingError) {
    // Every actor is there to be counted, also those that the graph leaves out.
    var complete = projection
    complete.isolates = .keep
    let counted: CountedStatements
    do { counted = try CountedStatements(complete, of: snapshot) } catch { throw .projection(error) }
    undatedCount = counted.undatedCount
    droppedLoopCount = counted.droppedLoopCount
    let relations = snapshot.relations
    var ends: [(relation: Relation, from: Int, to: Int)] = []
    var counts = Array(repeating: 0, count: counted.actors.count)
    for place in counted.places {
      let relation = relations[Int(place)]
      guard let from = counted.node(ofActor: relation.ends.first), let to = counted.node(ofActor: relation.ends.second)
      else { continue }
      ends.append((relation, from, to))
      counts[from] += 1
      if from != to { counts[to] += 1 }
    }
    let tied = counts.count { $0 > 0 }
    loneCount = counts.count - tied
    let shown = counted.actors.indices.filter { counts[$0] > 0 || style.showsActorsWithoutTies }
    if shown.count > Drawing.mostActors || ends.count > Drawing.mostRelations {
      throw .tooLarge(actors: shown.count, relations: ends.count)
    }
    var places = Array(repeating: 0, count: counted.actors.count)
    for (place, node) in shown.enumerated() { places[node] = place }
    actors = shown.map { counted.actors[$0] }
    (ties, pairs) = Self.grouped(
      ends.map {
        Tie(
          relation: $0.relation, from: places[$0.from], to: places[$0.to],
          change: changes?.change(of: $0.relation.id))
      })
    tieCounts = Self.tieCounts(ties, actorCount: shown.count)
  }

  /// The same, with what became of its relations.
  func marked(by changes: PictureChanges) -> PictureContent {
    var marked = self
    for index in ties.indices { marked.ties[index].change = changes.change(of: ties[index].relation.id) }
    marked.tieCounts = Self.tieCounts(marked.ties, actorCount: actors.count)
    return marked
  }

  private static func tieCounts(_ ties: [Tie], actorCount: Int) -> [Int] {
    var counts = Array(repeating: 0, count: actorCount)
    for tie in ties where tie.change != .ended {
      counts[tie.from] += 1
      if tie.from != tie.to { counts[tie.to] += 1 }
    }
    return counts
  }

  private static func grouped(_ ties: [Tie]) -> ([Tie], [Pair]) {
    let sorted = ties.sorted { a, b in
      let aPair = (min(a.from, a.to), max(a.from, a.to))
      let bPair = (min(b.from, b.to), max(b.from, b.to))
      if aPair != bPair { return aPair < bPair }
      if a.relation.strength != b.relation.strength { return a.relation.strength > b.relation.strength }
      return a.relation.id < b.relation.id
    }
    var pairs: [Pair] = []
    var start = 0
    for index in sorted.indices {
      let tie = sorted[index]
      let isLast =
        index + 1 == sorted.count || min(sorted[index + 1].from, sorted[index + 1].to) != min(tie.from, tie.to)
        || max(sorted[index + 1].from, sorted[index + 1].to) != max(tie.from, tie.to)
      guard isLast else { continue }
      pairs.append(Pair(first: min(tie.from, tie.to), second: max(tie.from, tie.to), ties: Array(start...index)))
      start = index + 1
    }
    return (sorted, pairs)
  }

  /// For each actor the number of its component, the largest component first.
  func components() -> [[Int]] {
    var parent = Array(actors.indices)
    func root(_ actor: Int) -> Int {
      var actor = actor
      while parent[actor] != actor {
        parent[actor] = parent[parent[actor]]
        actor = parent[actor]
      }
      return actor
    }
    for pair in pairs {
      let a = root(pair.first)
      let b = root(pair.second)
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var members: [Int: [Int]] = [:]
    for actor in actors.indices { members[root(actor), default: []].append(actor) }
    return members.values.sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
  }
}
