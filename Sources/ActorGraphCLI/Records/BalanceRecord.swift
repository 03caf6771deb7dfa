import ActorGraph

/// Balance of friendly and hostile ties in a JSON result.
struct BalanceRecord: Encodable {
  struct Frustration: Encodable {
    let value: Double
    let optimal: Bool
    let lowerBound: Double
    let relations: [String]
  }

  let triangles: Int
  let balanced: Int
  let degree: Double?
  let frustration: Frustration
  let camps: [[String]]

  init(_ balance: SignedBalance) {
    triangles = balance.triangles
    balanced = balance.balanced
    degree = balance.degree
    frustration = Frustration(
      value: balance.frustration, optimal: balance.isOptimal, lowerBound: balance.lowerBound,
      relations: balance.frustratedRelations)
    camps = balance.camps.map { $0.map(\.id) }
  }
}
