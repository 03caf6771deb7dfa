import ActorGraph

/// A comparison as JSON.
struct CompareRecord: Encodable {
  struct ActorRecord: Encodable {
    let actor: String
    let name: String

    init(_ actor: Actor) {
      self.actor = actor.id
      name = actor.name
    }
  }

  struct Actors: Encodable {
    let added: [ActorRecord]
    let removed: [ActorRecord]
    let changed: [Record]
  }

  /// A field that differs; `before` or `after` is left out where there is no value.
  struct Field: Encodable {
    let field: String
    let before: String?
    let after: String?

    init(_ change: FieldChange) {
      field = change.field
      before = change.before
      after = change.after
    }
  }

  /// Something that both networks describe differently.
  struct Record: Encodable {
    let id: String
    let fields: [Field]

    init(_ change: RecordChange) {
      id = change.id
      fields = change.fields.map(Field.init)
    }
  }

  /// Sources, or names of blocs.
  struct Records: Encodable {
    let added: [String]
    let removed: [String]
    let changed: [Record]

    init(_ matching: RecordMatching) {
      added = matching.added
      removed = matching.removed
      changed = matching.changed.map(Record.init)
    }
  }

  struct Changed: Encodable {
    let relation: String
    let before: RelationRecord
    let after: RelationRecord
    let fields: [Field]
  }

  struct Relations: Encodable {
    let added: [RelationRecord]
    let ended: [RelationRecord]
    let changed: [Changed]
    let newlyDisputed: [String]
    let flipped: [Dyad]

    init(_ result: ComparisonResult) {
      let matching = result.relations
      added = matching.added.map(RelationRecord.init)
      ended = matching.ended.map(RelationRecord.init)
      changed = matching.changed.map { change in
        Changed(
          relation: change.after.id, before: RelationRecord(change.before), after: RelationRecord(change.after),
          fields: change.fields.map(Field.init))
      }
      newlyDisputed = matching.newlyDisputed.map(\.id)
      flipped = result.flips.map(Dyad.init)
    }
  }

  /// All that holds between two actors, before and after.
  struct Dyad: Encodable {
    let actors: [String]
    let change: DyadChange.Kind
    let before: Sign?
    let after: Sign?
    let strengthBefore: Double?
    let strengthAfter: Double?
    let signedStrengthBefore: Double?
    let signedStrengthAfter: Double?
    let relationsBefore: [String]
    let relationsAfter: [String]

    init(_ dyad: DyadChange) {
      actors = [dyad.first.id, dyad.second.id]
      change = dyad.kind
      before = dyad.before?.sign
      after = dyad.after?.sign
      strengthBefore = dyad.before?.strength
      strengthAfter = dyad.after?.strength
      signedStrengthBefore = dyad.before?.signedStrength
      signedStrengthAfter = dyad.after?.signedStrength
      relationsBefore = dyad.before?.relations.map(\.id) ?? []
      relationsAfter = dyad.after?.relations.map(\.id) ?? []
    }
  }

  struct Place: Encodable {
    let rank: Int
    let score: Double

    init(_ row: RankedActor) {
      rank = row.rank
      score = row.score
    }
  }

  struct Move: Encodable {
    let actor: String
    let name: String
    let before: Place?
    let after: Place?
    let because: [Because]
    let accountedFor: AccountedFor?
    let becauseRefused: String?
    let byChance: ByChance?
  }

  /// How many random networks what is said of chance rests on.
  struct Chance: Encodable {
    let draws: Int
    let counted: Int
    let refused: String?

    init(_ count: DrawCount) {
      draws = count.drawn
      counted = count.counted
      refused = count.refusal
    }
  }

  /// The few changes that account for most of a move.
  struct AccountedFor: Encodable {
    let changes: [String]
    let opposing: [String]
    let part: Double

    init(_ explanation: MoveExplanation) {
      changes = explanation.causes.map(\.change.id)
      opposing = explanation.opposing.map(\.change.id)
      part = explanation.covered
    }
  }

  /// How often random changes move an actor as far.
  struct ByChance: Encodable {
    let rank: Double
    let score: Double
    let rankAdjusted: Double

    init(_ change: RankChange) {
      rank = change.rank
      score = change.score
      rankAdjusted = change.adjusted
    }
  }

  struct Because: Encodable {
    let relation: String
    let change: String
    let share: Double
    let error: Double

    init(_ share: ChangeShare) {
      relation = share.change.id
      change =
        switch share.change {
        case .added: "added"
        case .ended: "ended"
        case .changed: "changed"
        case .actors: "actors"
        case .setting: "setting"
        }
      self.share = share.share
      error = share.error
    }
  }

  struct Ranking: Encodable {
    let measure: String
    let parameters: [String: String]
    let scale: String
    let kendallTauB: Double?
    let rbo: Double?
    let topOverlap: Double?
    let refused: String?
    /// Why nothing says because of what the actors moved.
    let explanationRefused: String?
    let chance: Chance?
    let moves: [Move]

    init(
      _ comparison: RankingComparison, _ choice: MeasureChoice, _ attribution: AttributionResult?,
      _ chance: RankChangeTestResult?, at position: Int
    ) {
      measure = comparison.after.measure
      parameters = Dictionary(
        comparison.after.options.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      scale = comparison.after.scale
      kendallTauB = comparison.kendallTauB
      rbo = comparison.rankBiasedOverlap
      topOverlap = comparison.topOverlap
      refused = comparison.before.refusal ?? comparison.after.refusal
      let refusal = attribution?.refusal(choice)
      explanationRefused = refusal
      self.chance = chance.map { Chance($0.counts[position]) }
      moves = comparison.moves.map { move in
        let shares = attribution?.because(choice, actor: move.actor.id) ?? []
        return Move(
          actor: move.actor.id, name: move.actor.name, before: move.before.map(Place.init),
          after: move.after.map(Place.init), because: shares.map(Because.init),
          accountedFor: MoveExplanation(of: move, from: shares).map(AccountedFor.init),
          becauseRefused: refusal == nil ? attribution?.refusal(choice, actor: move.actor.id) : nil,
          byChance: chance?.measures[position][move.actor.id].map(ByChance.init))
      }
    }
  }

  struct Distances: Encodable {
    let jaccard: Double
    let weightedJaccard: Double
    let hamming: Int
    let weightedHamming: Double
    let deltacon: Double?
    let netsimile: Double?
    let portraitDivergence: Double?
    let laplacianSpectral: Double?
    let refused: [String: String]

    init(_ distances: NetworkDistancesResult) {
      jaccard = distances.edges.jaccard
      weightedJaccard = distances.edges.weightedJaccard
      hamming = distances.edges.hamming
      weightedHamming = distances.edges.weightedHamming
      deltacon = distances.shape("deltacon")?.value
      netsimile = distances.shape("netsimile")?.value
      portraitDivergence = distances.shape("portrait-divergence")?.value
      laplacianSpectral = distances.shape("laplacian-spectral-distance")?.value
      refused = Dictionary(
        distances.shapes.compactMap { shape in shape.refusal.map { (shape.measure, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  struct Blocs: Encodable {
    struct Move: Encodable {
      let actor: String
      let name: String
      let before: [String]
      let after: [String]
    }

    let before: [[String]]
    let after: [[String]]
    let modularityBefore: Double
    let modularityAfter: Double
    let compared: Int
    let adjustedRand: Double
    let normalizedMutualInformation: Double
    let variationOfInformation: Double
    let moves: [Move]

    init(_ blocs: BlocComparisonResult) {
      before = blocs.before.groups.map { $0.actors.map(\.id) }
      after = blocs.after.groups.map { $0.actors.map(\.id) }
      modularityBefore = blocs.before.modularity
      modularityAfter = blocs.after.modularity
      compared = blocs.comparedCount
      adjustedRand = blocs.agreement.adjustedRand
      normalizedMutualInformation = blocs.agreement.normalizedMutualInformation
      variationOfInformation = blocs.agreement.variationOfInformation
      moves = blocs.moves.map { move in
        Move(
          actor: move.actor.id, name: move.actor.name, before: move.before.map(\.id), after: move.after.map(\.id))
      }
    }
  }

  struct Balance: Encodable {
    let before: BalanceRecord?
    let after: BalanceRecord?
  }

  /// A piece of evidence behind a relation that changed.
  struct EvidenceRecord: Encodable {
    let source: String
    let stance: String
    let locator: String?
    let claim: String?

    init(_ evidence: Evidence) {
      source = evidence.source
      stance = evidence.stance.rawValue
      locator = evidence.locator
      claim = evidence.claim
    }
  }

  let manifest: Manifest
  let network: [Field]
  let actors: Actors
  let sources: Records
  let blocNames: Records
  let relations: Relations
  let dyads: [Dyad]
  let rankings: [Ranking]
  let distances: Distances
  let blocs: Blocs?
  let balance: Balance?
  let evidence: [String: [EvidenceRecord]]

  init(_ manifest: Manifest, _ choices: [MeasureChoice], _ result: ComparisonResult) {
    self.manifest = manifest
    actors = Actors(
      added: result.actorsAdded.map(ActorRecord.init), removed: result.actorsRemoved.map(ActorRecord.init),
      changed: result.actorsChanged.map(Record.init))
    network = result.descriptions.map(Field.init)
    sources = Records(result.sources)
    blocNames = Records(result.blocNames)
    relations = Relations(result)
    dyads = result.dyads.map(Dyad.init)
    rankings = choices.indices.map { i in
      Ranking(result.rankings[i], choices[i], result.attribution, result.chance, at: i)
    }
    distances = Distances(result.distances)
    blocs = result.blocs.map(Blocs.init)
    balance = result.blocs.map { blocs in
      Balance(before: blocs.before.balance.map(BalanceRecord.init), after: blocs.after.balance.map(BalanceRecord.init))
    }
    let touched = result.relations.added + result.relations.ended + result.relations.changed.map(\.after)
    evidence = Dictionary(
      touched.map { ($0.id, $0.evidence.map(EvidenceRecord.init)) }, uniquingKeysWith: { first, _ in first })
  }
}
