import Testing

@Suite("groups")
struct GroupsTests {
  @Test("The JSON has the keys that scripts rely on, and every actor is in one group")
  func keys() async throws {
    let run = try await Program.run(["groups", Program.seed, "--format", "json"])
    #expect(run.status == 0)
    let partition = try #require(run.json["partition"] as? [[String: Any]])
    let actors = partition.flatMap { $0["actors"] as? [String] ?? [] }
    #expect(actors.count == 48)
    #expect(Set(actors).count == 48)
    #expect(partition.allSatisfy { $0["group"] != nil })
    #expect(run.json["modularity"] is Double)
    let balance = try #require(run.json["balance"] as? [String: Any])
    for key in ["triangles", "balanced", "degree"] { #expect(balance[key] != nil) }
    let frustration = try #require(balance["frustration"] as? [String: Any])
    for key in ["value", "optimal", "lowerBound", "relations"] { #expect(frustration[key] != nil) }
  }

  @Test("An unknown method is 64 with those that exist, a wrong value 64 with what is needed")
  func unknown() async throws {
    let method = try await Program.run(["groups", Program.seed, "--method", "magic"])
    #expect(method.status == 64)
    #expect(method.errors.contains("'magic'; methods are leiden"))
    #expect(method.errors.contains("given, kind, attribute/NAME"))
    let value = try await Program.run(["groups", Program.seed, "--method", "leiden:resolution=-1"])
    #expect(value.status == 64)
    #expect(!value.errors.contains("attribute/NAME"))
    let attribute = try await Program.run(["groups", Program.seed, "--method", "attribute/nothing"])
    #expect(attribute.status == 64)
    #expect(attribute.errors.contains("there is no attribute 'nothing'"))
  }

  @Test("Two divisions are compared; a division with itself is the same")
  func against() async throws {
    let same = try await Program.run(
      ["groups", Program.seed, "--method", "kind", "--against", "kind", "--format", "json"])
    let comparison = try #require(same.json["comparison"] as? [String: Any])
    #expect(comparison["adjustedRand"] as? Double == 1)
    #expect(comparison["variationOfInformation"] as? Double == 0)
    let other = try await Program.run(["groups", Program.seed, "--against", "given"])
    #expect(other.output.contains("How alike the blocs by leiden and by given are"))
    let none = try await Program.run(["groups", Program.seed, "--format", "json"])
    #expect(none.json["comparison"] == nil)
  }
}
