import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings about who brings blocs together.
enum BrokerageFindings {
  static let roles = AlgorithmKind<Finding>(
    Brokerage(between: Partition(labels: [Int]())), defaults: ["blocs": "given"]
  ) { roles, algorithm, projected in
    var held: [HeldRole] = []
    for scores in roles.roles where scores.role != .total {
      for node in scores.counts.indices where scores.counts[node] > 0 {
        held.append(
          HeldRole(
            node: node, role: scores.role, count: scores.counts[node], expected: scores.expected[node],
            z: scores.z[node]))
      }
    }
    let order = held.sorted { a, b in
      if a.z != b.z { return a.z > b.z }
      if a.count != b.count { return a.count > b.count }
      return a.node != b.node ? a.node < b.node : a.role.rawValue < b.role.rawValue
    }
    return Finding(
      numbers: [FindingNumber("density", roles.density)],
      lists: [
        FindingList(
          "roles", title: "Brokers by role, the one furthest above chance first",
          columns: [
            .words("actor"), .words("role"), .numbers("count"), .numbers("expected"), .numbers("z"),
          ],
          rows: order.map {
            [
              .actor(projected.actors[$0.node]), .text($0.role.rawValue), .number($0.count), .number($0.expected),
              .number($0.z),
            ]
          }),
        FindingList(
          "blocs", title: "The blocs", columns: [.numbers("bloc"), .numbers("size"), .words("actors")],
          rows: algorithm.blocs.members().enumerated().filter { $1.count > 1 }.map {
            [.count($0 + 1), .count($1.count), projected.cell(ofNodes: $1)]
          }),
      ],
      notes: [
        "Expected is what ties strewn at random at this density would give; z counts standard deviations from it.",
        "Actors in no bloc of two or more stand alone.",
      ])
  }
}

/// A role that a node plays.
private struct HeldRole {
  let node: Int
  let role: BrokerageRole
  let count: Double
  let expected: Double
  let z: Double
}
