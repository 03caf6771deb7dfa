import GraphCore
import Testing

@Suite("Parameter")
struct ParameterTests {
  private enum Mode: String, CaseIterable, Sendable { case fast, slow }

  private struct Options: Sendable {
    var share = 0.5
    var count = 3
    var limit: Int?
    var mode = Mode.fast
    var isLoud = false
    var seed: UInt64 = 1
    var source = 0
    var members: [Int] = []
    var pairs: [NodePair] = []
    var blocs = Partition(labels: [Int]())
  }

  private static let parameters: [Parameter<Options>] = [
    .number("share", \.share, in: 0...1, "A share."),
    .integer("count", \.count, in: 1...10, "A count."),
    .integer("limit", \.limit, in: 0...Int.max, "A limit."),
    .choice("mode", \.mode, "A mode."),
    .flag("loud", \.isLoud, "Loud or not."),
    .seed("seed", \.seed),
  ]

  private func parameter(_ name: String) throws -> Parameter<Options> {
    try #require(Self.parameters.first { $0.name == name })
  }

  @Test(
    "Values are read as they are written",
    arguments: [
      ("share", "0.25"), ("count", "10"), ("limit", "7"), ("limit", "none"), ("mode", "slow"), ("loud", "true"),
      ("seed", "18446744073709551615"),
    ])
  func roundTrip(name: String, text: String) throws {
    var options = Options()
    let parameter = try parameter(name)
    #expect(parameter.write(&options, text))
    #expect(parameter.read(options) == text)
  }

  @Test(
    "What does not fit is refused and changes nothing",
    arguments: [
      ("share", "1.5"), ("share", "nan"), ("share", ""), ("count", "0"), ("count", "2.5"), ("limit", "-1"),
      ("limit", "all"), ("mode", "Fast"), ("loud", "yes"), ("seed", "-1"),
    ])
  func refusal(name: String, text: String) throws {
    var options = Options()
    let parameter = try parameter(name)
    let before = parameter.read(options)
    #expect(!parameter.write(&options, text))
    #expect(parameter.read(options) == before)
  }

  @Test("Possible values in words")
  func words() {
    #expect(
      Self.parameters.map(\.values.description) == [
        "a number from 0 to 1", "a whole number from 1 to 10", "a whole number from 0, or none", "fast, slow",
        "true, false", "a whole number from 0",
      ])
    #expect(ParameterValues.number(2...Double.infinity).description == "a number from 2")
    #expect(ParameterValues.number(0...1.0.nextDown).description == "a number from 0 to below 1")
    #expect(ParameterValues.number(0.0.nextUp...0.5).description == "a number above 0 to 0.5")
  }

  @Test("Nodes, pairs and partitions are placed, not written; another shape is refused")
  func nodes() {
    var options = Options()
    let blocs = Partition(labels: [0, 1, 0])
    let placed: [(Parameter<Options>, NodeChoice)] = [
      (.node("from", \.source, "A node."), .node(4)), (.nodes("group", \.members, "Nodes."), .nodes([1, 2])),
      (.pairs("between", \.pairs, "Pairs."), .pairs([NodePair(1, 2)])),
      (.partition("blocs", \.blocs, "Blocs."), .partition(blocs)),
    ]
    for (parameter, choice) in placed {
      #expect(!parameter.write(&options, "1"))
      #expect(parameter.place?(&options, choice) == true)
      for (_, other) in placed where other != choice { #expect(parameter.place?(&options, other) == false) }
      #expect(!parameter.values.description.isEmpty)
    }
    #expect(options.source == 4)
    #expect(options.members == [1, 2])
    #expect(options.pairs == [NodePair(1, 2)])
    #expect(options.blocs == blocs)
    #expect(Self.parameters.allSatisfy { $0.place == nil })
  }
}
