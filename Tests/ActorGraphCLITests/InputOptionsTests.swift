import Foundation
import Testing

/// What an analyst's files need said on the command line, as a user says it.
@Suite("Options of reading")
struct InputOptionsTests {
  /// A European spreadsheet's export: semicolons, decimal commas, CR LF, an old code page and columns in Dutch.
  static let spreadsheet = Data(
    "Van;Naar;Gewicht;Soort\r\nZ\u{FC}rich;Kabul;1,5;steun\r\nKabul;Z\u{FC}rich;0,25;steun\r\n".unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    })

  @Test("A European spreadsheet is read when its ways are said, and each message says which option that is")
  func spreadsheet() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("eu.csv", Self.spreadsheet)
    let columns = "--column source=Van --column target=Naar --column weight=Gewicht"
    let steps = [
      ("", "--encoding windows-1252"), ("--encoding windows-1252", "--column source=NAME"),
      ("--encoding windows-1252 \(columns)", "--decimal-comma"),
    ]
    for (options, hint) in steps {
      let refused = try await Program.run("convert eu.csv out.yaml \(options)", in: scratch.folder)
      #expect(refused.status == 65 && refused.errors.contains(hint), "\(options): \(refused.errors)")
    }
    #expect(scratch.names == ["eu.csv"])
    let all = "--encoding windows-1252 --decimal-comma --separator semicolon --column type=Soort \(columns)"
    let read = try await Program.run("convert eu.csv out.yaml --strict \(all)", in: scratch.folder)
    #expect(read.status == 0, "\(read.errors)")
    let text = try scratch.text("out.yaml")
    #expect(text.contains("Zürich") && text.contains("strength: 1.5") && text.contains("type: steun"))
  }

  @Test("A spreadsheet's Unicode text is UTF-16 with tabs")
  func unicodeText() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = "Source\tTarget\tWeight\r\nRussland\tKabul\t2\r\n"
    try scratch.write("u.txt", Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data()))
    let refused = try await Program.run("info u.txt", in: scratch.folder)
    #expect(refused.status == 65 && refused.errors.contains("--encoding utf-16"))
    let read = try await Program.run("info u.txt --encoding utf-16 --format json", in: scratch.folder)
    #expect(read.json["actors"] as? Int == 2 && read.json["relations"] as? Int == 1, "\(read.errors)")
  }

  @Test("A table of actors gives names and actors without ties")
  func actors() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("ties.csv", "Source,Target\nRUS,IEA\n")
    try scratch.write("ties-nodes.csv", "Code,Land\nRUS,Russia\nIEA,Emirate\nX,Alone\n")
    let without = try await Program.run("info ties.csv --format json", in: scratch.folder)
    #expect(without.json["actors"] as? Int == 2)
    #expect(without.errors.contains("--actors ties-nodes.csv reads it too"))
    let columns = "--actor-column id=code --actor-column label=land"
    let with = try await Program.run(
      "info ties.csv --format json --actors ties-nodes.csv \(columns)", in: scratch.folder)
    #expect(with.json["actors"] as? Int == 3, "\(with.errors)")
    let unnamed = try await Program.run("info ties.csv --actors ties-nodes.csv", in: scratch.folder)
    #expect(unnamed.status == 65 && unnamed.errors.contains("columns are Code, Land"))
  }

  @Test(
    "Wrong options are usage errors that say what there is",
    arguments: [
      ("--column sourse=a", "did you mean 'source'?"), ("--column source", "is not FIELD=NAME"),
      ("--column source=a --column source=b", "names source twice"), ("--separator ;;", "--separator is comma"),
      ("--encoding ebcdic", "Please provide one of 'utf-8'"), ("--ids names", "as-written"),
      ("--actors nowhere.csv", "there is no file nowhere.csv"),
    ])
  func wrong(options: String, message: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.csv", "a,b\n")
    let run = try await Program.run("info t.csv \(options)", in: scratch.folder)
    #expect(run.status == (options.contains("nowhere") ? 66 : 64), "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("Standard input and output stand for files")
  func streams() async throws {
    let pipe = try await Program.run(
      [],
      shell: "printf 'source,target,weight\\na,b,2\\n' | $actorgraph convert - - --to-format gml --quiet"
        + " | $actorgraph convert - - --to-format edgelist --from-format gml --quiet")
    #expect(pipe.status == 0 && pipe.output == "a b 2\n", "\(pipe.errors)")
    let nameless = try await Program.run([], shell: "printf 'a,b\\n' | $actorgraph convert - -")
    #expect(nameless.status == 64 && nameless.errors.contains("--to-format"))
    let empty = try await Program.run([], shell: "$actorgraph info - < /dev/null")
    #expect(empty.status == 65 && empty.errors.contains("stdin:1:1: error: the file is empty"), "\(empty.errors)")
  }

  @Test("A file with another format's ending is told by what stands in it")
  func ending() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("a.csv", "source,target\na,b\n")
    #expect(try await Program.run("convert a.csv b.graphml", in: scratch.folder).status == 0)
    try scratch.write("b.gml", try scratch.text("b.graphml"))
    let read = try await Program.run("info b.gml --format json", in: scratch.folder)
    #expect(read.json["relations"] as? Int == 1, "\(read.errors)")
    #expect(read.errors.contains("the name says GML, the content is GraphML"))
    let forced = try await Program.run("info b.gml --from-format gml", in: scratch.folder)
    #expect(forced.status == 65)
  }

  @Test("What is merged, dropped and created is listed with line and reason, and the counts add up")
  func report() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.csv", "source,target,weight\na,b,1\nb,a,1\nb,c,0\nc,a,2\n")
    let check = try await Program.run("check t.csv --undirected --format json", in: scratch.folder)
    let report = try #require(check.json["import"] as? [String: Any])
    let counts = try #require(report["counts"] as? [String: Int])
    #expect(counts["ties read"] == 4 && counts["ties kept"] == 2)
    #expect(counts["ties merged"] == 1 && counts["ties dropped"] == 1)
    let changes = try #require(report["changes"] as? [[String: Any]])
    #expect(changes.map { $0["line"] as? Int } == [3, 4])
    #expect(changes.map { $0["kind"] as? String } == ["merged", "dropped"])
    #expect(changes[0]["reason"] as? String == "the equal reverse of the tie in line 2")
    let table = try await Program.run("check t.csv --undirected", in: scratch.folder)
    #expect(
      table.output.contains("What reading changed") && table.errors.contains("t.csv:4:1: warning: a tie of weight 0"))
    let convert = try await Program.run("convert t.csv t.gml --undirected", in: scratch.folder)
    #expect(convert.errors.contains("4 ties read, 2 ties kept, 1 ties merged, 1 ties dropped"), "\(convert.errors)")
    let strict = try await Program.run("convert t.csv s.gml --strict", in: scratch.folder)
    #expect(strict.status == 65 && strict.errors.contains("error: a tie of weight 0"))
    #expect(scratch.names == ["t.csv", "t.gml"])
  }

  @Test("--strict holds for network files too, in YAML and JSON")
  func strictNetworkFile() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("n.yaml", "network: n\nactors: [{id: a, name: A, codes: {iso2: NLD}}]\nrelations: []\n")
    let made = try await Program.run("convert n.yaml n.json", in: scratch.folder)
    #expect(made.status == 0)
    for file in ["n.yaml", "n.json"] {
      let lenient = try await Program.run("check \(file)", in: scratch.folder)
      #expect(lenient.status == 0 && lenient.errors.contains("warning: code iso2 'NLD'"), "\(lenient.errors)")
      let strict = try await Program.run("check \(file) --strict", in: scratch.folder)
      #expect(strict.status == 65 && strict.output.isEmpty, "\(strict.output)")
      #expect(
        strict.errors.contains("\(file):") && strict.errors.contains("error: code iso2 'NLD'"), "\(strict.errors)")
    }
  }

  @Test("gzip is read and written by every command that reads and writes networks")
  func packed() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for step in [
      "convert \(Program.seed) s.graphml.gz", "convert s.graphml.gz s.yaml", "merge s.yaml s.graphml.gz -o m.gexf.gz",
    ] {
      let run = try await Program.run(step, in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    let bytes = try Data(contentsOf: URL(filePath: scratch.folder + "/m.gexf.gz"))
    #expect(bytes.starts(with: [0x1F, 0x8B]))
    let info = try await Program.run("info m.gexf.gz --format json", in: scratch.folder)
    let seed = try await Program.run("info \(Program.seed) --format json")
    #expect(info.json["relations"] as? Int == seed.json["relations"] as? Int)
  }
}
