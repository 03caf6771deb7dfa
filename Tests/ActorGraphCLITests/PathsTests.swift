import Foundation
import Testing

@Suite("paths")
struct PathsTests {
  private func paths(_ more: String) async throws -> Program.Run {
    try await Program.run("paths \(Program.seed) --from RUS \(more)")
  }

  @Test("An actor that is missing, or that a method does not take, is asked for by the option")
  func ends() async throws {
    #expect(try await paths("--method dominator-tree").status == 0)
    #expect(try await paths("").status == 64)
    let target = try await paths("--method minimum-cut")
    #expect(target.status == 64)
    #expect(target.errors.contains("name the other with --to"))
    let all = try await paths("--to EU --method dijkstra")
    #expect(all.status == 64)
    #expect(all.errors.contains("dijkstra takes no to here; it leads to all actors: leave --to out"))
  }

  @Test("Routes that are as good as the last one shown are told of, with the option that shows them")
  func moreRoutes() async throws {
    let run = try await paths("--to EU --count 1")
    #expect(run.output.contains("Other routes are as good as the last one shown; a larger --count shows them."))
    #expect(try await paths("--to EU --format csv --at 1850").errors.contains("actorgraph: note: "))
  }

  @Test("Of very many statements on a step a table shows the first and counts the rest; JSON and CSV hold all")
  func manyStatements() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let count = 5_000
    let file = try scratch.write(
      "many.csv", "source,target,type\n" + String(repeating: "A,B,talks\n", count: count))
    func run(_ more: String...) async throws -> Program.Run {
      try await Program.run(["paths", file, "--from", "A", "--to", "B"] + more)
    }
    let table = try await run()
    #expect(table.output.utf8.count < 4_000)
    #expect(table.output.contains("Step 1: 4985 relations more; --top 5000 shows them"))
    #expect(try await run("--top", "3").output.contains("Step 1: 4997 relations more"))
    let paths = try #require(try await run("--format", "json").json["paths"] as? [[String: Any]])
    let steps = try #require(paths.first?["steps"] as? [[String: Any]])
    #expect((steps.first?["relations"] as? [String])?.count == count)
    #expect(try await run("--format", "csv").output.split(separator: "\r\n").count == count + 1)
    let cut = try await Program.run(
      ["paths", file, "--from", "A", "--to", "B", "--method", "minimum-cut"])
    #expect(cut.output.utf8.count < 4_000)
    let ties = try await Program.run(["rank", file, "--measure", "edge-betweenness"])
    #expect(ties.output.utf8.count < 4_000)
  }
}
