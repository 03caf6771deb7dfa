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
}
