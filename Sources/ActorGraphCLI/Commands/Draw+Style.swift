import ActorGraph

extension Draw {
  /// The style asked for.
  func style(_ projected: ProjectedGraph, _ session: Session) throws(CommandFailure) -> Style {
    var style = Style()
    style.sizes = try measure(look.size, projected, session)
    style.fills = try measure(look.fill, projected, session)
    style.relationLabels = look.labels
    style.showsLegend = !look.hidesLegend
    style.showsActorsWithoutTies = look.showsAllActors
    style.title = look.title
    let chosen = try look.emphasise.separatedByCommas.map { word throws(CommandFailure) in
      try session.actor(word, in: projected.snapshot.network)
    }
    style.emphasised = Set(chosen.map(\.id))
    style.note = look.note ?? (chosen.isEmpty ? nil : "Heavy outline: \(chosen.map(\.name).joined(separator: ", "))")
    style.seed = Int(truncatingIfNeeded: run.seed & 0x7FFF_FFFF)
    style.page = look.page.page
    if !look.blocs.isEmpty { style.blocs = try knownBlocs(projected.snapshot.network) }
    return style
  }

  private func knownBlocs(_ network: ActorNetwork) throws(CommandFailure) -> [String] {
    if look.blocs == ["none"] { return [] }
    let ids = Set(network.actors.flatMap { $0.blocs.map(\.bloc) })
    let chosen = look.blocs.separatedByCommas
    for bloc in chosen where !ids.contains(bloc) {
      throw .usage("there is no bloc '\(bloc)'; blocs are \(ids.sorted().joined(separator: ", "))")
    }
    return chosen
  }

  func measure(
    _ text: String, _ projected: ProjectedGraph, _ session: Session
  ) throws(CommandFailure) -> Measure {
    if text == "ties" { return .ties }
    if text == "none" { return .none }
    let choice = try MeasureTexts.choices([text], standard: [], seed: run.seed)[0]
    do {
      let ranking = try InfluenceRanking(by: choice).run(on: projected, in: session.context)
      if let refusal = ranking.refusal {
        throw AlgorithmError.undefined(reason: GraphText(refusal), advice: "choose another measure")
      }
      let values = ranking.ranked.map { ($0.actor.id, $0.score) }
      return .values(Dictionary(values, uniquingKeysWith: { first, _ in first }), name: choice.summary.title)
    } catch let error as AlgorithmError {
      throw CommandFailure(error, in: projected)
    } catch {
      throw .internal("\(error)")
    }
  }
}
