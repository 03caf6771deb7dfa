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
      #expect(run.status == 0 && !run.errors.contains("not held"), "\(step): \(run.errors)")
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
}

extension Array where Element: Sendable {
  /// Maps one after the other.
  fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
