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
  }

  struct Field: Encodable {
    let field: String
    let before: String
    let after: String
  }

  struct Changed: Encodable {
    let relation: String
    let before: RelationRecord
    let after: RelationRecord
    let fields: [Field]
  }

  struct Flipped: Encodable {
    let actors: [String]
    let before: Sign
    let after: Sign
    let signedStrengthBefore: Double
    let signedStrengthAfter: Double
    let relationsBefore: [String]
    let relationsAfter: [String]
  }

  struct Relations: Encodable {
    let added: [RelationRecord]
    let ended: [RelationRecord]
    let changed: [Changed]
    let flipped: [Flipped]
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
    let refused: String?
    let moves: [Move]

    init(_ comparison: RankingComparison, _ choice: MeasureChoice, _ attribution: AttributionResult?) {
      measure = comparison.after.measure
      parameters = Dictionary(
        comparison.after.options.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      scale = comparison.after.scale
      kendallTauB = comparison.kendallTauB
      rbo = comparison.rankBiasedOverlap
      refused = comparison.before.refusal ?? comparison.after.refusal
      moves = comparison.moves.map {
        Move(
          actor: $0.actor.id, name: $0.actor.name, before: $0.before.map(Place.init), after: $0.after.map(Place.init),
          because: attribution?.because(choice, actor: $0.actor.id).map(Because.init) ?? [])
      }
    }
  }

  struct Distances: Encodable {
    let jaccard: Double
    let weightedJaccard: Double
    let hamming: Int
    let weightedHamming: Double
  }

  let manifest: Manifest
  let actors: Actors
  let relations: Relations
  let rankings: [Ranking]
  let distances: Distances

  init(_ manifest: Manifest, _ choices: [MeasureChoice], _ result: ComparisonResult) {
    self.manifest = manifest
    actors = Actors(
      added: result.actorsAdded.map(ActorRecord.init), removed: result.actorsRemoved.map(ActorRecord.init))
    relations = Relations(
      added: result.relations.added.map(RelationRecord.init), ended: result.relations.ended.map(RelationRecord.init),
      changed: result.relations.changed.map { change in
        Changed(
          relation: change.after.id, before: RelationRecord(change.before), after: RelationRecord(change.after),
          fields: change.fields.map { Field(field: $0.field, before: $0.before, after: $0.after) })
      },
      flipped: result.flips.map { flip in
        Flipped(
          actors: [flip.first.id, flip.second.id], before: flip.before > 0 ? .positive : .negative,
          after: flip.after > 0 ? .positive : .negative, signedStrengthBefore: flip.before,
          signedStrengthAfter: flip.after, relationsBefore: flip.relationsBefore.map(\.id),
          relationsAfter: flip.relationsAfter.map(\.id))
      })
    rankings = zip(result.rankings, choices).map { Ranking($0, $1, result.attribution) }
    distances = Distances(
      jaccard: result.distances.jaccard, weightedJaccard: result.distances.weightedJaccard,
      hamming: result.distances.hamming, weightedHamming: result.distances.weightedHamming)
  }
}
