import Testing

@Suite("check")
struct CheckTests {
  @Test("The seed network is valid, and nothing on standard error says otherwise")
  func seed() async throws {
    let run = try await Program.run(["check", Program.seed, "--kind", "disputed,undated"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("Not listed, as asked: "))
  }

  @Test("Many findings are counted first, and the table says where it stops; CSV lists all")
  func manyFindings() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let count = 20_000
    let ties = (0..<count).map { "a\($0 % 500),b\($0 % 499)\n" }.joined()
    try scratch.write("big.csv", "source,target\n" + ties)
    let table = try await Program.run("check big.csv", in: scratch.folder)
    let lines = table.output.split(separator: "\n").map(String.init)
    #expect(lines.count < 300)
    #expect(table.output.contains("… and 19900 more of unsupported, 19900 more of undated; --top 20000 shows all"))
    let unsupported = try #require(lines.firstIndex { $0.hasPrefix("unsupported") && $0.contains("20000") })
    #expect(unsupported < 12, "counts stand first")
    let csv = try await Program.run("check big.csv --format csv", in: scratch.folder)
    #expect(csv.output.split(separator: "\r\n").count == 1 + 2 * count + 3)
  }

  @Test("Actors that may be the same are suggested as a table and as CSV")
  func aliases() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", "network: t\nactors: [{id: A, name: Qaddafi}, {id: B, name: Kadafi}]\n")
    let table = try await Program.run("check t.yaml --aliases", in: scratch.folder)
    #expect(table.status == 0 && table.output.contains("t.yaml: actors that may be the same"))
    let csv = try await Program.run("check t.yaml --aliases --format csv", in: scratch.folder)
    #expect(csv.output.hasPrefix("actor,and,alike,why\r\nA Qaddafi,B Kadafi,"))
  }
}
