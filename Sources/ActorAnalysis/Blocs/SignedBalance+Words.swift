import ActorModel

// What a balance says in words, for every command that shows one.

extension SignedBalance {
  /// "by strength" or "by count".
  package var unit: String { weighing == .count ? "by count" : "by strength" }

  /// How many divisions are as good; empty where the least is not proved.
  package var divisionsSentence: String {
    guard !parts.isEmpty else { return "No tie has a sign, so that there are no camps." }
    guard let divisions else { return "" }
    if divisions.count == 1 && divisions.isExact { return "No other division is as good." }
    let count = divisions.isExact ? "\(divisions.count)" : "At least \(divisions.count)"
    return divisions.count == 1
      ? "Whether other divisions are as good is not known." : "\(count) divisions are equally good."
  }

  /// That camps of several parts cannot be compared; `nil` where there is one part.
  package var partsSentence: String? {
    guard parts.count > 1 else { return nil }
    return "\(parts.count) parts without signed ties between them: camps can be compared within a part only."
  }

  /// Who is in which camp, a line for each; without those who may go either way.
  ///
  /// - Parameter most: How many parts to name.
  package func campLines(most: Int = 5) -> [String] {
    var lines: [String] = []
    for (number, part) in parts.prefix(most).enumerated() {
      let prefix = parts.count > 1 ? "Part \(number + 1), camp" : "Camp"
      for (camp, actors) in part.camps.enumerated() {
        let certain = actors.filter { !isUndecided($0) }
        if !certain.isEmpty { lines.append("\(prefix) \(camp + 1): \(Self.names(certain)).") }
      }
    }
    if parts.count > most { lines.append("… and \(parts.count - most) more parts; JSON lists all.") }
    return lines
  }

  /// Who may go either way, and which of them go together.
  package var undecidedLines: [String] {
    guard let divisions, !divisions.undecided.isEmpty else { return [] }
    let sets = divisions.sameCamp.filter { $0.contains(where: isUndecided) }
    return ["May go either way: \(Self.names(divisions.undecided))."]
      + sets.map { "Whichever way, together: \(Self.names($0))." }
  }

  /// Whether an actor may be in either camp.
  package func isUndecided(_ actor: Actor) -> Bool { undecidedIDs.contains(actor.id) }

  /// What is not known for want of a longer search; `nil` where all is.
  package var openQuestion: String? {
    guard let limit else { return nil }
    let end = limit == .steps ? "the search ended at its limit of steps" : "the time for the search ended"
    let repeats = limit == .steps ? "" : ", so that another run may say otherwise"
    return isOptimal
      ? "Not all divisions were compared: \(end)\(repeats)"
      : "The frustration is not proved to be the least, nor the division the best: \(end)\(repeats)"
  }

  /// In which best divisions a relation is contradicted.
  package func extent(ofRelation id: String) -> String {
    guard let divisions else { return "the division found" }
    return divisions.contradictingAll.contains(id) ? "every best division" : "some best divisions"
  }

  /// That places rest on single ties, and how many; `nil` where none does.
  package var singleTiesSentence: String? {
    let count = standings.count { $0.tieCount == 1 }
    guard count > 0 else { return nil }
    return "\(count) of \(standings.count) actors in camps are placed by a single tie, and by nothing else."
  }

  private static func names(_ actors: [Actor]) -> String {
    let most = 100
    let names = actors.prefix(most).map(\.name).joined(separator: ", ")
    return actors.count > most ? "\(names) and \(actors.count - most) more; JSON lists all" : names
  }
}

extension CampStanding {
  /// "2", "either", or "2 of part 3".
  package func place(among parts: Int) -> String {
    let camp = isUndecided ? "either" : "\(camp)"
    return parts > 1 ? "\(camp) of part \(part)" : camp
  }
}
