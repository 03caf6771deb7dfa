import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct CSVFormatTests {
  let csv = CSVFormat()

  @Test func readsColumnsByName() throws {
    let text = """
      Source,Target,Type,Weight,Sign,Relation,Start,End,Label,Confidence,Status,Id,sector
      RUS,IEA,Directed,2.5,positive,recognises,2025-07-03,2026,first,0.9,fact,R1,oil
      IRN,IEA,Undirected,1,negative,borders,,,,1,assessment,R2,
      """
    let read = try read(text, as: csv, name: "trade/Moscow Kabul.csv")
    let first = read.network.relations[0]
    #expect(read.network.id == "Moscow-Kabul")
    #expect(read.network.actors.map(\.id) == ["RUS", "IEA", "IRN"])
    #expect(first.ends == .directed(from: "RUS", to: "IEA"))
    #expect(first.type == "recognises" && first.strength == 2.5 && first.sign == .positive)
    #expect(first.validity.since?.description == "2025-07-03" && first.validity.until?.description == "2026")
    #expect(first.label == "first" && first.confidence == 0.9 && first.id == "R1")
    #expect(first.attributes == [Attribute("sector", "oil")])
    #expect(read.network.relations[1].ends == .mutual("IRN", "IEA"))
    #expect(read.network.relations[1].status == .assessment)
    expectReconciled(read.report)
  }

  @Test(arguments: ["a,b\nb,c", "a,b,1\nb,c,1", "a\tb\nb\tc", "a;b\r\nb;c\r\n", "a|b\rb|c", "sep=;\na;b\nb;c"])
  func readsWithoutHeader(_ text: String) throws {
    #expect(short(try read(text, as: csv).network) == ["a>b 1", "b>c 1"])
  }

  @Test func namesColumnsByOption() throws {
    var options = ReadOptions()
    options.table.columns = [.source: "coo_iso", .target: "coa_iso", .weight: "refugees"]
    let text = "year,coo_name,coo_iso,coa_iso,refugees\n2008,Afghanistan,AFG,AUS,52\n"
    let network = try read(text, as: csv, options: options).network
    #expect(short(network) == ["AFG>AUS 52"])
    #expect(network.relations[0].attributes == [Attribute("year", "2008"), Attribute("coo_name", "Afghanistan")])
    options.table.columns[.weight] = "4x"
    #expect(problems(text, as: csv, options: options)[0].contains("there is no column '4x' for weight"))
  }

  @Test func signsComeFromWeightsOrColumn() throws {
    let signed = try read("a,b,2\nb,c,-3\n", as: csv).network
    #expect(signed.relations.map(\.sign) == [.positive, .negative])
    #expect(signed.relations.map(\.strength) == [2, 3])
    #expect(try read("a,b,2\n", as: csv).network.relations[0].sign == .neutral)
    let column = try read("source,target,sign\na,b,+\nb,c,-1\n", as: csv).network
    #expect(column.relations.map(\.sign) == [.positive, .negative])
    #expect(problems("source,target,weight,sign\na,b,-2,positive\n", as: csv)[0].contains("its weight is -2"))
  }

  @Test func countsReconcile() throws {
    let text = "source,target,weight\na,b,1\nb,a,1\na,a,1\n\na,b,1\na,c,0\n"
    let report = try read(text, as: csv).report
    #expect(report.count("rows read") == 7)
    #expect(report.count("header rows") == 1 && report.count("blank rows") == 1)
    #expect(report.count("ties read") == 5 && report.count("ties kept") == 4 && report.count("ties dropped") == 1)
    #expect(report.count("self-loops") == 1 && report.count("parallel ties") == 1)
    #expect(
      report.diagnostics.map(\.description) == ["net.x:7:1: warning: a tie of weight 0 is no tie, and was dropped"])
  }

  @Test func countsWhatIsTakenForGranted() throws {
    let text = "source,target,weight,confidence,status\na,b,2,,fact\nb,c,1,0.5,\nc,d,1,,\n"
    let unstated = try read(text, as: csv).report.unstated
    #expect((unstated.strength, unstated.confidence, unstated.status) == (0, 2, 2))
    let bare = try read("a,b\nb,c", as: csv).report.unstated
    #expect((bare.strength, bare.confidence, bare.status) == (2, 2, 2))
  }

  @Test func mergesReverses() throws {
    let text = "a,b,1\nb,a,1\nb,c,2\nc,b,2\n"
    let directed = try read(text, as: csv).report
    #expect(directed.notes.contains { $0.contains("4 arcs") && $0.contains("2 ties") })
    var options = ReadOptions()
    options.direction = .undirected
    let undirected = try read(text, as: csv, options: options)
    #expect(short(undirected.network) == ["a-b 1", "b-c 2"])
    #expect(undirected.report.count("ties merged") == 2)
    expectReconciled(undirected.report)
    let unequal = try read("a,b,1\nb,a,2\n", as: csv, options: options)
    #expect(short(unequal.network) == ["a-b 1", "b-a 2"])
  }

  @Test func strictReadingRefusesWarnings() {
    var options = ReadOptions()
    options.isStrict = true
    #expect(
      problems("a,b,1\na,c,0\n", as: csv, options: options) == [
        "f:2:1: error: a tie of weight 0 is no tie, and was dropped"
      ])
  }

  @Test func nodeTableGivesNamesAndRefusesStrangers() throws {
    var options = ReadOptions()
    options.table.nodes = InputFile(
      name: "n.csv", bytes: Array("Id,Label,Kind,gdp\nRUS,Russia,state,1\nIEA,Emirate,government,\nX,Alone,,\n".utf8))
    let network = try read("Source,Target\nRUS,IEA\n", as: csv, options: options).network
    #expect(network.actors.map(\.name) == ["Russia", "Emirate", "Alone"])
    #expect(network.actors[0].kind == .state && network.actors[0].attributes == [Attribute("gdp", "1")])
    #expect(
      problems("Source,Target\nRUS,IEA\nRUSS,X\n", as: csv, options: options) == [
        "f:3:1: error: the tie's source 'RUSS' is not declared (did you mean 'RUS'?)"
      ])
    options.table.nodes = InputFile(name: "n.csv", bytes: Array("Id,Label\na,A\na,B\n".utf8))
    #expect(problems("a,a\n", as: csv, options: options)[0].hasPrefix("n.csv:3:1: error: duplicate id 'a'"))
  }

  @Test func actorsAloneAreANetwork() throws {
    let network = try read("Id,Label\nRUS,Russia\n", as: csv).network
    #expect(network.actors.map(\.name) == ["Russia"] && network.relations.isEmpty)
  }

  /// Reliability sets C and V, as they apply to tables.
  @Test(arguments: [
    ("C01", "", "f:1:1: error: the file is empty"),
    ("C02", "  \n \n", "f:1:1: error: the file is empty"),
    ("C09", "a,b\u{0},1", "f:1:4: error: a NUL character"),
    ("C10", "a,\u{1B}[2J,1", "f:1:3: error: the tie's target has the control character U+1B"),
    ("C24", "source,target\na,\n", "f:2:3: error: the tie's target is empty"),
    ("C27", "a,b,1e400", "f:1:5: error: weight '1e400' is not a finite number"),
    ("C28", "a,b,1\nb,c,NaN", "f:2:5: error: weight 'NaN' is not a finite number"),
    ("C28i", "a,b,1\na,b,-inf", "f:2:5: error: weight '-inf'"),
    (
      "C29", "a;b;1\na;b;1,5",
      "f:2:5: error: weight '1,5' is not a finite number (write 1.5, with a point; or say that a comma separates decimals"
    ),
    ("C29a", "a,b,1\na,b,١٢", "f:2:5: error: weight '١٢' is not a finite number"),
    ("C30", "a,b,1\na,b,0x10", "f:2:5: error: weight '0x10'"),
    ("C30u", "a,b,1\na,b,1_000", "f:2:5: error: weight '1_000'"),
    ("C30e", "a,b,1\na,b,1e", "f:2:5: error: weight '1e'"),
    ("C30m", "a,b,1\na,b,--1", "f:2:5: error: weight '--1'"),
    ("C31", "source,target,weight\na,b,\n", "f:2:5: error: the weight is empty"),
    ("C31t", "source,target,weight\na,b,true\n", "f:2:5: error: weight 'true'"),
    ("C33", "source,target,start\na,b,2014-00-00\n", "f:2:5: error: since: there is no date 2014-00-00"),
    ("C33d", "source,target,start\na,b,20140299\n", "f:2:5: error: since: '20140299' is not a date"),
    ("C34", "source,target,start\na,b,2023-02-29\n", "f:2:5: error: since: there is no date 2023-02-29"),
    ("C34y", "source,target,start\na,b,0000\n", "f:2:5: error: since: there is no date 0000"),
    ("C36", "source,target,start,end\na,b,2020,2019\n", "f:2:1: error: until 2019 is before since 2020"),
    ("V01", "a,b,1\na,b\n", "f:2:1: error: a row of 2 cells, fewer than the 3 of the first row"),
    ("V01m", "a,b,1\na,b,1,2\n", "f:2:1: error: a row of 4 cells, more than the 3"),
    ("V02", "a,b\nc,\"d\ne,f\n", "f:2:3: error: a quote that is opened here and never closed"),
    ("V04", "a,b\nc,d\"e\"\n", "f:2:4: error: a quote in the middle of a cell"),
    ("V04e", "a,b\n\"c\"x,d\n", "f:2:4: error: text after a closing quote"),
    ("V07", "source,target\na,b\nsource,target\n", "f:3:1: error: the header stands here again"),
    ("V07n", "name,weight,note\na,1,x\n", "f:1:1: error: no column is the tie's source"),
    ("V07u", "year,who,whom,n\n2008,a,b,1\n", "f:1:1: error: no columns are named source and target"),
    ("V08", "source,target,x,x\na,b,1,2\n", "f:1:1: error: two columns are named 'x'"),
    ("V13", "source,target,weight\na,b,\"610,086\"\n", "f:2:5: error: weight '610,086' is not a finite number"),
    ("V16", "source,target,directed\na,b,perhaps\n", "f:2:5: error: 'perhaps' does not say whether"),
    ("V17", ",b\n", "f:1:1: error: the tie's source is empty"),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: csv)
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(id): \(found)")
  }

  @Test(arguments: [
    ("C03", "\u{FEFF}a,b\n", ["a>b 1"]), ("C11", "a,b\r\nb,c\r\n", ["a>b 1", "b>c 1"]),
    ("C11m", "a,b\rb,c\nc,d\r\n", ["a>b 1", "b>c 1", "c>d 1"]), ("C12", "a,b\nb,c", ["a>b 1", "b>c 1"]),
    ("C25", "a,a\na,b\nb,a\na,b\n", ["a>a 1", "a>b 1", "b>a 1", "a>b 1"]),
    ("C27", "a,b,1e-400\na,b,1\n", ["a>b 1"]), ("C30", "a,b,+5\na,b,.5\na,b,5.\n", ["a>b 5", "a>b 0.5", "a>b 5"]),
    (
      "C32", "NO,ON\nYE,NA\nNULL,NAN\nNaN2,001\n1E5,x\n", ["NO>ON 1", "YE>NA 1", "NULL>NAN 1", "NaN2>001 1", "1E5>x 1"]
    ),
    ("C37", "\"=HYPERLINK(\"\"http://x\"\")\",+1+1\n", ["=HYPERLINK(\"http://x\")>+1+1 1"]),
    ("C38", "<script>,${7*7}\n", ["<script>>${7*7} 1"]),
    ("V03", "\"a \"\"b\"\"\",c\n", ["a \"b\">c 1"]), ("V05", "\"a\nb\",c\nd,e\n", ["a\nb>c 1"]),
    ("V06", "a;b;1\n", ["a>b 1"]), ("V07", "Weight,TARGET,source\n2,b,a\n", ["a>b 2"]),
    ("V09", "source,target\n", []), ("V10", "a,b\n\n\nb,c\n", ["a>b 1", "b>c 1"]), ("V12", "a, b\n", ["a> b 1"]),
    ("V14", "a,a\n", ["a>a 1"]), ("V15", "a,b\na,b\n", ["a>b 1", "a>b 1"]),
    ("V16", "source,target,type\na,b,Directed\nb,c,undirected\n", ["a>b 1", "b-c 1"]),
    ("V10s", "source,target,weight\na,b,1\n,,\n,,\n", ["a>b 1"]),
    ("V20", "sep=;\r\na;b\r\n", ["a>b 1"]), ("V23", "007,1e5\n", ["007>1e5 1"]),
  ])
  func accepts(_ id: String, _ text: String, _ ties: [String]) throws {
    if id == "V05" {
      #expect(problems(text, as: csv)[0].hasPrefix("f:1:1: error: the tie's source has the control"))
      let label = try read("source,target,label\na,b,\"x\ny\"\nc,d,z\n", as: csv)
      #expect(label.network.relations.map(\.label) == ["x\ny", "z"])
      return
    }
    let read = try read(text, as: csv)
    #expect(short(read.network) == ties, "\(id)")
    expectReconciled(read.report)
  }

  @Test(arguments: [
    ("C18", "a,A\n", "look alike"), ("C18s", "a,\"a \"\n", "look alike"), ("C18z", "a,a\u{200B}\n", "look alike"),
    ("C19", "Pakistan,\u{420}akistan\n", "look alike"),
    ("C20", "source,target,label\na,b,x\u{202E}y\n", "direction-changing"),
    ("C27", "a,b,1e-400\na,b,1\n", "too small"), ("V06", "a;b\n", "separator"), ("V09", "source,target\n", "no ties"),
    ("V12", "a, b\n", "space"),
  ])
  func warns(_ id: String, _ text: String, _ words: String) throws {
    let report = try read(text, as: csv).report
    #expect(report.diagnostics.contains { $0.message.contains(words) }, "\(id): \(report.diagnostics)")
  }

  @Test func bytesThatAreNotUTF8() {
    #expect(problems([0x61, 0x2C, 0xE9, 0x0A], as: csv)[0].hasPrefix("f:1:3: error: byte 2 is not UTF-8 (0xE9)"))
    #expect(problems([0xFF, 0xFE, 0x61, 0, 0x2C, 0], as: csv)[0].contains("UTF-16"))
    #expect(problems([0x61, 0, 0x2C, 0, 0x62, 0], as: csv)[0].contains("NUL"))
    #expect(problems([0x61, 0x2C, 0xED, 0xA0, 0x80], as: csv)[0].contains("not UTF-8"))
    #expect(problems([0x61, 0x2C, 0x62, 0xC3], as: csv)[0].contains("not UTF-8"))
  }

  @Test func idsThatAreEqualWhenComposedAreOneActor() throws {
    let network = try read("\u{E9},b\ne\u{301},c\n", as: csv).network
    #expect(network.actors.count == 3)
  }

  @Test func limitsHold() {
    let wide = String(repeating: "a,", count: 20_000) + "a\n"
    #expect(problems(wide, as: csv)[0].contains("more than 16384 columns"))
    let long = "a," + String(repeating: "x", count: 2_000_000) + "\n"
    #expect(problems(long, as: csv)[0].contains("a row of more than 1048576 bytes"))
    let id = "a," + String(repeating: "x", count: 70_000) + "\n"
    #expect(problems(id, as: csv)[0].contains("more than 65536 bytes"))
    let open = "a,\"" + String(repeating: "x\n", count: 1_000_000)
    #expect(problems(open, as: csv)[0].hasPrefix("f:1:3: error: a quote that is opened here"))
  }

  @Test func manyProblemsAreAllCountedAndBounded() {
    let text = "a,b,1\n" + String(repeating: "a,b\n", count: 5000)
    let found = problems(text, as: csv)
    #expect(found.count == 1001)
    #expect(found.last == "f:5001:1: error: 4000 further problems")
  }

  @Test func commentsAreSkippedWhereAskedFor() throws {
    var options = ReadOptions()
    options.table.comment = "#"
    let read = try read("# from x\na,b\n#,c\n", as: csv, options: options)
    #expect(short(read.network) == ["a>b 1"])
    #expect(read.report.count("comment rows") == 2)
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed))
    try expectRoundTrip(of: random.network(), in: csv, CSVWriter.held)
  }

  @Test func lossesAreListedFieldByField() throws {
    var content = NetworkContent(id: "n")
    content.title = "T"
    content.sources = [Source(id: "s")]
    content.actors = [Actor(id: "a", name: "A"), Actor(id: "b", name: "B")]
    content.actors[0].aliases = [Alias("x")]
    content.relations = [Relation(id: "e1", ends: .directed(from: "a", to: "b"), type: "tie")]
    content.relations[0].evidence = [Evidence(source: "s")]
    let written = try csv.write(ActorNetwork(content))
    #expect(
      written.losses == ["the network's title", "1 source", "aliases of 1 actor", "evidence of 1 relation"])
  }

  @Test func namesAFileBesideTheMainOne() {
    let file = AdditionalFile(suffix: "-nodes", bytes: [])
    #expect(file.name(beside: "out.d/trade.csv") == "out.d/trade-nodes.csv")
    #expect(file.name(beside: "trade") == "trade-nodes")
  }

  // case 25-readers: error-behind-warnings.csv
  @Test("The error that ended reading stands before all warnings")
  func errorsBeforeWarnings() {
    let rows = (0..<25).map { "a\($0),b\($0),1\nA\($0),b\($0),1\n" }.joined()
    let found = problems("source,target,weight\n" + rows + "x,y,\n", as: csv)
    #expect(found[0].hasPrefix("f:52:5: error: the weight is empty"))
    #expect(found.count == 26 && found.dropFirst().allSatisfy { $0.contains(": warning: ") })
  }

  // case 25-readers: blank-weight.csv
  @Test("The refusal of an empty weight says what to do")
  func emptyWeight() {
    #expect(
      problems("source,target,weight\nA,B,3\nB,C,\n", as: csv) == [
        "f:3:5: error: the weight is empty (write a number (1 where nothing is known), take the row out, or have no "
          + "column read as the weight)"
      ])
  }

  // case 25-readers: na-actor.csv
  @Test("An actor whose id is a word for a missing value is warned of, once", arguments: ["NA", "NaN", "NULL", "N/A"])
  func missingValues(_ word: String) throws {
    let report = try read("source,target\n\(word),RUS\n\(word),IRN\nRUS,IRN\n", as: csv).report
    #expect(
      report.diagnostics.map(\.description) == [
        "net.x:2:1: warning: '\(word)' may mean that there is no value; it is read as an actor like any other "
          + "(take the rows out, or give the actor another id)"
      ])
    var options = ReadOptions()
    options.table.nodes = InputFile(name: "nodes", bytes: Array("id,label\n\(word),Namibia\nRUS,Russia\n".utf8))
    let declared = try read("source,target\n\(word),RUS\n", as: csv, options: options)
    #expect(declared.report.diagnostics.isEmpty, "an actor of the table of actors is meant")
  }

  // case 29-csv-formulas-and-escapes
  @Test("Texts that a spreadsheet would run are guarded in both tables, and come back as they were")
  func formulas() throws {
    let texts = [
      "=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "'=1", "''-x",
      "'s-Gravenhage", "-", "-0.5", "+5", "=", "'", "a=b", "'-0.5",
    ]
    var content = NetworkContent(id: "t")
    for (i, text) in texts.enumerated() {
      var actor = Actor(id: text.contains("\t") ? "tab" : text, name: text)
      actor.note = text
      actor.attributes = [Attribute("=key", text), Attribute("n", "-0.5")]
      content.actors.append(actor)
      var relation = Relation(id: "r\(i)", ends: .directed(from: actor.id, to: "="), type: text)
      relation.sign = .negative
      relation.label = text
      content.relations.append(relation)
    }
    let network = try ActorNetwork(content)
    let written = try csv.write(network)
    let nodes = try #require(written.additionalFiles.first)
    for bytes in [written.bytes, nodes.bytes] {
      let cells = CSVCells(bytes).cells
      #expect(cells.count > 60)
      for cell in cells where Double(cell) == nil {
        #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first ?? "x"), "\(cell)")
      }
    }
    #expect(CSVCells(nodes.bytes).cells.count { $0 == "-0.5" } == texts.count + 4, "numbers stay numbers")
    var options = ReadOptions()
    options.table.nodes = InputFile(name: "n", bytes: nodes.bytes)
    let back = try csv.read(InputFile(name: "t.csv", bytes: written.bytes), options: options)
    #expect(back.network.content.actors == network.content.actors)
    #expect(back.network.content.relations == network.content.relations)
    #expect(back.report.notes.contains { $0.contains("apostrophe that keeps spreadsheets from running") })
    var raw = WriteOptions()
    raw.guardsFormulas = false
    #expect(!String(decoding: try csv.write(network, options: raw).bytes, as: UTF8.self).contains("'=HYPERLINK"))
  }
}

/// The cells of a table with commas, in order.
private struct CSVCells {
  private(set) var cells: [String] = []

  init(_ bytes: [UInt8]) {
    var cell = ""
    var isQuoted = false
    var wasQuote = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let doubles = wasQuote && scalar == "\""
      wasQuote = false
      if scalar == "\"" {
        if doubles { cell += "\"" }
        wasQuote = isQuoted
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" {
        cells.append(cell)
        cell = ""
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
  }
}
