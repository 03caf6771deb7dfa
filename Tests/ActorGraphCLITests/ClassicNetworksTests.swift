import Foundation
import Testing

/// Published numbers of classic networks come out of their files, through the commands as users run them.
@Suite("Classic networks at the command line")
struct ClassicNetworksTests {
  /// The folder of data sets beside the package; `nil` where there is none.
  static let data = SharedFolder.data

  /// Krackhardt's kite as Pajek's own sample has it: each tie as two arcs.
  ///
  /// - Source: D. Krackhardt, Administrative Science Quarterly 35 (1990) 342–369, doi:10.2307/2393394.
  static let kite: String = {
    let ties = [
      "a b", "a c", "a d", "a f", "b d", "b e", "b g", "c d", "c f", "d e", "d f", "d g", "e g", "f g", "f h", "g h",
      "h i", "i j",
    ].map { $0.split(separator: " ").map(String.init) }
    let names = "abcdefghij".map(String.init)
    let number = { (name: String) in (names.firstIndex(of: name) ?? 0) + 1 }
    let arcs = ties.flatMap { ["\(number($0[0])) \(number($0[1]))", "\(number($0[1])) \(number($0[0]))"] }
    return "*Vertices 10\n" + names.map { "\(number($0)) \"\($0)\"\n" }.joined() + "*Arcs\n"
      + arcs.joined(separator: "\n") + "\n"
  }()

  /// Marriages among sixteen Florentine families.
  ///
  /// - Source: J. F. Padgett, C. K. Ansell, American Journal of Sociology 98 (1993) 1259–1319, doi:10.1086/230190.
  static let marriages = [
    "Acciaiuoli Medici", "Castellani Peruzzi", "Castellani Strozzi", "Castellani Barbadori", "Medici Barbadori",
    "Medici Ridolfi", "Medici Tornabuoni", "Medici Albizzi", "Medici Salviati", "Salviati Pazzi", "Peruzzi Strozzi",
    "Peruzzi Bischeri", "Strozzi Ridolfi", "Strozzi Bischeri", "Ridolfi Tornabuoni", "Tornabuoni Guadagni",
    "Albizzi Ginori", "Albizzi Guadagni", "Bischeri Guadagni", "Guadagni Lamberteschi",
  ]

  static let families = Set(marriages.flatMap { $0.split(separator: " ").map(String.init) }).sorted() + ["Pucci"]

  /// The scores of one measure by actor's name.
  private func scores(_ line: String, in folder: String?) async throws -> [String: Double] {
    let run = try await Program.run("rank \(line) --format json --top 1000 --quiet", in: folder)
    let measures = try #require(run.json["measures"] as? [[String: Any]], "\(run.errors)")
    let scores = try #require(measures.first?["scores"] as? [[String: Any]])
    let pairs = scores.compactMap { score -> (String, Double)? in
      guard let name = score["name"] as? String, let value = score["score"] as? Double else { return nil }
      return (name, value)
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func info(_ line: String, in folder: String?) async throws -> [String: Any] {
    try await Program.run("info \(line) --format json --quiet", in: folder).json
  }

  private func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 5e-4) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  private func expectKite(_ file: String, in folder: String?) async throws {
    let asWritten = try await Program.run("info \(file) --format json", in: folder)
    #expect(asWritten.json["relations"] as? Int == 36)
    #expect(asWritten.errors.contains("read as undirected they are 18 ties"), "\(asWritten.errors)")
    let read = try await Program.run("info \(file) --undirected --format json", in: folder)
    #expect(read.json["relations"] as? Int == 18 && read.json["directed"] as? Bool == false)
    #expect(read.errors.contains("36 arcs were read as 18 undirected ties; 18 equal reverses were merged"))
    let degree = try await scores("\(file) --undirected --measure degree", in: folder)
    #expect(degree["d"] == 6 && degree.values.max() == 6)
    let closeness = try await scores("\(file) --undirected --measure closeness", in: folder)
    #expect(isNear(closeness["f"], 0.643) && isNear(closeness["g"], 0.643) && isNear(closeness.values.max(), 0.643))
    let raw = try await scores("\(file) --undirected --measure betweenness:scale=pairs", in: folder)
    #expect(isNear(raw["h"], 14, 1e-9))
    let share = try await scores("\(file) --undirected --measure betweenness", in: folder)
    #expect(isNear(share["h"], 0.389))
  }

  private func expectMarriages(_ file: String, in folder: String?) async throws {
    let info = try await info(file, in: folder)
    #expect(info["actors"] as? Int == 16 && info["relations"] as? Int == 20 && info["components"] as? Int == 2)
    func named(_ scores: [String: Double]) -> [String: Double] {
      Dictionary(scores.map { (String($0.key.uppercased().prefix(8)), $0.value) }, uniquingKeysWith: { a, _ in a })
    }
    let raw = named(try await scores("\(file) --measure betweenness:scale=pairs", in: folder))
    #expect(isNear(raw["MEDICI"], 47.5, 1e-9), "\(raw)")
    let share = named(try await scores("\(file) --measure betweenness", in: folder))
    #expect(isNear(share["MEDICI"], 0.4524))
    let connected = named(try await scores("\(file) --measure betweenness --isolates drop", in: folder))
    #expect(isNear(connected["MEDICI"], 0.522) && isNear(connected["GUADAGNI"], 0.2546))
    #expect(isNear(connected["ALBIZZI"], 0.2125))
  }

  @Test("The kite has 18 ties, not 36, and says so")
  func kite() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("kite.net", Self.kite)
    try await expectKite("kite.net", in: scratch.folder)
  }

  @Test("Florentine marriages are the same from DL and from Pajek")
  func marriages() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let number = Dictionary(uniqueKeysWithValues: Self.families.enumerated().map { ($1, $0) })
    let ties = Self.marriages.map { $0.split(separator: " ").map { number[String($0)] ?? 0 } }
    let pajek =
      "*Vertices 16\n" + Self.families.enumerated().map { "\($0 + 1) \"\($1)\"\n" }.joined() + "*Edges\n"
      + ties.map { "\($0[0] + 1) \($0[1] + 1)\n" }.joined()
    var matrix = [[Int]](repeating: [Int](repeating: 0, count: 16), count: 16)
    for tie in ties {
      matrix[tie[0]][tie[1]] = 1
      matrix[tie[1]][tie[0]] = 1
    }
    let rows = matrix.map { $0.map(String.init).joined(separator: " ") }.joined(separator: "\n")
    try scratch.write("f.net", pajek)
    try scratch.write(
      "f.dl", "dl n=16 format=fullmatrix\nlabels:\n\(Self.families.joined(separator: ","))\ndata:\n\(rows)\n")
    try await expectMarriages("f.net", in: scratch.folder)
    try await expectMarriages("f.dl --undirected", in: scratch.folder)
  }

  @Test("The same from the data sets", .enabled(if: data != nil, "the data sets are not beside the package"))
  func dataSets() async throws {
    let data = try #require(Self.data)
    try await expectKite("\(data)/kite/KITE.NET", in: nil)
    try await expectMarriages("\(data)/florentine/padgM.net", in: nil)
    let military = try await info("\(data)/snabook-economic-military/military.net", in: nil)
    #expect(military["actors"] as? Int == 14 && military["relations"] as? Int == 20)
    #expect((military["signs"] as? [String: Int])?["negative"] == 5)
    let trust = try await info("\(data)/bitcoin-otc/soc-sign-bitcoinotc.csv", in: nil)
    #expect(trust["actors"] as? Int == 5881 && trust["relations"] as? Int == 35_592)
    let positive = (trust["signs"] as? [String: Int])?["positive"] ?? 0
    #expect(isNear(Double(positive) / 35_592, 0.8999, 5e-5))
  }

  @Test(
    "Les Misérables ranks and splits alike from every format",
    .enabled(if: data != nil, "the data sets are not beside the package"))
  func lesMiserables() async throws {
    let data = try #require(Self.data)
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (format, name) in [("node-link", "a.json"), ("jgf", "b.json")] {
      let run = try await Program.run(
        "convert \(data)/lesmis/lesmis.gml \(name) --to-format \(format)", in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    let files = ["lesmis.gml", "lesmis.graphml", "miserables.graphml", "les_miserables.gexf", "lesmis.net"]
    var first: [String: Double] = [:]
    for file in files.map({ "\(data)/lesmis/\($0)" }) + ["a.json", "b.json"] {
      let info = try await info("\(file) --undirected", in: scratch.folder)
      #expect(info["actors"] as? Int == 77 && info["relations"] as? Int == 254, "\(file)")
      let scores = try await scores("\(file) --undirected --weights none --measure betweenness", in: scratch.folder)
      #expect(isNear(scores["Valjean"], 0.570) && isNear(scores["Myriel"], 0.1768), "\(file)")
      #expect(isNear(scores["Gavroche"], 0.1651), "\(file)")
      if first.isEmpty { first = scores }
      #expect(scores.keys.sorted() == first.keys.sorted() && scores.allSatisfy { isNear($1, first[$0] ?? -1, 1e-12) })
    }
    for (weights, modularity) in [("none", 0.56001), ("strength", 0.56669)] {
      let groups = try await Program.run(
        "groups \(data)/lesmis/lesmis.graphml --undirected --weights \(weights) --format json --quiet")
      #expect(isNear(groups.json["modularity"] as? Double, modularity, 5e-6), "\(groups.output.prefix(400))")
    }
  }

  @Test(
    "The karate club from GML and from DL", .enabled(if: data != nil, "the data sets are not beside the package"))
  func karate() async throws {
    let data = try #require(Self.data)
    for file in ["\(data)/karate/karate.gml", "\(data)/karate/Zachary.DAT --type ZACHE --undirected"] {
      let raw = try await scores("\(file) --measure betweenness:scale=pairs --weights none", in: nil)
      #expect(isNear(raw["1"], 231.07, 5e-3) && isNear(raw["34"], 160.55, 5e-3), "\(file)")
      let rank = try await scores("\(file) --measure pagerank --weights none", in: nil)
      #expect(isNear(rank["34"], 0.1009, 5e-5) && isNear(rank["1"], 0.0970, 5e-5) && isNear(rank["33"], 0.0717, 5e-5))
    }
    let groups = try await Program.run("groups \(data)/karate/karate.gml --format json --quiet")
    #expect(isNear(groups.json["modularity"] as? Double, 0.41979, 5e-6))
    #expect((groups.json["partition"] as? [Any])?.count == 4)
  }
}
