import ActorAnalysis

/// How far two networks are apart, as parts of an answer.
struct DistanceSections {
  let distances: NetworkDistancesResult

  /// Each distance with what it counts, for people.
  var table: AnswerTable {
    var table = AnswerTable(
      "distances", title: "How far the networks are apart",
      columns: [.words("distance"), .numbers("value"), .words("what it counts")], for: .people)
    func add(_ name: String, _ value: Double, _ meaning: String) {
      table.add([.text(name), .number(value), .text(meaning)])
    }
    let edges = distances.edges
    add("Jaccard", edges.jaccard, "share of the edges of either that only one has")
    add("Jaccard, weighted", edges.weightedJaccard, "the same by strength")
    add("Hamming", Double(edges.hamming), "edges that only one has")
    add("Hamming, weighted", edges.weightedHamming, "sum of the differences in strength")
    for shape in distances.shapes {
      let meaning = AlgorithmIndex().entry(id: shape.measure)?.summary.meaning ?? ""
      table.add([.text(shape.title), shape.value.map { .number($0) } ?? .text("–"), .text(meaning)])
      if let refusal = shape.refusal { table.notes.append("\(shape.title): \(refusal).") }
    }
    return table
  }

  /// The distances, for programs.
  var record: Cell {
    let edges = distances.edges
    func shape(_ measure: String) -> Cell { .number(optional: distances.shape(measure)?.value) }
    return .record([
      Field("jaccard", .number(edges.jaccard)), Field("weightedJaccard", .number(edges.weightedJaccard)),
      Field("hamming", .count(edges.hamming)), Field("weightedHamming", .number(edges.weightedHamming)),
      Field("deltacon", shape("deltacon")), Field("netsimile", shape("netsimile")),
      Field("portraitDivergence", shape("portrait-divergence")),
      Field("laplacianSpectral", shape("laplacian-spectral-distance")),
      Field(
        "refused",
        .record(distances.shapes.compactMap { shape in shape.refusal.map { Field(shape.measure, .text($0)) } })),
    ])
  }
}
