import GraphCore

/// Burt's measures of one node.
struct EgoHoles: Sendable {
  /// How many others it deals with.
  var contacts = 0
  /// Σ (p(i, j) + Σ p(i, q) p(q, j))²: what its contacts leave it no choice about.
  var constraint = 0.0
  /// How many contacts there are, less what each repeats of the others.
  var effectiveSize = 0.0
  /// How unequal the shares of its contacts in the constraint are, from 0 to 1.
  var hierarchy = 0.0
}

extension RunContext {
  /// The holes around every node, on all threads.
  func holes(in network: ContactNetwork) throws(AlgorithmError) -> [EgoHoles] {
    let count = network.totals.count
    return try orderedMap(over: count, makeWorker: { Worker(EgoPass(network)) }) {
      (worker: Worker<EgoPass>, nodes) throws(AlgorithmError) in
      var holes: [EgoHoles] = []
      for node in nodes {
        try checkCancellation()
        holes.append(worker.scratch.holes(around: node))
      }
      return holes
    }.flatMap { $0 }
  }
}

/// The pass over one ego network: a node's contacts and the ties among them.
private struct EgoPass: ~Copyable {
  private let network: ContactNetwork
  /// Whether a node is a contact of the one looked at.
  private let isContact: Buffer<Bool>
  /// Σ p(i, q) p(q, j) of each contact j.
  private let indirect: Buffer<Double>
  /// Σ p(i, q) m(j, q) of each contact j.
  private let repeated: Buffer<Double>

  init(_ network: ContactNetwork) {
    self.network = network
    isContact = Buffer(repeating: false, count: network.totals.count)
    indirect = Buffer(repeating: 0, count: network.totals.count)
    repeated = Buffer(repeating: 0, count: network.totals.count)
  }

  mutating func holes(around node: Int) -> EgoHoles {
    let mine = network.range(of: node)
    for position in mine {
      let contact = network.contacts[position]
      isContact[contact] = true
      indirect[contact] = 0
      repeated[contact] = 0
    }
    for position in mine { addTies(of: Int(network.contacts[position]), within: mine, of: node, position) }
    for position in mine { isContact[network.contacts[position]] = false }
    return summary(of: mine, at: node)
  }

  /// Adds the ties of one contact with the other contacts; of the two lists it walks the shorter.
  private func addTies(of contact: Int, within mine: Range<Int>, of node: Int, _ position: Int) {
    let share = network.ties[position] / network.totals[node]
    let theirs = network.range(of: contact)
    if theirs.count > 8 * mine.count {
      for other in mine {
        guard let found = network.position(of: network.contacts[other], at: contact) else { continue }
        addTie(found, of: contact, share)
      }
    } else {
      for found in theirs where isContact[network.contacts[found]] { addTie(found, of: contact, share) }
    }
  }

  private func addTie(_ position: Int, of contact: Int, _ share: Double) {
    let other = Int(network.contacts[position])
    let tie = network.ties[position]
    indirect[other] += share * (tie / network.totals[contact])
    repeated[other] += share * (tie / network.largest[other])
  }

  private func summary(of mine: Range<Int>, at node: Int) -> EgoHoles {
    var holes = EgoHoles()
    holes.contacts = mine.count
    for position in mine {
      let contact = network.contacts[position]
      let invested = network.ties[position] / network.totals[node] + indirect[contact]
      holes.constraint += invested * invested
      holes.effectiveSize += 1 - repeated[contact]
    }
    let count = Double(mine.count)
    guard mine.count > 1 else {
      holes.hierarchy = count
      return holes
    }
    var disorder = 0.0
    for position in mine {
      let invested = network.ties[position] / network.totals[node] + indirect[network.contacts[position]]
      let share = invested * invested / (holes.constraint / count)
      if share > 0 { disorder += share * ElementaryFunctions.logarithm(share) }
    }
    holes.hierarchy = min(1, max(0, disorder / (count * ElementaryFunctions.logarithm(count))))
    return holes
  }
}
