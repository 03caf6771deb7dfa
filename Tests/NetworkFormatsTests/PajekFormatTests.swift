import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct PajekFormatTests {
  let pajek = PajekFormat()

  static let vertices = "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n"

  @Test func readsEverySectionAndTheSameFromEach() throws {
    let set = Self.vertices + "*Arcs\n1 2\n1 3\n2 2\n*Edges\n2 3\n"
    let list = Self.vertices + "*Arcslist\n1 2 3\n2 2\n*Edgeslist\n2 3\n"
    let matrix = Self.vertices + "*Matrix\n0 1 1\n0 1 1\n0 1 0\n"
    #expect(short(try read(set, as: pajek).network) == ["a>b 1", "a>c 1", "b>b 1", "b-c 1"])
    #expect(short(try read(list, as: pajek).network) == ["a>b 1", "a>c 1", "b>b 1", "b-c 1"])
    #expect(short(try read(matrix, as: pajek).network) == ["a>b 1", "a>c 1", "b>b 1", "b>c 1", "c>b 1"])
  }

  @Test func labelsAreIDsWhereTheyCanBe() throws {
    #expect(try read(Self.vertices, as: pajek).network.actors.map(\.id) == ["a", "b", "c"])
    let twice = try read("*Vertices 2\n1 \"a\"\n2 \"a\"\n*Edges\n1 2\n", as: pajek)
    #expect(twice.network.actors.map(\.id) == ["1", "2"] && twice.network.actors.map(\.name) == ["a", "a"])
    #expect(twice.report.notes.contains { $0.contains("label 'a' stands in lines 2 and 3") })
    #expect(try read("*Vertices 2\n*Edges\n1 2\n", as: pajek).network.actors.map(\.name) == ["1", "2"])
    var options = ReadOptions()
    options.identifiers = .asWritten
    #expect(try read(Self.vertices, as: pajek, options: options).network.actors.map(\.id) == ["1", "2", "3"])
  }

  @Test func relationsAreTypesAndTimesAreDates() throws {
    let text = """
      *Vertices 2
      1 "a" 0.1 0.2 [1-3,7]
      2 "b" box ic Blue [1990-*]
      *Arcs :1 "trade"
      1 2 2.5 l "oil" c Red [2014-2016]
      *Edges :2 "border"
      1 2 [3]
      *Arcs
      1: 2 1 -1
      """
    let read = try read(text, as: pajek)
    let relations = read.network.relations
    #expect(relations.map(\.type) == ["trade", "border", "trade"])
    #expect(relations[0].label == "oil" && relations[0].strength == 2.5)
    #expect(relations[0].validity.since?.description == "2014" && relations[0].validity.until?.description == "2017")
    #expect(relations[1].attributes == [Attribute("times", "3")])
    #expect(relations.map(\.sign) == [.positive, .neutral, .negative])
    #expect(read.network.actors[0].attributes == [Attribute("times", "1-3,7")])
    #expect(read.network.actors[1].existence.since?.description == "1990")
  }

  @Test func twoModeIsSaid() throws {
    let read = try read("*Vertices 3 1\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Matrix\n1 0\n", as: pajek)
    #expect(short(read.network) == ["a-b 1"])
    #expect(read.report.notes.contains { $0.contains("two-mode") }, "P11")
  }

  @Test func oneNetworkOfSeveralIsChosen() throws {
    let project =
      "*Network One\n*Vertices 1\n1 \"a\"\n*Network Two\n*Vertices 1\n1 \"b\"\n*Partition P\n*Vertices 1\n1\n"
    #expect(
      problems(project, as: pajek)[0] == "f:4:1: error: the file holds 2 networks (choose one: 1 One; 2 Two)", "P21")
    var options = ReadOptions()
    for (word, id) in [("One", "a"), ("Two", "b"), ("2", "b")] {
      options.networkName = word
      #expect(try read(project, as: pajek, options: options).network.actors.map(\.id) == [id])
    }
    options.networkName = "Two"
    #expect(try read(project, as: pajek, options: options).report.notes == ["not kept of the file: partition 'P'"])
  }

  @Test func equalReversesAreSaidAndMergedWhereAskedFor() throws {
    let text = Self.vertices + "*Arcs\n1 2 1\n2 1 1\n2 3 1\n3 2 1\n"
    #expect(
      try read(text, as: pajek).report.notes == [
        "each of the 4 arcs between two actors has an equal reverse: read as undirected they are 2 ties"
      ])
    var options = ReadOptions()
    options.direction = .undirected
    let read = try read(text, as: pajek, options: options)
    #expect(short(read.network) == ["a-b 1", "b-c 1"])
    #expect(read.report.notes == ["4 arcs were read as 2 undirected ties; 2 equal reverses were merged"])
  }

  @Test func labelsOfSeveralWordsWithoutQuotes() throws {
    let read = try read("*vertices 2\n1 South Ossetia 0.0 0.0 ellipse\n2 Iran 0.0 0.0 ellipse\n", as: pajek)
    #expect(read.network.actors.map(\.id) == ["South Ossetia", "Iran"])
    #expect(read.report.diagnostics.map(\.location.line) == [2])
  }

  /// Reliability sets C and P, as they apply to Pajek.
  @Test(arguments: [
    ("C01", "", "f:1:1: error: the file is empty"),
    ("C02", "% nothing\n", "f:1:1: error: the file has no *Vertices"),
    ("C10", "*Vertices 1\n1 \"a\u{1B}b\"\n", "f:2:1: error: the label of vertex 1 has the control character U+1B"),
    ("C24", "*Vertices 2\n*Arcs\n1\n", "f:3:1: error: a tie needs the numbers of two vertices"),
    ("C27", "*Vertices 2\n*Arcs\n1 2 1e400\n", "f:3:5: error: the value '1e400' is not a finite number"),
    ("C28", "*Vertices 2\n*Arcs\n1 2 nan\n", "f:3:5: error: the value 'nan' is not a finite number"),
    ("C29", "*Vertices 2\n*Arcs\n1 2 1,5\n", "f:3:5: error: the value '1,5' is not a finite number (write 1.5"),
    ("P01", "*Vertices 3\n1 \"a\"\n2 \"b\"\n*Arcs\n", "f:1:1: error: *Vertices says 3, but 2 follow"),
    ("P01m", "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"d\"\n", "f:5:1: error: '4' is not the number of a vertex"),
    ("P02", "*Vertices -1\n", "f:1:1: error: *Vertices has no whole number"),
    ("P02b", "*Vertices 1000000000000000000\n", "f:1:1: error: *Vertices has no whole number"),
    ("P02c", "*Vertices 100000000\n", "f:1:11: error: 100000000 vertices are more than"),
    ("P02m", "*Vertices\n", "f:1:1: error: *Vertices has no whole number"),
    (
      "P03", "*Vertices 2\n*Arcs\n0 1\n",
      "f:3:1: error: '0' is not the number of a vertex (vertices are numbered 1 to 2)"
    ),
    ("P03b", "*Vertices 2\n*Arcs\n1 3\n", "f:3:3: error: '3' is not the number of a vertex"),
    ("P05", "*Arcs\n1 2\n", "f:1:1: error: ties stand before *Vertices"),
    ("P05n", "1 2\n", "f:1:1: error: a line before *Vertices"),
    ("P08", "*Vertices 2\n*Matrix\n0 1\n1\n", "f:4:1: error: a row of 1 numbers, but should have 2"),
    ("P08r", "*Vertices 2\n*Matrix\n0 1\n", "f:2:1: error: the matrix has 1 rows, but should have 2"),
    ("P08m", "*Vertices 2\n*Matrix\n0 1\n1 0\n1 0\n", "f:5:1: error: the matrix has more rows"),
    ("P09", "*Vertices 1\n1 \"a\n", "f:2:3: error: a quote that is opened here and never closed"),
    ("P12", "*Vertices 1\n1 \"a\" [3-1]\n", "f:2:7: error: [3-1] are no times"),
    ("P12x", "*Vertices 1\n1 \"a\" [x]\n", "f:2:7: error: [x] are no times"),
    ("P20", "*Vertices 10\n*Edges\n1 99999999999999999999\n", "f:3:3: error: '99999999999999999999' is not the number"),
    ("C14", "*Vertices 1\n*Vertices 1\n", "f:2:1: error: a second *Vertices in one network"),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: pajek)
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(id): \(found)")
  }

  @Test(arguments: [
    ("C03", "\u{FEFF}*Vertices 2\n*Edges\n1 2\n", ["1-2 1"]), ("C11", "*Vertices 2\r\n*Edges\r1 2\n", ["1-2 1"]),
    ("C12", "*Vertices 2\n*Edges\n1 2", ["1-2 1"]),
    ("C25", "*Vertices 2\n*Arcs\n1 1\n1 2\n2 1\n1 2\n", ["1>1 1", "1>2 1", "2>1 1", "1>2 1"]),
    ("P06", "*Vertices 2\n*Arcs\n1 2\n*Edges\n1 2\n", ["1>2 1", "1-2 1"]),
    ("P12", "*Vertices 2\n*Arcs\n1 2 1 [1-3,7]\n2 1 [5-*]\n", ["1>2 1", "2>1 1"]),
    ("P14", "*VERTICES 2\n*eDgEs\n1 2\n", ["1-2 1"]), ("P16", "% c\n*Vertices 2\n% c\n*Edges\n% 1 1\n1 2\n", ["1-2 1"]),
    ("P17", "*Vertices 2\n*Arcs\n1 2\n", ["1>2 1"]), ("P18", "*Vertices 2\n*Arcs\n1 2 -3\n", ["1>2 -3"]),
    ("P19", "*Vertices 2\n*Arcs :2 \"x\"\n1 2\n", ["1>2 1"]),
  ])
  func accepts(_ id: String, _ text: String, _ ties: [String]) throws {
    let read = try read(text, as: pajek)
    #expect(short(read.network) == ties, "\(id)")
    expectReconciled(read.report)
  }

  @Test func oddSectionsAndDoublesAreWarnings() throws {
    #expect(try read("*Vertices 1\n*Foo\nx\n", as: pajek).report.diagnostics[0].message.contains("*foo"), "P13")
    let twice = try read("*Vertices 2\n1 \"a\"\n1 \"b\"\n", as: pajek)
    #expect(twice.report.diagnostics[0].message.contains("stands twice"), "P04")
    #expect(problems([0x2A, 0x56, 0x20, 0xE9], as: pajek)[0].contains("not UTF-8"), "P15")
  }

  @Test func labelsWithQuotesAreRefusedNamingTheActor() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "x", name: "say \"hi\"")]
    let network = try ActorNetwork(content)
    #expect(throws: UnwritableNetwork.self) { try pajek.write(network) }
    do { _ = try pajek.write(network) } catch { #expect(error.description.contains("actor 'x'"), "P10") }
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed), isPlain: true)
    try expectRoundTrip(of: random.network(), in: pajek, PajekFormat.held)
  }

  @Test(.disabled(if: SharedData.isAbsent, "the data sets are not beside the package"))
  func samplesOfPajek() throws {
    func arcs(_ path: String) throws -> [String] {
      var options = ReadOptions()
      options.identifiers = .asWritten
      let network = try pajek.read(try SharedData.file("pajek-format-samples/\(path).net"), options: options).network
      return network.relations.flatMap { relation in
        let (a, b) = (relation.ends.first, relation.ends.second)
        let arcs = relation.ends.isDirected ? ["\(a)>\(b)"] : ["\(a)>\(b)", "\(b)>\(a)"]
        return arcs.flatMap { Array(repeating: $0, count: Int(relation.strength)) }
      }.sorted()
    }
    #expect(try arcs("GraphList") == arcs("GraphSet") && arcs("GraphMat") == arcs("GraphSet"))
    #expect(try arcs("TinaList") == arcs("TinaSet") && arcs("TinaMat") == arcs("TinaSet"))
    #expect(try !arcs("GraphSet").isEmpty && !arcs("TinaSet").isEmpty)
  }

  @Test(.disabled(if: SharedData.isAbsent, "the data sets are not beside the package"))
  func kiteHasEighteenTies() throws {
    let file = try SharedData.file("kite/KITE.NET")
    let written = try pajek.read(file, options: ReadOptions())
    #expect(written.network.relations.count == 36)
    #expect(written.report.notes.contains { $0.contains("read as undirected they are 18 ties") })
    var options = ReadOptions()
    options.direction = .undirected
    let read = try pajek.read(file, options: options)
    #expect(read.network.relations.count == 18 && read.network.relations.allSatisfy { !$0.ends.isDirected })
    #expect(read.report.count("ties merged") == 18)
  }

  @Test(.disabled(if: SharedData.isAbsent, "the data sets are not beside the package"))
  func militaryAndEconomicTies() throws {
    let military = try pajek.read(
      try SharedData.file("snabook-economic-military/military.net"), options: ReadOptions()
    ).network
    #expect(military.actors.count == 14 && military.relations.count == 20)
    #expect(military.relations.count { $0.sign == .negative } == 5)
    let economic = try pajek.read(
      try SharedData.file("snabook-economic-military/economic.net"), options: ReadOptions()
    ).network
    #expect(Set(economic.actors.map(\.id)) == Set(military.actors.map(\.id)))
  }
}
