import ActorModel

/// A tie in short: `a>b 2`, `a-b -1`, with the sign's word only where it is not what the strength says.
package func short(_ network: ActorNetwork) -> [String] {
  network.relations.map { relation in
    let arrow = relation.ends.isDirected ? ">" : "-"
    let strength = relation.sign == .negative ? -relation.strength : relation.strength
    let number = strength == strength.rounded() ? "\(Int(strength))" : "\(strength)"
    return "\(relation.ends.first)\(arrow)\(relation.ends.second) \(number)"
  }
}
