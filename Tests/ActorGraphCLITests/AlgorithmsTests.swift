import Foundation
import Testing

@Suite("algorithms")
struct AlgorithmsTests {
  @Test("The list names every measure that rank takes; tables fit 100 columns")
  func list() async throws {
    let run = try await Program.run("algorithms")
    #expect(run.status == 0)
    for name in ["betweenness", "pagerank", "harmonic", "leiden"] { #expect(run.output.contains(" \(name) ")) }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("Every algorithm has an example, and it runs as printed or refuses with a reason")
  func examples() async throws {
    let index = try await Program.run("algorithms --format json")
    let entries = try #require(index.json["algorithms"] as? [[String: Any]])
    #expect(entries.count >= 80)
    let scratch = try Scratch()
    defer { scratch.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder + "/Graphs", withDestinationPath: Program.root + "Graphs")
    let examples = Set(entries.map { $0["example"] as? String ?? "none" })
    for example in examples.sorted() {
      #expect(example.hasPrefix("actorgraph "))
      let run = try await Program.run(
        example.split(separator: " ").dropFirst().map(String.init), in: scratch.folder)
      // Two methods refuse the hostile ties of this network.
      let refuses = run.status == 65 && run.errors.contains("hostile ties would count as friendly ones here")
      #expect(refuses || (run.status == 0 && !run.output.isEmpty), "\(example): \(run.errors)")
      #expect(!run.output.contains("not defined here"), "\(example)")
      #expect(
        run.output.split(separator: "\n").allSatisfy { $0.count <= 100 || example.contains("all-pairs") }, "\(example)")
    }
  }

  @Test("Every entry has the command that runs it; options that must be given are in command and example")
  func commands() async throws {
    let index = try await Program.run("algorithms --format json")
    let entries = try #require(index.json["algorithms"] as? [[String: Any]])
    var commands: [String: String] = [:]
    for entry in entries {
      let (id, command) = (entry["id"] as? String ?? "", entry["command"] as? String ?? "")
      let example = entry["example"] as? String ?? ""
      commands[id] = command
      #expect(example.hasPrefix("actorgraph \(command.prefix { $0 != " " }) Graphs/"), "\(id)")
      for parameter in entry["parameters"] as? [[String: Any]] ?? [] where parameter["standard"] == nil {
        let name = parameter["name"] as? String ?? ""
        #expect(command.contains("\(name)=ACTOR") && example.contains("\(name)="), "\(id)")
      }
    }
    #expect(commands["betweenness"] == "rank --measure betweenness")
    #expect(commands["leiden"] == "groups --method leiden")
    #expect(commands["maximum-flow"] == "paths --from ACTOR --to ACTOR --method maximum-flow")
    #expect(commands["dominator-tree"] == "paths --from ACTOR --method dominator-tree")
    #expect(commands["earliest-arrival"] == "paths --from ACTOR --to ACTOR --objective earliest")
  }

  @Test("An unknown one is 64 with the nearest")
  func unknown() async throws {
    let unknown = try await Program.run("algorithms pagerenk")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("'pagerank'"))
  }
}
