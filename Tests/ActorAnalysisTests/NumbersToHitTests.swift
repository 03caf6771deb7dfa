import ActorModel
import Foundation
import GraphAlgorithms
import GraphCore
import NetworkFormats
import Testing

/// The numbers that the project's list of measures names for real data, from the file to the number. The data are kept
/// beside the package in `shared/data`; where they are absent the tests are skipped. The classics stand as edges in
/// `GraphAlgorithmsTests/NumbersToHitTests.swift`, so that their numbers are tested everywhere.
@Suite("Numbers to hit, from the files", .enabled(if: SharedFiles.folder != nil, "shared/data is absent"))
struct NumbersToHitTests {
  @Test("Florentine marriages: the Medici 47.5 pairs, 0.522 of those among the 15 connected families")
  func florentine() throws {
    let projected = try graph(of: "florentine/padgM.net", direction: .either)
    let all = projected.graph
    #expect(all.nodeCount == 16 && all.edgeCount == 20)
    let medici = try #require(projected.actors.firstIndex { $0.name == "Medici" })
    #expect(abs(try Betweenness(scale: .pairs).run(on: all).values[medici] - 47.5) <= 1e-12)
    let shares = try Betweenness().run(on: all).values
    let leading = ["Medici": 0.4524, "Guadagni": 0.2546, "Albizzi": 0.2125]
    for (name, share) in leading {
      let node = try #require(projected.actors.firstIndex { $0.name == name })
      // The list gives shares of the Medici with Pucci counted and of the others without.
      let counted = name == "Medici" ? shares[node] : shares[node] * 15 * 14 / (14 * 13)
      #expect(abs(counted - share) < 5e-5, "\(name)")
    }
    let connected = try graph(of: "florentine/padgM.net", direction: .either, isolates: .drop)
    #expect(connected.graph.nodeCount == 15)
    #expect(abs((try Betweenness().run(on: connected.graph).values.max() ?? 0) - 0.522) < 5e-4)
  }

  @Test("Krackhardt's kite: the file's 36 arcs are 18 ties; d leads by degree, f and g by closeness, h between")
  func kite() throws {
    let arcs = try graph(of: "kite/KITE.NET", direction: .stated).graph
    #expect(arcs.edgeCount == 36)
    let kite = try graph(of: "kite/KITE.NET", direction: .either).graph
    #expect(kite.nodeCount == 10 && kite.edgeCount == 18)
    #expect(try Degree().run(on: kite).values[3] == 6)
    let near = try Closeness(direction: .out, metric: .steps).run(on: kite).values
    #expect(near[5] == near[6] && near.max() == near[5] && abs(near[5] - 0.643) < 5e-4)
    #expect(abs(try Betweenness(scale: .pairs, metric: .steps).run(on: kite).values[7] - 14) <= 1e-12)
    #expect(abs(try Betweenness(scale: .fraction, metric: .steps).run(on: kite).values[7] - 0.389) < 5e-4)
  }

  @Test("Karate club and Les Misérables, from GML, are the graphs that stand in the tests")
  func classics() throws {
    let karate = try graph(of: "karate/karate.gml", direction: .either).graph
    #expect(karate.nodeCount == 34 && karate.edgeCount == 78)
    #expect(abs((try Betweenness(scale: .pairs, metric: .steps).run(on: karate).values.max() ?? 0) - 231.07) < 5e-3)
    let novel = try graph(of: "lesmis/lesmis.gml", direction: .either)
    #expect(novel.graph.nodeCount == 77 && novel.graph.edgeCount == 254)
    let shares = try Betweenness(scale: .fraction, metric: .steps).run(on: novel.graph).values
    for (name, share) in ["Valjean": 0.570, "Myriel": 0.1768, "Gavroche": 0.1651] {
      let node = try #require(novel.actors.firstIndex { $0.name == name })
      #expect(abs(shares[node] - share) < 5e-4, "\(name)")
    }
    #expect(try Transitivity().run(on: novel.graph).triangles == 467)
  }

  @Test("Bitcoin OTC: 5,881 actors, 35,592 ties, 89.99 % positive, reciprocity 0.7923, 1,144 strong components")
  func bitcoin() throws {
    // Rater, rated, rating, time: without a header.
    let text = String(
      decoding: try SharedFiles.bytes("bitcoin-otc/soc-sign-bitcoinotc.csv"), as: UTF8.self)
    var numbers: [Substring: Int] = [:]
    var edges: [NodePair] = []
    var signs: [Int8] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: ",")
      let ends = cells.prefix(2).map { name in
        let number = numbers[name] ?? numbers.count
        numbers[name] = number
        return number
      }
      edges.append(NodePair(ends[0], ends[1]))
      signs.append(cells[2].hasPrefix("-") ? -1 : 1)
    }
    let graph = CSRGraph(
      nodeCount: numbers.count, edges: edges, isDirected: true, columns: EdgeColumns(signs: signs))
    #expect(graph.nodeCount == 5881 && graph.edgeCount == 35_592)
    let positive = Double((graph.signs ?? []).count { $0 > 0 }) / Double(graph.edgeCount)
    #expect(abs(positive - 0.8999) < 5e-5)
    #expect(abs(try Reciprocity().run(on: graph).reciprocity - 0.7923) < 5e-5)
    let strong = try StrongComponents().run(on: graph)
    #expect(strong.groupCount == 1144)
    #expect(strong.members().map(\.count).max() == 4709)
  }

  private func graph(
    of path: String, direction: Projection.Direction, isolates: Projection.Isolates = .keep
  ) throws -> ProjectedGraph {
    let file = InputFile(name: path, bytes: try SharedFiles.bytes(path))
    var projection = Projection()
    projection.direction = direction
    projection.combination = .max
    projection.isolates = isolates
    return try projection.graph(of: Snapshot(of: try FormatRegistry().read(file).network))
  }
}

/// Data sets that are kept beside the package, in a folder `shared/data`.
enum SharedFiles {
  /// The folder; `nil` where there is none.
  static let folder: URL? = {
    var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while place.path != "/" {
      place.deleteLastPathComponent()
      let folder = place.appendingPathComponent("shared/data")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    return nil
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: try #require(folder).appendingPathComponent(path)))
  }
}
