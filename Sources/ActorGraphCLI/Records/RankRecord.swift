import ActorGraph

/// Rankings as JSON.
struct RankRecord: Encodable {
  struct Measure: Encodable {
    let measure: String
    let parameters: [String: String]
    let scale: String
    let direction: EdgeDirection?
    let weights: String
    let signs: SignUse
    let refused: String?
    let scores: [Score]
    let ties: [TieScore]?
    let pathless: Pathless?

    /// Why a third of the actors or more score 0 in a measure that counts paths between others.
    struct Pathless: Encodable {
      let count: Int
      let onlyActing: Int
      let onlyReceiving: Int
      let untied: Int
      let bypassed: Int

      init(_ pathless: PathlessActors) {
        count = pathless.count
        onlyActing = pathless.onlyActing
        onlyReceiving = pathless.onlyReceiving
        untied = pathless.untied
        bypassed = pathless.bypassed
      }
    }

    init(_ ranking: RankingResult) {
      pathless = ranking.pathless.map(Pathless.init)
      measure = ranking.measure
      parameters = Dictionary(ranking.options.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      scale = ranking.scale
      direction = ranking.direction
      weights = ranking.weights?.rawValue ?? "none"
      signs = ranking.signs
      refused = ranking.refusal
      scores = ranking.ranked.map(Score.init)
      ties = nil
    }

    init(_ ranking: TieRankingResult) {
      pathless = nil
      measure = ranking.measure
      parameters = Dictionary(ranking.options.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      scale = ranking.scale
      direction = nil
      weights = ranking.weights?.rawValue ?? "none"
      signs = ranking.signs
      refused = ranking.refusal
      scores = []
      ties = ranking.ranked.map(TieScore.init)
    }
  }

  struct Score: Encodable {
    let rank: Int
    let actor: String
    let name: String
    let score: Double
    let details: [String: Double]?

    init(_ row: RankedActor) {
      rank = row.rank
      actor = row.actor.id
      name = row.actor.name
      score = row.score
      details =
        row.details.isEmpty
        ? nil : Dictionary(row.details.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
  }

  struct TieScore: Encodable {
    let rank: Int
    let from: String
    let to: String
    let relations: [String]
    let score: Double

    init(_ row: RankedTie) {
      rank = row.rank
      from = row.tie.from.id
      to = row.tie.to.id
      relations = row.tie.relations.map(\.id)
      score = row.score
    }
  }

  struct Explanation: Encodable {
    struct Support: Encodable {
      let source: String?
      let relations: [String]
      let loss: Double
      let rankWithout: Int?

      init(_ support: ScoreSupport) {
        source = support.source
        relations = support.relations
        loss = support.loss
        rankWithout = support.rankWithout
      }
    }

    /// What cannot be taken away because nothing can be scored without it.
    struct Refused: Encodable {
      let source: String?
      let relations: [String]
      let reason: String

      init(_ refused: RefusedSupport) {
        source = refused.source
        relations = refused.relations
        reason = refused.reason
      }
    }

    let measure: String
    let actor: String
    let relations: [Support]
    let sources: [Support]
    let refused: [Refused]
    let relationsWithoutEffect: Int
    let sourcesWithoutEffect: Int

    init(_ result: ScoreExplanationResult) {
      measure = result.measure
      actor = result.row.actor.id
      relations = result.relations.map(Support.init)
      sources = result.sources.map(Support.init)
      refused = result.refused.map(Refused.init)
      relationsWithoutEffect = result.relationsWithoutEffect
      sourcesWithoutEffect = result.sourcesWithoutEffect
    }
  }

  /// What is left without older ties.
  struct Age: Encodable {
    let olderThan: Int
    let older: Int
    let undated: Int
    let relations: Int
    let strengthShare: Double
    let measuresWithout: [Measure]

    init(_ result: AgeDependenceResult) {
      olderThan = result.days
      older = result.older
      undated = result.undated
      relations = result.relations
      strengthShare = result.strengthShare
      measuresWithout = result.rankings.map { Measure($0) }
    }
  }

  let manifest: Manifest
  let measures: [Measure]
  let explanations: [Explanation]?
  let age: Age?

  init(
    _ manifest: Manifest, _ rankings: [RankingResult], _ ties: [TieRankingResult],
    _ explanations: [ScoreExplanationResult], _ age: AgeDependenceResult? = nil
  ) {
    self.age = age.map(Age.init)
    self.manifest = manifest
    measures = rankings.map { Measure($0) } + ties.map { Measure($0) }
    self.explanations = explanations.isEmpty ? nil : explanations.map(Explanation.init)
  }
}
