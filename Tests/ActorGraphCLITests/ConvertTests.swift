import Testing

@Suite("convert")
struct ConvertTests {
  @Test("YAML to JSON and back is the same network, byte for byte")
  func roundTrip() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for step in ["\(Program.seed) a.json", "a.json b.yaml", "b.yaml c.json"] {
      let run = try await Program.run("convert \(step)", in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try scratch.text("a.json") == scratch.text("c.json"))
    let ranks = try await ["a.json", "b.yaml"].asyncMap {
      try await Program.run("rank \($0) --format csv --measure all", in: scratch.folder).output
    }
    #expect(ranks[0] == ranks[1])
  }

  @Test("Through GraphML or GEXF and back nothing is lost", arguments: ["m.graphml", "m.gexf", "m.graphml.gz"])
  func wholeThroughXML(middle: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for step in ["\(Program.seed) direct.json", "\(Program.seed) \(middle)", "\(middle) back.json"] {
      let run = try await Program.run("convert \(step) --strict", in: scratch.folder)
      let losses = run.errors.split(separator: "\n").filter { $0.contains("not held") }
      // No format holds comments, which is said.
      #expect(run.status == 0 && losses.allSatisfy { $0.hasSuffix("lines of comments") }, "\(step): \(run.errors)")
    }
    let isSame = try scratch.text("direct.json") == scratch.text("back.json")
    #expect(isSame)
  }

  @Test("What a format cannot hold is said; nothing is written when input or output is at fault")
  func losses() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    try scratch.write("bad.yaml", NetworkText.sound.replacing("to: B", with: "to: C"))
    let lossy = try await Program.run("convert t.yaml t.gml", in: scratch.folder)
    #expect(lossy.status == 0)
    #expect(lossy.errors.contains("not held by the format"))
    #expect(try await Program.run("convert bad.yaml x.gml", in: scratch.folder).status == 65)
    #expect(try await Program.run("convert t.yaml x.nothing", in: scratch.folder).status == 64)
    #expect(try await Program.run("convert t.yaml /nonexistent/x.gml", in: scratch.folder).status == 73)
    #expect(scratch.names == ["bad.yaml", "t.gml", "t.yaml"])
  }

  // case 29-csv-formulas-and-escapes
  @Test("Texts that a spreadsheet would run are guarded in CSV, come back, and stay as they are where asked for")
  func formulas() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = NetworkText.sound.replacing("name: Alpha", with: "name: '=1+1'").replacing(
      "type: meets", with: "type: '@x'")
    try scratch.write("in.yaml", text)
    _ = try await Program.run("convert in.yaml ties.csv", in: scratch.folder)
    #expect(try scratch.text("ties.csv").contains(",'@x,"))
    #expect(try scratch.text("ties-nodes.csv").contains("A,'=1+1"))
    _ = try await Program.run("convert ties.csv back.json --actors ties-nodes.csv", in: scratch.folder)
    let back = try scratch.text("back.json")
    #expect(back.contains(#""name": "=1+1""#) && back.contains(#""type": "@x""#))
    _ = try await Program.run("convert in.yaml raw.csv --csv-raw", in: scratch.folder)
    #expect(try scratch.text("raw-nodes.csv").contains("A,=1+1"))
    let ranked = try await Program.run("rank in.yaml --measure degree --format csv", in: scratch.folder)
    #expect(ranked.output.contains(",'=1+1,"))
    let raw = try await Program.run("rank in.yaml --measure degree --format csv --csv-raw", in: scratch.folder)
    #expect(raw.output.contains(",=1+1,"))
  }

  // case 30-dot-links
  @Test("A link that is none of the web or of mail does not become one in DOT, and that is said")
  func links() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let attributes = "name: Alpha, attributes: {URL: \"javascript:alert(1)\", href: \"https://example.org\"}"
    try scratch.write("in.yaml", NetworkText.sound.replacing("name: Alpha", with: attributes))
    let run = try await Program.run("convert in.yaml out.dot", in: scratch.folder)
    let text = try scratch.text("out.dot")
    #expect(run.status == 0 && !text.contains("javascript") && text.contains("\"href\"=\"https://example.org\""))
    #expect(
      run.errors.contains(
        "not held by the format: link 'URL', which begins with none of http:, https: and mailto:, of 1 actor"))
  }

  // case 34-yaml-160-times-slower
  @Test("A network of thousands of ties goes through YAML and comes back the same")
  func largeYAML() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.json", NetworkText.large(actors: 200, relations: 4000))
    for step in ["t.json u.json", "t.json u.yaml", "u.yaml v.json"] {
      let run = try await Program.run("convert \(step) --quiet", in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try scratch.text("u.json") == scratch.text("v.json"))
  }
}

extension Array where Element: Sendable {
  /// Maps one after the other.
  fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
