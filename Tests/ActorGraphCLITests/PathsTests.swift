import Foundation
import Testing

@Suite("paths")
struct PathsTests {
  private func paths(_ more: String...) async throws -> Program.Run {
    let arguments = more.flatMap { $0.split(separator: " ").map(String.init) }
    return try await Program.run(["paths", Program.seed, "--from", "RUS", "--to", "EU"] + arguments)
  }

  @Test("By the article's facts alone no single step leads from Russia to the EU, and that is said")
  func noFact() async throws {
    let options = "--source nieuwsimpuls-2025-07 --status fact --max-hops 1"
    let run = try await paths(options)
    #expect(run.status == 0)
    #expect(run.output.contains("There is none in one step"))
    let json = try await paths(options, "--format json")
    #expect((json.json["paths"] as? [Any])?.isEmpty == true)
  }

  @Test("With assessments and expectations there are some, and each step says what kind of statement it is")
  func allStatements() async throws {
    let options = "--source nieuwsimpuls-2025-07 --status fact,assessment,anticipated"
    let run = try await paths(options, "--format json")
    let routes = try #require(run.json["paths"] as? [[String: Any]])
    #expect(!routes.isEmpty)
    for route in routes {
      for key in ["length", "strength", "confidence", "sign"] { #expect(route[key] != nil) }
      for step in try #require(route["steps"] as? [[String: Any]]) {
        #expect(step["from"] is String && step["to"] is String)
        #expect((step["relations"] as? [String])?.isEmpty == false)
        let statements = try #require(step["statements"] as? [[String: Any]])
        #expect(
          statements.allSatisfy { ["fact", "assessment", "anticipated"].contains($0["status"] as? String ?? "") })
      }
    }
    let table = try await paths(options)
    #expect(table.output.contains("anticipated"))
    #expect(table.output.contains("nieuwsimpuls"))
  }

  @Test("Routes come best first; names, ids and aliases mean the same actor")
  func names() async throws {
    let byID = try await paths("--format json")
    let byName = try await Program.run([
      "paths", Program.seed, "--from", "russia", "--to", "European Union", "--format", "json",
    ])
    #expect(byID.output == byName.output)
    let hops = try #require(byID.json["paths"] as? [[String: Any]]).compactMap { $0["hops"] as? Int }
    #expect(hops == hops.sorted())
    #expect(hops.count == 5)
  }

  @Test("An actor that does not exist on the day is said to be missing")
  func absent() async throws {
    let run = try await Program.run(["paths", Program.seed, "--from", "IEA", "--to", "EU", "--at", "2020"])
    #expect(run.status == 0)
    #expect(run.output.contains("does not exist as of 2020-01-01"))
  }

  @Test("From an actor to itself there is the actor alone")
  func itself() async throws {
    let run = try await Program.run(["paths", Program.seed, "--from", "RUS", "--to", "Moscow"])
    #expect(run.status == 0)
    #expect(run.output.contains("the actor itself"))
    #expect(!run.output.contains("step"))
  }

  @Test("A method answers with its finding and, where it has them, with paths")
  func method() async throws {
    let flow = try await Program.run(
      ["paths", Program.seed, "--from", "RUS", "--to", "EU", "--method", "edge-disjoint-paths", "--format", "json"])
    #expect(flow.status == 0)
    #expect((flow.json["paths"] as? [[String: Any]])?.count == 2)
    let finding = try #require(flow.json["finding"] as? [String: Any])
    #expect((finding["numbers"] as? [String: Any])?["routes"] as? Int == 2)
    let tree = try await Program.run(["paths", Program.seed, "--from", "RUS", "--method", "dominator-tree"])
    #expect(tree.status == 0)
    #expect(tree.output.contains("Dominator tree from Russia"))
    let missing = try await Program.run(["paths", Program.seed, "--from", "RUS"])
    #expect(missing.status == 64)
    let target = try await Program.run(["paths", Program.seed, "--from", "RUS", "--method", "minimum-cut"])
    #expect(target.status == 64)
    #expect(target.errors.contains("minimum-cut leads from one actor to another; name the other with --to"))
    let all = try await Program.run(
      ["paths", Program.seed, "--from", "RUS", "--to", "EU", "--method", "dominator-tree"])
    #expect(all.errors.contains("dominator-tree takes no to here; it leads to all actors: leave --to out"))
    let ends = try await Program.run(["paths", Program.seed, "--from", "RUS", "--method", "dijkstra:from=EU"])
    #expect(ends.errors.contains("dijkstra takes no from here; name actors with --from and --to"))
  }

  /// README's question: how could Moscow press the EU, by what one article says?
  private static let article =
    "--at 2025-07-08 --source nieuwsimpuls-2025-07 --status fact,assessment,anticipated"

  @Test("What one article says in several wordings is one voice: the second route is sure to 0.9 × 0.5")
  func confidence() async throws {
    let routes = try #require(try await paths(Self.article, "--format json").json["paths"] as? [[String: Any]])
    #expect(routes.compactMap { $0["confidence"] as? Double } == [0.3, 0.45, 0.225, 0.1125])
    let steps = try #require(routes[1]["steps"] as? [[String: Any]])
    #expect(steps.compactMap { $0["confidence"] as? Double } == [0.9, 0.5])
    #expect(steps.compactMap { $0["independentGroups"] as? Int } == [1, 1])
    let table = try await paths(Self.article).output.split(separator: "\n").joined(separator: " ")
    #expect(table.contains("statements of a step that share a source, or copies of one, count once"))
    #expect(table.contains("weakest tie 1.5000 (sum of 3 statements, the strongest 0.6000)"))
  }

  @Test("A route of pressure is not called positive: each step has its sign, the last says what it does to the target")
  func signs() async throws {
    let run = try await paths(Self.article, "--format json")
    let routes = try #require(run.json["paths"] as? [[String: Any]])
    let third = routes[2]
    #expect(third["sign"] as? String == "positive")
    #expect(third["lastSign"] as? String == "negative")
    let steps = try #require(third["steps"] as? [[String: Any]])
    #expect(steps.compactMap { $0["sign"] as? String } == ["positive", "negative", "negative"])
    let markdown = try await paths(Self.article, "--format markdown").output
    #expect(!markdown.contains("as a whole"))
    #expect(!markdown.contains("balance theory"))
    #expect(
      markdown.contains("signs of the steps +, −, −; last step: Afghanistan burdens or is hostile to European Union"))
    let product = try await paths(Self.article, "--sign-product --format markdown").output
    #expect(product.contains("sign by balance theory: positive"))
  }

  @Test("What is anticipated, disputed or rests on no fact is said of each route, and in JSON of each step")
  func cautions() async throws {
    let markdown = try await paths(Self.article, "--format markdown").output
    #expect(markdown.contains("No fact in step 2 (assessment, anticipated). Anticipated: R24. Disputed: R24."))
    let routes = try #require(try await paths(Self.article, "--format json").json["paths"] as? [[String: Any]])
    #expect(routes[1]["statuses"] as? [String] == ["fact", "assessment", "anticipated"])
    let steps = try #require(routes[1]["steps"] as? [[String: Any]])
    #expect(steps[1]["statuses"] as? [String] == ["assessment", "anticipated"])
    #expect(steps.map { $0["disputed"] as? [String] ?? [] } == [[], ["R24"]])
    let csv = try await paths(Self.article, "--format csv").output
    #expect(csv.split(separator: "\r\n").contains { $0.contains(",R24,") && $0.hasSuffix(",yes") })
    #expect(csv.split(separator: "\r\n").first?.hasSuffix("sources,disputed") == true)
  }

  @Test(
    "The heading names the order, the column it goes by comes first, and the rows keep to it",
    arguments: [
      ("shortest", "fewest steps first", "steps", "hops", 1.0),
      ("strongest", "least length first", "length", "length", 1),
      ("widest", "strongest weakest tie first, then fewest steps", "weakest tie", "strength", -1),
      ("most-reliable", "greatest confidence first", "confidence", "confidence", -1),
    ])
  func order(objective: String, order: String, column: String, key: String, direction: Double) async throws {
    let options = "--objective \(objective) --at 2025-07-08 --count 8"
    let markdown = try await paths(options, "--format markdown").output
    let lines = markdown.split(separator: "\n")
    #expect(lines.first == "## Routes from Russia to European Union, \(order)")
    #expect(markdown.contains("| no. | \(column) | "))
    let json = try await paths(options, "--format json").json
    #expect(json["order"] as? String == order)
    let routes = try #require(json["paths"] as? [[String: Any]])
    let values = routes.compactMap { ($0[key] as? NSNumber)?.doubleValue }.map { $0 * direction }
    #expect(values.count == 8)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
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

  @Test("Without direction a step shows which way each statement runs, and claims nothing of what is done to whom")
  func undirected() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("two.csv", "source,target,type,sign\nA,B,sues,negative\n")
    let run = try await Program.run(["paths", file, "--from", "B", "--to", "A", "--direction", "either"])
    #expect(run.output.contains("B ← A"))
    #expect(run.output.contains("last step: B – A is negative"))
  }

  @Test("A way through time says the sign of its last step, and which ties nothing dates")
  func timed() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write(
      "timed.yaml",
      """
      network: timed
      actors: [{id: A, name: Alpha}, {id: B, name: Beta}, {id: C, name: Gamma}]
      relations:
        - {id: R1, from: A, to: B, type: aids, sign: negative}
        - {id: R2, from: B, to: C, type: presses, sign: negative, since: 2024-02-01}

      """)
    func run(_ more: String...) async throws -> Program.Run {
      try await Program.run(["paths", file, "--from", "A", "--to", "C", "--objective", "earliest"] + more)
    }
    let markdown = try await run("--format", "markdown").output
    #expect(!markdown.contains("as a whole"))
    #expect(markdown.contains("signs of the steps −, −; last step: Beta burdens or is hostile to Gamma"))
    #expect(!markdown.contains("balance theory"))
    #expect(
      markdown.contains(
        "1 of 2 relations have no beginning and are taken to hold from 2024-02-01, the first day looked at; "
          + "the way takes R1."))
    #expect(try await run("--sign-product").output.contains("balance theory: positive"))
    #expect(markdown.contains("| day | step |"))
    let slow = try await run("--transit", "3", "--window", "2024-01-01..2025-01-01", "--format", "markdown").output
    #expect(slow.contains("| leaves | arrives | step |"))
    let json = try await run("--format", "json").json
    #expect(json["undatedRelations"] as? Int == 1)
    let path = try #require((json["paths"] as? [[String: Any]])?.first)
    #expect(path["sign"] as? String == "positive")
    #expect(path["lastSign"] as? String == "negative")
    let steps = try #require(path["steps"] as? [[String: Any]])
    #expect(steps.compactMap { $0["undated"] as? Bool } == [true, false])
    #expect(steps.compactMap { $0["sign"] as? String } == ["negative", "negative"])
  }
}
