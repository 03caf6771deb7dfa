import Foundation
import Testing

/// The JSON of every command has the keys and types of `answers.schema.json`, no more and no fewer.
@Suite("Schema of the answers")
struct AnswerSchemaTests {
  private static let json = ExpectedOutput.all.filter {
    $0.form == "json" && !["draw", "convert", "schema"].contains($0.arguments[0])
  }

  private static func schema() throws -> JSONSchema {
    try JSONSchema(try Data(contentsOf: URL(filePath: ExpectedOutput.folder + "answers.schema.json")))
  }

  private static func answer(_ output: ExpectedOutput) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: ExpectedOutput.folder + "\(output.name).json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("Every JSON output has the form of its command", arguments: json)
  func form(output: ExpectedOutput) throws {
    let schema = try Self.schema()
    let own = try #require(schema.property(output.arguments[0]), "no schema for \(output.arguments[0])")
    #expect(schema.faults(of: try Self.answer(output), by: own) == [])
  }

  @Test("Every command that answers in JSON is looked at")
  func complete() async throws {
    let commands = Set(Self.json.map { $0.arguments[0] })
    let writers: Set = ["draw", "convert", "merge", "schema"]
    #expect(commands == Set(try await ActorGraphCommandTests.commands()).subtracting(writers))
  }

  @Test(
    "The keys that scripts rely on are required",
    arguments: [
      ("info", ["actors", "relations", "sources", "directed", "components", "density"]), ("rank", ["measures"]),
      ("paths", ["paths"]), ("groups", ["partition", "modularity"]), ("structure", ["measures"]),
      ("compare", ["actors", "relations", "rankings", "distances"]), ("timeline", ["series"]),
      ("algorithms", ["algorithms"]),
    ])
  func contract(command: String, keys: [String]) throws {
    let own = try #require(try Self.schema().property(command))
    let required = try #require(own["required"] as? [String])
    #expect(Set(keys).isSubset(of: required))
    #expect(command == "algorithms" || required.contains("manifest"))
  }

  @Test("What is missing, too much or of another type is found")
  func faults() throws {
    let schema = try Self.schema()
    let output = try #require(Self.json.first { $0.name == "strait/groups" })
    let own = try #require(schema.property("groups"))
    var answer = try Self.answer(output)
    answer["modularity"] = nil
    answer["extra"] = 1
    answer["partition"] = [["group": "one", "actors": [true]] as [String: Any]]
    #expect(
      schema.faults(of: answer, by: own) == [
        ".modularity: is missing", ".extra: is not in the schema", ".partition[0].actors[0]: is not string",
        ".partition[0].group: is not integer",
      ])
  }
}
