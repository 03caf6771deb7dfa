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
    for key in ["camps", "bestDivisions", "sameCamp", "undecided"] { #expect(balance[key] != nil) }
    #expect(balance["weighing"] as? String == "strength")
    let divisions = try #require(balance["bestDivisions"] as? [String: Any])
    #expect(divisions["count"] is Int && divisions["exact"] as? Bool == true)
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

  private func camps(_ arguments: [String]) async throws -> Camps {
    let run = try await Program.run(arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let balance = try #require(run.json["balance"] as? [String: Any])
    let blocs = (run.json["partition"] as? [[String: Any]] ?? []).compactMap { $0["actors"] as? [String] }
    let frustration = try #require(balance["frustration"] as? [String: Any])
    return Camps(
      camps: try #require(balance["camps"] as? [[String]]), undecided: try #require(balance["undecided"] as? [String]),
      frustration: try #require(frustration["value"] as? Double), blocs: blocs)
  }

  private struct Camps {
    let camps: [[String]]
    let undecided: [String]
    let frustration: Double
    let blocs: [[String]]
  }

  @Test("groups, structure and blocs by two camps show one division, and actors without a signed tie are in none")
  func oneDivision() async throws {
    for day in ["2023-12-31", "2025-07-08", "2025-12-31"] {
      for weighing in ["strength", "count"] {
        let plain = try await camps(["groups", Program.seed, "--at", day, "--weighing", weighing])
        let split = try await camps(
          ["groups", Program.seed, "--at", day, "--weighing", weighing, "--method", "two-camp-split"])
        let structure = try await camps(
          ["structure", Program.seed, "--at", day, "--measure", "frustration-index:weighing=\(weighing)"])
        #expect(plain.camps == split.camps && plain.camps == structure.camps)
        #expect(plain.undecided == split.undecided && plain.undecided == structure.undecided)
        #expect(plain.frustration == structure.frustration)
        let placed = Set(plain.camps.flatMap(\.self))
        #expect(Set(split.blocs.filter { placed.contains($0[0]) }) == Set(plain.camps))
        #expect(split.blocs.allSatisfy { placed.contains($0[0]) || $0.count == 1 })
        if day == "2025-07-08" { #expect(placed.isDisjoint(with: ["GBR", "BEL", "QAT", "TUR"])) }
      }
    }
  }

  @Test("The table says what a tie weighs, how many divisions are as good, and what places rest on")
  func words() async throws {
    func words(_ arguments: [String]) async throws -> String {
      // Lines are wrapped anywhere.
      try await Program.run(arguments).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let day = ["groups", Program.seed, "--at", "2025-07-08"]
    let strength = try await words(day)
    #expect(strength.contains("Frustration 0.8000 (by strength), the least possible. No other division is as good."))
    #expect(strength.contains("What a place in a camp rests on"))
    #expect(strength.contains("actors in camps are placed by a single tie"))
    #expect(!strength.contains("proved to be the least"))
    let camps = try await words(day + ["--method", "two-camp-split", "--weighing", "count"])
    #expect(camps.contains("Frustration 1 (by count), the least possible."))
    #expect(camps.contains("In no camp, for want of a signed tie: "))
    let square = "source,target,sign\na,b,negative\nb,c,positive\nc,d,positive\nd,a,positive\n"
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = scratch.folder + "/square.csv"
    try square.write(toFile: file, atomically: true, encoding: .utf8)
    let several = try await words(["groups", file, "--method", "two-camp-split", "--direction", "either"])
    #expect(several.contains("4 divisions are equally good."))
    #expect(several.contains("May go either way: a, b, c, d."))
    #expect(several.contains("This is one of several divisions that are equally good"))
    let structure = try await words(["structure", Program.seed, "--at", "2025-07-08", "--measure", "frustration-index"])
    #expect(structure.contains("AFG – IRN R04"), "a pair has no direction")
    let both = try await Program.run(["groups", Program.seed, "--search-limit", "5", "--proof-seconds", "5"])
    #expect(both.status == 64)
    let named = try await Program.run(
      ["groups", Program.seed, "--method", "two-camp-split:weighing=count", "--weighing", "strength"])
    #expect(named.output.contains("(by count)"), "one division on a page: the method's own")
  }

  @Test("24,000 signed ties are divided without a proof that nobody asked for, and how to ask is said")
  func large() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var random = UInt64(7)
    func next(_ bound: UInt64) -> UInt64 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (random >> 33) % bound
    }
    var text = "source,target,sign,strength\n"
    for _ in 0..<24_000 { text += "a\(next(8000)),b\(next(8000)),\(next(5) < 3 ? "positive" : "negative"),1\n" }
    let file = scratch.folder + "/signed.csv"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let run = try await Program.run(
      ["groups", file, "--method", "weak-components", "--search-limit", "0", "--format", "json"])
    let balance = try #require(run.json["balance"] as? [String: Any])
    #expect((balance["frustration"] as? [String: Any])?["optimal"] as? Bool == false)
    #expect((balance["bestDivisions"] as? [String: Any])?["exact"] as? Bool == false)
    #expect(balance["endedBy"] as? String == "steps")
    let table = try await Program.run(["groups", file, "--method", "weak-components", "--proof-seconds", "1"])
    #expect(table.output.contains("Frustration at most "))
    #expect(table.output.contains("--search-limit N or --proof-seconds N lets it go on."))
    #expect(table.output.contains("another run may say otherwise"))
  }
}
