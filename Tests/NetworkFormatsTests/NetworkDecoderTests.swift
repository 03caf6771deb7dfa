import ActorModel
import Testing

@testable import NetworkFormats

@Suite struct NetworkDecoderTests {
  let yaml = YAMLNetworkFormat()

  /// A sound network, whose relation's line 8 can be replaced or whose end can be gone on with.
  static func text(_ extra: String = "", relation: String = "type: t", actor: String = "name: A") -> String {
    """
    network: n
    actors:
      - {id: a, \(actor)}
      - {id: b, name: B}
    relations:
      - id: r
        from: a
        to: b
        \(relation)
    \(extra)
    """
  }

  /// Every bad case of the main job, with its place and what to do.
  @Test(arguments: [
    ("empty", "", "f:1:1: error: the file is empty (a network has at least a name and a list of actors)"),
    (
      "tab", "network: n\nactors:\n\t- {id: a, name: A}\n",
      "f:3:1: error: a tab used for indentation (indent with spaces)"
    ),
    ("unknown key", text("titel: x"), "f:10:1: error: unknown key 'titel' in network (did you mean 'title'?)"),
    (
      "unknown key", text(relation: "type: t\n    strenght: 2"),
      "f:10:5: error: unknown key 'strenght' in relation (did you mean 'strength'?)"
    ),
    (
      "duplicate id", "network: n\nactors:\n  - {id: a, name: A}\n  - {id: a, name: B}\n",
      "f:4:10: error: duplicate id 'a': actor 1 of the list has it too (give one of them another id)"
    ),
    ("duplicate key", "network: n\nnetwork: m\nactors: []\n", "f:1:1: error: duplicate key 'network'"),
    ("missing actor", text().replacing("to: b", with: "to: bb"), "f:8:9: error: there is no actor 'bb' (did you mean "),
    (
      "order", text(relation: "type: t\n    since: 2025\n    until: 2024"),
      "f:11:12: error: until 2024 is before since 2025, so that it never holds (until is the first day on which it no longer holds)"
    ),
    (
      "2025-02-30", text(relation: "type: t\n    since: 2025-02-30"),
      "f:10:12: error: since: there is no date 2025-02-30: that month has days 01 to 28"
    ),
    (
      "1,5", text(relation: "type: t\n    strength: 1,5"),
      "f:10:15: error: strength '1,5' is not a finite number (write 1.5, with a point)"
    ),
    (
      "-1", text(relation: "type: t\n    strength: -1"),
      "f:10:15: error: strength -1.0 is not a finite number above 0 (strength is the size of the tie; whether it is hostile is said by sign: negative)"
    ),
    (
      "nan", text(relation: "type: t\n    strength: nan"),
      "f:10:15: error: strength 'nan' is not a finite number (write digits"
    ),
    (
      "1.2", text(relation: "type: t\n    confidence: 1.2"),
      "f:10:17: error: confidence 1.2 is outside 0..1 (confidence is a probability)"
    ),
    (
      "plus", text(relation: "type: t\n    sign: plus"),
      "f:10:11: error: sign 'plus' is none of positive, negative, neutral ("
    ),
    ("-", text(relation: "type: t\n    sign: -"), "f:10:"),
    ("no type", text(relation: "label: x"), "f:6:5: error: relation has no type (add type: …)"),
    (
      "control", text(actor: "name: A, part-of: \"a\\x07\""),
      "f:3:31: error: part-of has the control character U+7 (take it out)"
    ),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: yaml)
    #expect(found.contains { $0.hasPrefix(start) }, "\(id): \(found)")
  }

  @Test func bombsDepthAndBadBytesEndPlainly() {
    var bomb = "network: n\nactors: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for i in 1..<10 {
      bomb += "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    #expect(problems(bomb, as: yaml)[0].hasPrefix("f:3:"))
    #expect(
      problems("network: n\nactors: " + String(repeating: "[", count: 100_000), as: yaml)[0].contains(
        "nested deeper than 64"))
    #expect(problems([0x6E, 0x3A, 0x20, 0xE9], as: yaml)[0].hasPrefix("f:1:4: error: byte 3 is not UTF-8 (0xE9)"))
  }

  @Test func wordsComeThroughUnchanged() throws {
    let text = """
      network: n
      actors:
        - {id: NO, name: on, codes: {iso2: NO}}
        - {id: 0123, name: 1e3}
        - {id: on, name: yes}
        - {id: 1e3, name: ~}
      relations:
        - {id: 1, from: NO, to: 0123, type: off}
      """
    let network = try read(text, as: yaml).network
    #expect(network.actors.map(\.id) == ["NO", "0123", "on", "1e3"])
    #expect(network.actors.map(\.name) == ["on", "1e3", "yes", "~"])
    #expect(network.actors[0].codes == [Attribute("iso2", "NO")])
    #expect(network.relations[0].type == "off" && network.relations[0].id == "1")
  }

  @Test func countsWhatIsTakenForGranted() throws {
    let extra = "  - {id: s, between: [a, b], type: t, strength: 1, confidence: 1, status: fact}"
    let unstated = try read(Self.text(extra, relation: "type: t\n    confidence: 1"), as: yaml).report.unstated
    #expect((unstated.strength, unstated.confidence, unstated.status) == (1, 0, 1))
  }

  @Test func allProblemsAreSaidAtOnceInTheOrderOfTheFile() {
    let text =
      "network: n\nfoo: 1\nactors:\n  - {id: a}\nrelations:\n  - {id: r, from: a, to: zz, type: t, strength: x}\n"
    let found = problems(text, as: yaml)
    #expect(found.count == 4)
    #expect(found.map { $0.split(separator: ":")[1] } == ["2", "4", "6", "6"])
  }
}
