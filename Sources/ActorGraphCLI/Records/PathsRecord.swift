import ActorGraph

/// Routes as JSON.
struct PathsRecord: Encodable {
  struct Step: Encodable {
    let from: String
    let to: String
    let relations: [String]
    let statements: [RelationRecord]
    let confidence: Double
  }

  struct Path: Encodable {
    let hops: Int
    let length: Double
    let strength: Double
    let confidence: Double
    let sign: Sign
    let steps: [Step]

    init(_ route: Route) {
      hops = route.steps.count
      length = route.length
      strength = route.strength
      confidence = route.confidence
      sign = route.sign
      steps = route.steps.map { step in
        Step(
          from: step.from.id, to: step.to.id, relations: step.relations.map(\.id),
          statements: step.relations.map(RelationRecord.init), confidence: step.confidence)
      }
    }
  }

  let manifest: Manifest
  let from: String
  let to: String
  let objective: String
  let paths: [Path]
  let moreTies: Bool
  let cuts: Cuts?

  struct Cut: Encodable {
    struct Tie: Encodable {
      let from: String
      let to: String
      let relations: [String]
    }

    let size: Double
    let ties: [Tie]

    init(_ cut: ActorCut) {
      size = cut.size
      ties = cut.steps.map { Tie(from: $0.from.id, to: $0.to.id, relations: $0.relations.map(\.id)) }
    }
  }

  struct Cuts: Encodable {
    let separateRoutes: Int
    let fewestTies: Cut
    let weakestTies: Cut

    init(_ result: RouteCutResult) {
      separateRoutes = result.separateRoutes
      fewestTies = Cut(result.fewestTies)
      weakestTies = Cut(result.weakestTies)
    }
  }

  init(_ manifest: Manifest, _ search: RouteSearch, _ result: RouteSearchResult, _ cut: RouteCutResult?) {
    cuts = cut.map(Cuts.init)
    self.manifest = manifest
    from = search.from
    to = search.to
    objective = search.objective.rawValue
    paths = result.routes.map(Path.init)
    moreTies = result.hasMoreTies
  }
}

/// What an algorithm found from one actor to another, as JSON.
struct RouteFindingRecord: Encodable {
  let manifest: Manifest
  let from: String
  let to: String?
  let method: String
  let paths: [PathsRecord.Path]
  let finding: FindingRecord

  init(_ manifest: Manifest, from source: Actor, to target: Actor?, _ result: FindingResult) {
    self.manifest = manifest
    from = source.id
    to = target?.id
    method = result.summary.id
    paths = (result.finding?.routes ?? []).map(PathsRecord.Path.init)
    finding = FindingRecord(result)
  }
}
