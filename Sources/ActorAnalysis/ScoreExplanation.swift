import ActorModel
import GraphCore

/// Says which relations and which sources an actor's score rests on, by taking each away and scoring again.
///
/// What a score loses without a relation is not a share that adds up: two relations that can stand in for each other
/// lose little each. It answers the question "would this number stand without it?".
public struct ScoreExplanation: Sendable {
  /// The measure and its options.
  public var measure: MeasureChoice
  /// The actor whose score is explained.
  public var actor: String

  /// The most relations of a snapshot that are each taken away; more are refused.
  static let relationLimit = 2_000

  /// An explanation of an actor's score.
  public init(of actor: String, by measure: MeasureChoice) {
    self.actor = actor
    self.measure = measure
  }

  /// Takes every relation and every independent source away in turn.
  ///
  /// - Returns: Relations and sources without which the score or the rank differs, the largest loss first.
  /// - Throws: What the measure throws on the whole graph; `.limitExceeded` above 2,000 relations; `.cancelled`.
  /// - Complexity: One run of the measure for each relation and each source.
  public func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> ScoreExplanationResult
  {
    let admitted = projected.snapshot.relations.filter(projected.projection.admits)
    guard admitted.count <= Self.relationLimit else {
      throw .limitExceeded(
        what: "an explanation", needed: "\(admitted.count) runs", limit: "\(Self.relationLimit); narrow the snapshot")
    }
    guard let node = projected.node(ofActor: actor) else {
      throw .undefined(reason: "\(actor) is not in the snapshot", advice: "choose a day on which it exists")
    }
    let ranking = InfluenceRanking(by: measure)
    let standing = projected.actors[node].id
    let whole = try ranking.run(on: projected, in: context)
    guard let row = whole.row(ofActor: standing) else {
      throw .undefined(reason: GraphText(whole.refusal ?? "no score"), advice: "choose another measure")
    }
    let sole = Self.soleSupport(of: admitted, in: projected.snapshot.network)
    var quiet = context
    quiet.progress = nil
    let single = quiet
    func without(_ ids: Set<String>) throws(AlgorithmError) -> ScoreSupport? {
      let changed = try? projected.projection.graph(of: projected.snapshot.removing(relations: ids))
      guard let changed else { return nil }
      let other = try ranking.run(on: changed, in: single).row(ofActor: standing)
      let score = other?.score ?? 0
      guard score != row.score || other?.rank != row.rank else { return nil }
      return ScoreSupport(relations: ids.sorted(), source: nil, loss: row.score - score, rankWithout: other?.rank)
    }
    var relations: [ScoreSupport] = []
    for (done, relation) in admitted.enumerated() {
      if let support = try without([relation.id]) { relations.append(support) }
      context.progress?(RunProgress(done: done + 1, total: admitted.count + sole.count))
    }
    var sources: [ScoreSupport] = []
    for (done, (source, ids)) in sole.enumerated() {
      if let support = try without(ids) { sources.append(support.from(source)) }
      context.progress?(RunProgress(done: admitted.count + done + 1, total: admitted.count + sole.count))
    }
    return ScoreExplanationResult(
      measure: whole.measure, row: row, relations: relations.sorted(by: Self.larger),
      sources: sources.sorted(by: Self.larger))
  }

  private static func larger(_ a: ScoreSupport, _ b: ScoreSupport) -> Bool {
    let name = a.source ?? a.relations.first ?? ""
    let other = b.source ?? b.relations.first ?? ""
    return abs(a.loss) != abs(b.loss) ? abs(a.loss) > abs(b.loss) : name < other
  }

  /// For each independent source the relations that rest on nothing else, sorted by source.
  private static func soleSupport(of relations: [Relation], in network: ActorNetwork) -> [(String, Set<String>)] {
    let originals = network.originals()
    var sole: [String: Set<String>] = [:]
    for relation in relations {
      let support = Set(relation.evidence.filter { $0.stance == .supports }.map { originals[$0.source] ?? $0.source })
      if support.count == 1, let source = support.first { sole[source, default: []].insert(relation.id) }
    }
    return sole.sorted { $0.key < $1.key }
  }
}

/// What a score rests on.
public struct ScoreExplanationResult: Sendable, Hashable {
  /// The measure's id.
  public let measure: String
  /// The actor's place.
  public let row: RankedActor
  /// Single relations without which score or rank differs, the largest loss first.
  public let relations: [ScoreSupport]
  /// Independent sources without which score or rank differs, the largest loss first.
  public let sources: [ScoreSupport]
}

/// Something a score rests on.
public struct ScoreSupport: Sendable, Hashable {
  /// The relations that go.
  public let relations: [String]
  /// The source they rest on alone; `nil` when a single relation was taken away.
  public let source: String?
  /// The score less what it would be without; negative when it would be higher.
  public let loss: Double
  /// The rank without; `nil` when the actor or the measure would be gone.
  public let rankWithout: Int?

  func from(_ source: String) -> ScoreSupport {
    ScoreSupport(relations: relations, source: source, loss: loss, rankWithout: rankWithout)
  }
}
