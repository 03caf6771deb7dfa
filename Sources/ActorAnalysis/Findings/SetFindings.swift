import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings about sets of actors chosen together.
enum SetFindings {
  static let fragmentation = AlgorithmKind<Finding>(KeyPlayerFragmentation(size: 3)) { players, _, projected in
    finding(players, key: "fragmentation", name: "fragmentation without them", projected)
  }

  static let reach = AlgorithmKind<Finding>(KeyPlayerReach(size: 3)) { players, _, projected in
    finding(players, key: "reach", name: "reach together", projected)
  }

  static let groupBetweenness = AlgorithmKind<Finding>(
    GroupBetweenness(of: []), samples: ["group": "RUS+CHN"]
  ) { score, _, projected in
    Finding(
      numbers: [
        FindingNumber("groupBetweenness", score.value, name: "betweenness of the group (\(score.scale))")
      ],
      lists: [members(score.members, projected)])
  }

  private static func finding(
    _ players: KeyPlayers, key: String, name: String, _ projected: ProjectedGraph
  ) -> Finding {
    Finding(
      numbers: [FindingNumber(key, players.value, name: name)],
      lists: [members(players.members, projected)],
      notes: [
        players.isExact
          ? "All sets of this size were compared: none does better."
          : "Found by search, so that another set may do better; more restarts may find it."
      ])
  }

  private static func members(_ nodes: [Int], _ projected: ProjectedGraph) -> FindingList {
    FindingList(
      "members", title: "The set", columns: [.words("actor")], rows: nodes.map { [.actor(projected.actors[$0])] })
  }
}
