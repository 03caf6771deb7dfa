/// The statements of a network by columns: what snapshots and projections read of relations, as numbers.
///
/// Made once, it serves every question of the kind "what if not": a snapshot is a ``StatementSelection`` of its rows, and
/// a projection reads those rows without a look at a text. Its rows lead back to the relations.
///
/// Actors are numbered as they stand in the network's list, types in the order of their names.
final class StatementTable: Sendable {
  /// The relation of each row.
  let relations: [Relation]
  /// The number of the actor named first; −1 where the network has none of that id.
  let firsts: [Int32]
  /// The number of the actor named second; −1 where the network has none of that id.
  let seconds: [Int32]
  /// Whether the relation runs from the first to the second.
  let areDirected: [Bool]
  /// The number of the type.
  let types: [Int32]
  /// 1, −1 or 0.
  let signs: [Int8]
  /// How strong each tie is.
  let strengths: [Double]
  /// The probability that it is so.
  let confidences: [Double]
  /// What kind of statement it is.
  let statuses: [Status]
  /// The number of the first day; the least number where it is not dated.
  let beginnings: [Int32]
  /// When the relation holds and both its actors exist.
  let spans: [DaySpan]
  /// The types, sorted.
  let typeNames: [String]
  /// Whether a relation of the network has a direction, be it in the table or not.
  let isNetworkDirected: Bool
  /// Whether rows say something else than their relations, as ``SnapshotVariation`` has them do.
  private let isVaried: Bool

  /// The table of some relations, which need not be those of the network.
  ///
  /// - Complexity: O(r + t log t) for r relations of t types.
  init(of relations: [Relation], in network: ActorNetwork) {
    self.relations = relations
    let firsts = relations.map { Int32(network.position(ofActor: $0.ends.first) ?? -1) }
    let seconds = relations.map { Int32(network.position(ofActor: $0.ends.second) ?? -1) }
    self.firsts = firsts
    self.seconds = seconds
    areDirected = relations.map { $0.ends.isDirected }
    signs = relations.map { Int8($0.sign.factor) }
    strengths = relations.map { $0.strength }
    confidences = relations.map { $0.confidence }
    statuses = relations.map { $0.status }
    beginnings = relations.map { $0.validity.since?.firstDay.number ?? .min }
    (typeNames, types) = Self.numbered(relations)
    isNetworkDirected = network.relations.contains { $0.ends.isDirected }
    isVaried = false
    let isOpen = network.actors.allSatisfy { $0.existence == Interval() }
    let existences = isOpen ? [] : network.actors.map { DaySpan($0.existence) }
    spans = relations.indices.map { row in
      var span = DaySpan(relations[row].validity)
      for actor in [firsts[row], seconds[row]] where !isOpen && actor >= 0 {
        span.narrow(to: existences[Int(actor)])
      }
      return span
    }
  }

  /// The same rows with other ends, signs and strengths.
  init(
    varying table: StatementTable, firsts: [Int32], seconds: [Int32], signs: [Int8], strengths: [Double],
    spans: [DaySpan]
  ) {
    relations = table.relations
    self.firsts = firsts
    self.seconds = seconds
    areDirected = table.areDirected
    types = table.types
    self.signs = signs
    self.strengths = strengths
    confidences = table.confidences
    statuses = table.statuses
    beginnings = table.beginnings
    self.spans = spans
    typeNames = table.typeNames
    isNetworkDirected = table.isNetworkDirected
    isVaried = true
  }

  /// What a row says, as a relation.
  func relation(_ row: Int, in network: ActorNetwork) -> Relation {
    guard isVaried else { return relations[row] }
    var relation = relations[row]
    relation.strength = strengths[row]
    relation.sign = signs[row] > 0 ? .positive : signs[row] < 0 ? .negative : .neutral
    if firsts[row] >= 0, seconds[row] >= 0 {
      let first = network.actors[Int(firsts[row])].id
      let second = network.actors[Int(seconds[row])].id
      relation.ends = areDirected[row] ? .directed(from: first, to: second) : .mutual(first, second)
    }
    return relation
  }

  /// The types in the order of their names, and the number of each relation's.
  private static func numbered(_ relations: [Relation]) -> (names: [String], numbers: [Int32]) {
    var found: [String: Int32] = [:]
    var names: [String] = []
    var numbers: [Int32] = []
    numbers.reserveCapacity(relations.count)
    for relation in relations {
      // Files often list relations of one type after another.
      if let last = numbers.last, names[Int(last)] == relation.type {
        numbers.append(last)
      } else if let known = found[relation.type] {
        numbers.append(known)
      } else {
        let number = Int32(names.count)
        found[relation.type] = number
        names.append(relation.type)
        numbers.append(number)
      }
    }
    let order = names.indices.sorted { names[$0] < names[$1] }
    var places = [Int32](repeating: 0, count: names.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    return (order.map { names[$0] }, numbers.map { places[Int($0)] })
  }

  /// Whether one of two rows comes first in the canonical order, which does not depend on that of the file: the stronger,
  /// then the friendlier, then by type, beginning and id.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    if strengths[a] != strengths[b] { return strengths[a] > strengths[b] }
    if signs[a] != signs[b] { return signs[a] > signs[b] }
    if types[a] != types[b] { return types[a] < types[b] }
    return beginnings[a] != beginnings[b] ? beginnings[a] < beginnings[b] : relations[a].id < relations[b].id
  }
}
