import Testing

@Suite("schema")
struct SchemaTests {
  @Test("It is a JSON Schema that knows the lists of the file")
  func schema() async throws {
    let run = try await Program.run("schema")
    #expect(run.status == 0)
    let properties = try #require(run.json["properties"] as? [String: Any])
    #expect(Set(properties.keys).isSuperset(of: ["network", "sources", "actors", "relations"]))
    #expect((run.json["$schema"] as? String)?.contains("json-schema.org") == true)
  }
}
