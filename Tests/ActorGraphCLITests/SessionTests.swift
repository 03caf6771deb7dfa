import Foundation
import Testing

@Suite("Reading, interrupting")
struct SessionTests {
  /// A way to spoil a sound network, and a part of the message that must come.
  struct Fault: CustomTestStringConvertible {
    let name: String
    let bytes: Data
    let place: String
    let message: String

    init(_ name: String, _ place: String, _ message: String, _ text: String) {
      self.init(name, place, message, bytes: Data(text.utf8))
    }

    init(_ name: String, _ place: String, _ message: String, bytes: Data) {
      self.name = name
      self.bytes = bytes
      self.place = place
      self.message = message
    }

    /// The sound network with one text in another's place.
    init(_ name: String, _ place: String, _ message: String, replacing old: String, by new: String) {
      precondition(NetworkText.sound.contains(old))
      self.init(name, place, message, NetworkText.sound.replacing(old, with: new))
    }

    var testDescription: String { name }
  }

  static let bomb: String = {
    let letters = Array("abcdefghi")
    var text = "network: t\na: &a [x, x, x, x, x, x, x, x, x]\n"
    for (previous, letter) in zip(letters, letters.dropFirst()) {
      text += "\(letter): &\(letter) [\(Array(repeating: "*\(previous)", count: 9).joined(separator: ", "))]\n"
    }
    return text + "actors: *i\n"
  }()

  static let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)

  static let faults: [Fault] = [
    Fault("empty", "1:1", "the file is empty", ""),
    Fault("tab", "11:", "a tab used for indentation", replacing: "    type:", by: "\ttype:"),
    Fault("unknown key", "13:5", "did you mean 'strength'?", replacing: "strength:", by: "strenght:"),
    Fault("duplicate id", "6:10", "duplicate id 'A'", replacing: "{id: B", by: "{id: A"),
    Fault(
      "duplicate key", "11:5", "duplicate key 'type'", replacing: "    type: meets", by: "    type: meets\n    type: x"),
    Fault("missing actor", "10:9", "there is no actor 'C'", replacing: "to: B", by: "to: C"),
    Fault(
      "until before since", "16:12", "until 2024 is before since 2025-01-01", replacing: "since: 2025-01-01",
      by: "since: 2025-01-01\n    until: 2024"),
    Fault("no such day", "15:12", "that month has days 01 to 28", replacing: "2025-01-01", by: "2025-02-30"),
    Fault("strength 1,5", "13:15", "write 1.5, with a point", replacing: "strength: 0.5", by: "strength: 1,5"),
    Fault("strength -1", "13:15", "sign: negative", replacing: "strength: 0.5", by: "strength: -1"),
    Fault("strength nan", "13:15", "not a finite number", replacing: "strength: 0.5", by: "strength: nan"),
    Fault(
      "confidence 1.2", "14:17", "confidence is a probability", replacing: "confidence: 0.5", by: "confidence: 1.2"),
    Fault("sign -", "12:", "positive, negative or neutral", replacing: "sign: positive", by: "sign: -"),
    Fault("sign plus", "12:11", "none of positive, negative, neutral", replacing: "sign: positive", by: "sign: plus"),
    Fault("alias bomb", "3:", "an alias (*)", bomb),
    Fault("deep nesting", "2:", "nested deeper", "network: t\nactors: \(deep)\n"),
    Fault(
      "invalid UTF-8", "5:22", "not UTF-8",
      bytes: Data(NetworkText.sound.utf8.map { $0 == UInt8(ascii: "h") ? 0xFF : $0 })),
    Fault("not a mapping", "1:1", "should be a mapping", "- a\n"),
    Fault("cut off", "18:", "not YAML here", String(NetworkText.sound.dropLast(9))),
  ]

  @Test(
    "A file at fault ends in 65 with file:line:column and what to do, and writes nothing", arguments: faults)
  func fault(_ fault: Fault) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("bad.yaml", fault.bytes)
    let run = try await Program.run("rank bad.yaml --format json -o out.json", in: scratch.folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("bad.yaml:\(fault.place)"), "\(run.errors)")
    #expect(run.errors.contains(": error: "))
    #expect(run.errors.contains(fault.message), "\(run.errors)")
    #expect(scratch.names == ["bad.yaml"])
  }

  @Test("Deep nesting in JSON ends the same way")
  func deepJSON() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("bad.json", #"{"network": "t", "actors": \#(Self.deep)}"#)
    let run = try await Program.run("info bad.json", in: scratch.folder)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("bad.json:1:"))
  }

  @Test("All problems of a file are reported at once, at most twenty, with how many there are")
  func allProblems() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let two = NetworkText.sound.replacing("strength: 0.5", with: "strength: 0").replacing("to: B", with: "to: C")
    let both = try await Program.run(["check", try scratch.write("two.yaml", two)])
    #expect(both.errors.split(separator: "\n").count == 2)
    let wrong = (0..<100).map { "  - {id: X\($0), from: A, to: nobody, type: t}" }.joined(separator: "\n")
    let many = try await Program.run(["check", try scratch.write("many.yaml", NetworkText.sound + wrong + "\n")])
    #expect(many.errors.split(separator: "\n").count == 21)
    #expect(many.errors.contains("100 errors in all"))
  }

  // case 27-error-hidden-by-warnings
  @Test("However many warnings a file has, the error that ended reading is shown first", arguments: ["check", "rank"])
  func errorsFirst(command: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let actors = (0..<21).map { "  - {id: a\($0), name: \"x\\u202e\($0)\", kind: state}\n" }.joined()
    let relation = "  - {id: r, from: a0, to: NOBODY, type: t, sign: positive, strength: 1, status: fact}\n"
    try scratch.write("min.yaml", "network: n\nactors:\n" + actors + "relations:\n" + relation)
    let run = try await Program.run("\(command) min.yaml", in: scratch.folder)
    let lines = run.errors.split(separator: "\n")
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(lines.first?.hasPrefix("min.yaml:25:27: error: there is no actor 'NOBODY'") == true, "\(run.errors)")
    #expect(lines.count == 21 && lines.dropFirst().dropLast().allSatisfy { $0.contains(": warning: ") })
    #expect(lines.last == "… and 2 more problems; 1 error and 21 warnings in all")
  }

  @Test("Of more warnings than a table's reader keeps, it is said how many check lists")
  func unlistedWarnings() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("z.csv", "source,target,weight\n" + (1...1500).map { "A,B\($0),0\n" }.joined() + "A,B,1\n")
    let info = try await Program.run("info z.csv", in: scratch.folder)
    #expect(info.errors.contains("… and 1480 more warnings; actorgraph check z.csv lists the first 1000"))
    let check = try await Program.run("check z.csv", in: scratch.folder)
    #expect(check.errors.contains("warning: 500 further problems"))
    #expect(check.output.contains("1500 warnings"))
  }

  @Test("Words that YAML is known to bend come through as written")
  func words() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = """
      network: t
      actors:
        - {id: NO, name: Norway}
        - {id: on, name: 0123}
        - {id: 0123, name: 1e3}
        - {id: 1e3, name: null}
      relations:
        - {id: yes, from: NO, to: on, type: no}
      """
    let file = try scratch.write("words.yaml", text)
    let run = try await Program.run(["rank", file, "--measure", "degree", "--format", "csv"])
    #expect(run.status == 0)
    for row in [",NO,Norway,", ",on,0123,", ",0123,1e3,", ",1e3,null,"] { #expect(run.output.contains(row)) }
  }

  @Test("No such input is 66: a missing file, a folder")
  func noInput() async throws {
    for path in ["nofile.yaml", "/tmp", "/nonexistent/x.yaml", ""] {
      for command in ["check", "info", "rank", "draw"] {
        let run = try await Program.run([command, path])
        #expect(run.status == 66, "\(command) \(path)")
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
      }
    }
  }

  @Test("Names and values that do not exist are 64, with the nearest or those that exist")
  func usage() async throws {
    let seed = Program.seed
    let cases: [(arguments: [String], message: String)] = [
      (["paths", seed, "--from", "Rusia", "--to", "EU"], "did you mean 'Russia'?"),
      (["paths", seed, "--from", "RUS", "--to", "EU", "--count", "0"], "--count is 1 or more"),
      (["paths", seed, "--from", "RUS", "--to", "EU", "--max-hops", "0"], "--max-hops is 1 or more"),
      (["paths", seed, "--from", "RUS", "--to", "EU", "--objective", "fastest"], "shortest"),
      (["rank", seed, "--measure", "betweeness"], "'betweenness'"),
      (["rank", seed, "--measure", "pagerank:dampng=0.5"], "parameters are damping"),
      (["rank", seed, "--measure", "pagerank:damping=2"], "from 0 to below 1"),
      (["rank", seed, "--source", "nieuwsimpuls-2025-08"], "did you mean nieuwsimpuls-2025-07?"),
      (["rank", seed, "--without-source", "nobody"], "there is no source 'nobody'"),
      (["rank", seed, "--type", "recognizes"], "did you mean recognises?"),
      (["rank", seed, "--status", "facts"], "'fact', 'assessment' or 'anticipated'"),
      (["rank", seed, "--explain", "Rusia"], "did you mean 'Russia'?"),
      (["rank", seed, "--roll-up", "Rusia"], "did you mean 'Russia'?"),
      (["rank", seed, "--top=-1"], "--top is 1 or more"),
      (["rank", seed, "--threads", "0"], "--threads is 1 to 1024"),
      (["rank", seed, "--min-confidence", "1.5"], "--min-confidence is a probability"),
      (["rank", seed, "--at", "2025-02-30"], "that month has days 01 to 28"),
      (["rank", seed, "--at", "yesterday"], "write YYYY, YYYY-MM or YYYY-MM-DD"),
      (["rank", seed, "--known-by", "2025-13"], "months run from 01 to 12"),
      (["rank", seed, "--window", "2025"], "write FROM..TO"),
      (["rank", seed, "--window", "2025..2024"], "it holds no day"),
      (["rank", seed, "--at", "2025", "--window", "2024..2025"], "exclude each other"),
      (["rank", seed, "--format", "xml"], "'table', 'json', 'csv' or 'markdown'"),
      (["compare", seed], "add --from TIME --to TIME"),
      (["compare", seed, "--from", "2024"], "add --from TIME --to TIME"),
      (["compare", seed, seed, seed], "one file or two"),
      (["compare", seed, "--from", "2024", "--to", "2025-02-30"], "days 01 to 28"),
      (["draw", seed, "-o", "picture.bmp"], "svg, png, pdf, dot, json"),
      (["check", seed, "--kind", "rumour"], "kinds are"),
    ]
    for (arguments, message) in cases {
      let run = try await Program.run(arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.output.isEmpty, "\(arguments)")
      #expect(run.errors.contains(message), "\(arguments): \(run.errors)")
    }
  }

  @Test("An interrupt ends a long run at once with 130 and leaves no file")
  func interrupt() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("large.json", NetworkText.large(actors: 500, relations: 1900))
    // Scores the network anew without each of its relations: minutes, uninterrupted.
    let arguments = ["rank", "large.json", "--explain", "a1", "-o", "out.json", "--threads", "8"]
    let run = try await Program.run(arguments, in: scratch.folder, interruptAfter: 1.5)
    #expect(run.status == 130)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("interrupted"))
    #expect(scratch.names == ["large.json"])
  }

  @Test("What would not fit into the memory allowed is refused with need and limit, before it is read or run")
  func memory() async throws {
    let reading = try await Program.run(["info", Program.seed, "--memory-limit", "100K"])
    #expect(reading.status == 65)
    #expect(reading.errors.contains("more than the limit of 100 KiB (memory-limit)"))
    #expect(reading.output.isEmpty)
    let scratch = try Scratch()
    defer { scratch.remove() }
    let ties = (0..<3000).map { "n\($0) n\($0 + 1)" }.joined(separator: "\n")
    let file = try scratch.write("chain.txt", ties + "\n")
    let run = try await Program.run(
      ["structure", file, "--from-format", "edgelist", "--measure", "all-pairs-distances", "--memory-limit", "16M"])
    #expect(run.status == 65)
    #expect(run.errors.contains("the distances between all pairs of 3001 nodes would need 69 MiB of memory"))
    for word in ["0", "-1", "lots", "4X"] {
      #expect(try await Program.run(["info", Program.seed, "--memory-limit", word]).status == 64, "\(word)")
    }
    for word in ["none", "2G", "0.5T"] {
      #expect(try await Program.run(["info", Program.seed, "--memory-limit", word]).status == 0, "\(word)")
    }
  }
}
