import ActorGraph

/// Balance of friendly and hostile ties in a JSON result.
struct BalanceRecord: Encodable {
  struct Frustration: Encodable {
    let value: Double
    let optimal: Bool
    let lowerBound: Double
    let relations: [String]
    /// Of all best divisions; `nil` where the least is not proved.
    let inEvery: [String]?
    let inSome: [String]?
  }

  struct Divisions: Encodable {
    let count: Int
    let exact: Bool
  }

  struct Standing: Encodable {
    let actor: String
    let part: Int
    let camp: Int
    let undecided: Bool
    let restsOn: [String]
    let against: [String]
    let margin: Double
  }

  let triangles: Int
  let balanced: Int
  let degree: Double?
  let weighing: String
  let frustration: Frustration
  /// Of one of the best divisions, the camps of each part one after the other.
  let camps: [[String]]
  let parts: Int
  let bestDivisions: Divisions
  let sameCamp: [[String]]
  let undecided: [String]
  let standings: [Standing]
  /// What ended the search before it was through.
  let endedBy: String?

  init(_ balance: SignedBalance) {
    triangles = balance.triangles
    balanced = balance.balanced
    degree = balance.degree
    weighing = balance.weighing.rawValue
    frustration = Frustration(
      value: balance.frustration, optimal: balance.isOptimal, lowerBound: balance.lowerBound,
      relations: balance.frustratedRelations, inEvery: balance.divisions?.contradictingAll,
      inSome: balance.divisions?.contradictingSome)
    camps = balance.camps.map { $0.map(\.id) }
    parts = balance.parts.count
    bestDivisions = Divisions(
      count: balance.divisions?.count ?? 1, exact: balance.divisions?.isExact ?? false)
    sameCamp = balance.divisions?.sameCamp.map { $0.map(\.id) } ?? []
    undecided = balance.divisions?.undecided.map(\.id) ?? []
    standings = balance.standings.map {
      Standing(
        actor: $0.actor.id, part: $0.part, camp: $0.camp, undecided: $0.isUndecided, restsOn: $0.restsOn,
        against: $0.against, margin: $0.margin)
    }
    endedBy = balance.limit?.rawValue
  }
}
