import ActorGraph

/// Routes as JSON.
struct PathsRecord: Encodable {
  struct Step: Encodable {
    let from: String
    let to: String
    let relations: [String]
    let statements: [RelationRecord]
    /// That at least one of the statements holds; those that share a source count once.
    let confidence: Double
    /// How many groups of statements without a common source the confidence is combined of.
    let independentGroups: Int
    /// Of all statements together.
    let sign: Sign
    /// Of all statements together; `nil` where strengths do not count.
    let strength: Double?
    let greatestStrength: Double?
    let statuses: [Status]
    /// The relations on which sources disagree.
    let disputed: [String]

    init(_ step: RouteStep, isWeighted: Bool) {
      from = step.from.id
      to = step.to.id
      relations = step.relations.map(\.id)
      statements = step.relations.map(RelationRecord.init)
      confidence = step.confidence
      independentGroups = step.independentGroupCount
      sign = step.sign
      strength = isWeighted ? step.strength : nil
      greatestStrength = isWeighted ? step.greatestStrength : nil
      statuses = step.statuses
      disputed = step.disputed.map(\.id)
    }
  }

  struct Path: Encodable {
    let hops: Int
    let length: Double
    let strength: Double
    let confidence: Double
    /// The product of the signs of the steps: the sign by balance theory.
    let sign: Sign
    /// The sign of the last step: what is done to the actor that the path leads to.
    let lastSign: Sign?
    /// All kinds of statement that the steps rest on.
    let statuses: [Status]
    /// All relations of the steps on which sources disagree.
    let disputed: [String]
    let steps: [Step]

    init(_ route: Route, isWeighted: Bool) {
      hops = route.steps.count
      length = route.length
      strength = route.strength
      confidence = route.confidence
      sign = route.sign
      lastSign = route.lastSign
      steps = route.steps.map { Step($0, isWeighted: isWeighted) }
      let found = Set(steps.flatMap(\.statuses))
      statuses = Status.allCases.filter(found.contains)
      disputed = steps.flatMap(\.disputed)
    }
  }

  let manifest: Manifest
  let from: String
  let to: String
  let objective: String
  /// What the paths are ordered by, in words.
  let order: String
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

  init(
    _ manifest: Manifest, _ search: RouteSearch, _ result: RouteSearchResult, _ cut: RouteCutResult?,
    _ projected: ProjectedGraph
  ) {
    cuts = cut.map(Cuts.init)
    self.manifest = manifest
    from = search.from
    to = search.to
    objective = search.objective.rawValue
    order = RouteText.order(search.objective, projected.projection)
    paths = result.routes.map { Path($0, isWeighted: projected.graph.strengths != nil) }
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

  init(
    _ manifest: Manifest, from source: Actor, to target: Actor?, _ result: FindingResult, _ projected: ProjectedGraph
  ) {
    self.manifest = manifest
    from = source.id
    to = target?.id
    method = result.summary.id
    paths = (result.finding?.routes ?? []).map {
      PathsRecord.Path($0, isWeighted: projected.graph.strengths != nil)
    }
    finding = FindingRecord(result)
  }
}
