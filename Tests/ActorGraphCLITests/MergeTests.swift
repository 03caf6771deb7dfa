import Testing

@Suite("merge, and check --aliases")
struct MergeTests {
  static let other = """
    network: b
    sources: [{id: s9}]
    actors:
      - {id: A, name: Alfa, codes: {iso3: AAA}}
      - {id: C, name: Betta}
    relations:
      - {id: R1, from: A, to: C, type: meets}
      - {id: R2, from: C, to: A, type: trades, evidence: [{source: s9}]}

    """

  @Test("The first network stands, each conflict is listed, and actors of two ids are only pointed out")
  func merge() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("a.yaml", NetworkText.sound.replacing("name: Alpha}", with: "name: Alpha, codes: {iso3: ALP}}"))
    try scratch.write("b.yaml", Self.other)
    let run = try await Program.run("merge a.yaml b.yaml -o m.yaml", in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("3 actors, 3 relations"))
    #expect(run.output.contains(/actor A\s+name\s+Alpha\s+Alfa/), "\(run.output)")
    #expect(run.output.contains(/actor A\s+code iso3\s+ALP\s+AAA/), "\(run.output)")
    #expect(run.output.contains("Not joined: B 'Beta' may be C 'Betta'"), "\(run.output)")
    let text = try scratch.text("m.yaml")
    #expect(text.contains("name: Alpha") && text.contains("Alfa"), "what the other says is kept beside it")
    #expect(try await Program.run("check m.yaml", in: scratch.folder).status == 0)
    // The first network is not changed, and merging again changes nothing more.
    #expect(try await Program.run("merge m.yaml b.yaml -o again.yaml", in: scratch.folder).status == 0)
  }

  @Test("Suggestions name both actors and the reason, change nothing, and heed what the file forbids")
  func aliases() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = """
      network: n
      actors:
        - {id: LAV, name: Sergey Lavrov, codes: {wikidata: Q58217}}
        - {id: LV2, name: Сергей Лавров}
        - {id: UN, name: UN}
        - {id: UNO, name: United Nations}
        - {id: TTP, name: Tehrik-i-Taliban Pakistan, not: [TT2]}
        - {id: TT2, name: Tehreek-e-Taliban Pakistan}
      """
    try scratch.write("n.yaml", text)
    let run = try await Program.run("check n.yaml --aliases --format json", in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    let found = try #require(run.json["suggestions"] as? [[String: Any]])
    let pairs = found.map { "\($0["first"] ?? "") \($0["second"] ?? "") \($0["why"] ?? "")" }
    #expect(
      pairs == ["LAV LV2 the same name but for accents, script or articles", "UN UNO one is the initials of the other"])
    #expect(try scratch.text("n.yaml") == text)
    let table = try await Program.run("check n.yaml --aliases", in: scratch.folder)
    #expect(table.output.contains("Suggestions only"))
  }

  @Test("Codes that cannot be of their register are warned of, and a language that is none is refused")
  func codes() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      "n.yaml", "network: n\nactors:\n  - {id: a, name: A, codes: {iso3: Russia, wikidata: 159, cow: 365}}\n")
    let run = try await Program.run("check n.yaml", in: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("n.yaml:3:"), "\(run.errors)")
    #expect(run.errors.contains("code iso3 'Russia' is not three capital letters (ISO 3166-1)"), "\(run.errors)")
    #expect(run.errors.contains("code wikidata '159' is not Q and a number"), "\(run.errors)")
    #expect(!run.errors.contains("cow"), "\(run.errors)")
    try scratch.write("l.yaml", "network: n\nactors:\n  - {id: a, name: A, aliases: [{name: Россия, language: ru}]}\n")
    let wrong = try await Program.run("check l.yaml", in: scratch.folder)
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("'name' is not the code of a language"), "\(wrong.errors)")
  }
}
