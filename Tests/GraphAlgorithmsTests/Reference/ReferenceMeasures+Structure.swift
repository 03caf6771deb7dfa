import GraphAlgorithms
import GraphCore

// Structure and communities: what the libraries were asked, in this package's words.

extension ReferenceMeasure {
  static let structure: [ReferenceMeasure] = shapes + communities

  private static let shapes: [ReferenceMeasure] = [
    ReferenceMeasure("coreness", Coreness()),
    ReferenceMeasure("coreness out", Coreness(direction: .out)),
    ReferenceMeasure("coreness in", Coreness(direction: .in)),
    ReferenceMeasure("weak components") { try WeakComponents().run(on: $0).groups.map { Double($0) } },
    ReferenceMeasure("strong components") { try StrongComponents().run(on: $0).groups.map { Double($0) } },
    ReferenceMeasure("layers of the condensation") { graph in
      let condensed = try Condensation().run(on: graph)
      return condensed.components.groups.map { Double(condensed.layers[Int($0)]) }
    },
    ReferenceMeasure("ties of the condensation") { [Double(try Condensation().run(on: $0).graph.edgeCount)] },
    ReferenceMeasure("density") { [try Density().run(on: $0).density] },
    ReferenceMeasure("reciprocity") { [try Reciprocity().run(on: $0).reciprocity] },
    ReferenceMeasure("triangles", Triangles()),
    ReferenceMeasure("transitivity") { [try Transitivity().run(on: $0).transitivity] },
    ReferenceMeasure("local clustering", LocalClustering()),
    ReferenceMeasure("local clustering by Onnela", LocalClustering(variant: .onnela)),
    ReferenceMeasure("local clustering by Barrat", LocalClustering(variant: .barrat)),
    ReferenceMeasure("degree assortativity") { [try DegreeAssortativity().run(on: $0).coefficient] },
    ReferenceMeasure("dyad census") { graph in
      let counts = try DyadCensus().run(on: graph)
      return [counts.mutual, counts.asymmetric, counts.null].map { Double($0) }
    },
    ReferenceMeasure("triad census") { try TriadCensus().run(on: $0).counts.map { Double($0) } },
    ReferenceMeasure("rich club") { try RichClub().run(on: $0).levels.map(\.share) },
  ]

  private static let communities: [ReferenceMeasure] = {
    var measures = [divisions, greatest]
    for (unit, weight) in [("", TieWeight.none), (" by strength", .strengths)] {
      for (name, resolution) in [("1", 1.0), ("0.5", 0.5)] {
        measures.append(
          ReferenceMeasure("modularity at \(name)\(unit)") { graph in
            let thirds = Partition(labels: graph.nodes.map { $0 % 3 })
            let measure = Modularity(of: thirds, resolution: resolution, weight: weight, signs: .ignored)
            return [try measure.run(on: graph).value]
          })
      }
    }
    return measures
  }()

  private static let divisions = ReferenceMeasure("comparison of two divisions") { graph in
    let comparison = try PartitionComparison(
      Partition(labels: graph.nodes.map { $0 % 3 }), Partition(labels: graph.nodes.map { $0 * $0 % 4 }))
    return [
      comparison.variationOfInformation, comparison.normalizedMutualInformation, comparison.rand,
      comparison.adjustedRand,
    ]
  }

  private static let greatest = ReferenceMeasure("greatest modularity") { graph in
    [try Leiden(weight: .none, signs: .ignored, runs: 200).run(on: graph).quality]
  }
}
