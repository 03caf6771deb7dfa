import Foundation
import Testing

@Suite("Networks that are written")
struct NetworkOutputTests {
  // case 09 of the attack on 0.2.0
  @Test("A second table that was not named replaces nothing; named, it may")
  func companion() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    #expect(try await Program.run("convert t.yaml ties.csv", in: scratch.folder).status == 0)
    #expect(scratch.names == ["t.yaml", "ties-nodes.csv", "ties.csv"])
    try scratch.write("ties-nodes.csv", "mine\n")
    try scratch.write("ties.csv", "mine too\n")
    for command in ["convert t.yaml ties.csv", "merge t.yaml t.yaml -o ties.csv"] {
      let refused = try await Program.run(command, in: scratch.folder)
      #expect(refused.status == 73, "\(refused.errors)")
      #expect(refused.errors.contains("--to-actors ties-nodes.csv"), "\(refused.errors)")
      #expect(try scratch.text("ties-nodes.csv") == "mine\n")
      #expect(try scratch.text("ties.csv") == "mine too\n")
      #expect(scratch.names == ["t.yaml", "ties-nodes.csv", "ties.csv"])
    }
    let named = try await Program.run("convert t.yaml ties.csv --to-actors ties-nodes.csv", in: scratch.folder)
    #expect(named.status == 0 && named.errors.contains("wrote ties.csv and ties-nodes.csv"), "\(named.errors)")
    #expect(try scratch.text("ties-nodes.csv") != "mine\n")
    let elsewhere = try await Program.run("convert t.yaml b.csv --to-actors who.csv", in: scratch.folder)
    #expect(elsewhere.status == 0, "\(elsewhere.errors)")
    #expect(scratch.names == ["b.csv", "t.yaml", "ties-nodes.csv", "ties.csv", "who.csv"])
    let needless = try await Program.run("convert t.yaml b.gml --to-actors no.csv", in: scratch.folder)
    #expect(needless.errors.contains("no.csv was not written"), "\(needless.errors)")
  }

  @Test("Where the second of two files cannot be put into its place, the first is as it was")
  func bothOrNone() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    try scratch.write("ties.csv", "mine\n")
    try FileManager.default.createDirectory(atPath: scratch.folder + "/who", withIntermediateDirectories: true)
    for place in ["who", "missing/who.csv"] {
      let run = try await Program.run("convert t.yaml ties.csv --to-actors \(place)", in: scratch.folder)
      #expect(run.status == 73, "\(run.errors)")
      #expect(try scratch.text("ties.csv") == "mine\n")
      let fresh = try await Program.run("convert t.yaml new.csv --to-actors \(place)", in: scratch.folder)
      #expect(fresh.status == 73, "\(fresh.errors)")
      #expect(scratch.names == ["t.yaml", "ties.csv", "who"])
    }
    let picture = try await Program.run("draw t.yaml -o x.svg --positions missing/p.json", in: scratch.folder)
    #expect(picture.status == 73, "\(picture.errors)")
    #expect(scratch.names == ["t.yaml", "ties.csv", "who"])
  }

  @Test("Nothing is written beside a device")
  func devices() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    let run = try await Program.run("convert t.yaml /dev/null --to-format csv", in: scratch.folder)
    #expect(run.status == 0 && run.errors.contains("a second table"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: "/dev/null-nodes"))
  }

  @Test("Comments that are lost are counted, in every format, and those of both networks that are merged")
  func comments() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", "# one\n" + NetworkText.sound.replacing("type: meets", with: "type: meets # two"))
    try scratch.write("u.yaml", NetworkText.sound + "# three\n")
    try scratch.write("bare.yaml", NetworkText.sound)
    let lines = [
      ("convert t.yaml a.yaml", "2 lines of comments"), ("convert t.yaml a.graphml", "2 lines of comments"),
      ("convert u.yaml b.yaml", "1 line of comments"), ("merge t.yaml u.yaml -o c.yaml", "3 lines of comments"),
    ]
    for (line, loss) in lines {
      let run = try await Program.run(line, in: scratch.folder)
      #expect(run.status == 0 && run.errors.contains("not held by the format: \(loss)\n"), "\(line): \(run.errors)")
    }
    for line in ["convert bare.yaml d.yaml", "convert a.yaml e.yaml"] {
      let run = try await Program.run(line, in: scratch.folder)
      #expect(run.status == 0 && !run.errors.contains("comment"), "\(line): \(run.errors)")
    }
  }
}
