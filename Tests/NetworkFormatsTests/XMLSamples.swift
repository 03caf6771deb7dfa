import ActorModel
import Foundation
import Testing

@testable import NetworkFormats
@testable import NetworkReading

/// One input and what should come of it.
struct XMLSample: Sendable, CustomTestStringConvertible {
  let id: String
  let text: String
  /// What is expected: `2 actors, 1 ties`, or `line:column message`.
  let expected: String
  /// What the report must warn of, in part.
  let warnings: [String]

  init(_ id: String, _ text: String, _ expected: String, warns warnings: [String] = []) {
    self.id = id
    self.text = text
    self.expected = expected
    self.warnings = warnings
  }

  var testDescription: String { id }
}

/// What became of a file: sizes, or the first error with its place.
func outcome(
  of text: String, in format: some NetworkReader & NetworkWriter, options: ReadOptions = ReadOptions()
) -> (summary: String, warnings: [String]) {
  outcome(of: Array(text.utf8), in: format, options: options)
}

/// What became of a file: sizes, or the first error with its place.
func outcome(
  of bytes: [UInt8], in format: some NetworkReader & NetworkWriter, options: ReadOptions = ReadOptions()
) -> (summary: String, warnings: [String]) {
  do {
    let read = try format.read(InputFile(name: "a.\(format.id)", bytes: bytes), options: options)
    let warnings = read.report.diagnostics.map { "\($0.location.line):\($0.location.column) \($0.message)" }
    return ("\(read.network.actors.count) actors, \(read.network.relations.count) ties", warnings)
  } catch {
    let first = error.list.first { $0.severity == .error }
    return (first.map { "\($0.location.line):\($0.location.column) \($0.message)" } ?? "no error", [])
  }
}

/// A folder of the checked-out tree or beside it, found by walking up from the tests; `nil` where it is not there.
func folder(_ name: String, file: String = #filePath) -> URL? {
  var here = URL(fileURLWithPath: file).resolvingSymlinksInPath()
  while here.pathComponents.count > 1 {
    here.deleteLastPathComponent()
    let candidate = here.appendingPathComponent(name)
    if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
  }
  return nil
}

/// Random networks that use every field, the same for a seed.
struct RandomNetwork {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

  private static let texts = [
    "plain", "a & b <c> \"d\" 'e'", "Россия", "الإمارة", "e\u{301}", "tab\there", "two\nlines", "\u{202E}x", " edges ",
    "]]>",
    "{\"json\": [1]}", "null", "😀", "-->", "&amp;", "1e3", "",
  ]

  private mutating func text() -> String { Self.texts[next(Self.texts.count)] }

  private mutating func name() -> String {
    let text = Self.texts[next(Self.texts.count - 1)]
    return text
  }

  private mutating func date() -> CalendarDate? {
    let year = 1900 + next(200)
    switch next(4) {
    case 0: return nil
    case 1: return try? CalendarDate("\(year)")
    case 2: return try? CalendarDate("\(year)-0\(1 + next(9))")
    default: return try? CalendarDate("\(year)-1\(next(3))-2\(next(9))")
    }
  }

  private mutating func interval() -> Interval {
    let interval = Interval(since: date(), until: date())
    return interval.isEmpty ? Interval(since: interval.since) : interval
  }

  private mutating func attributes() -> [Attribute] {
    let keys = ["kind", "weight", "dyad year", "ключ", "a.b%c", "label", "id"]
    var attributes: [Attribute] = []
    for key in keys where chance(20) {
      attributes.append(chance(30) ? Attribute(key, list: (0..<next(3)).map { _ in text() }) : Attribute(key, text()))
    }
    return attributes
  }

  mutating func network() throws -> ActorNetwork {
    var content = NetworkContent(id: "random")
    if chance(50) { content.title = text() }
    if chance(50) { content.language = "en" }
    if chance(50) { content.description = text() }
    if chance(50) {
      var bloc = Bloc(id: "west", name: name())
      bloc.note = chance(50) ? text() : nil
      content.blocs = [bloc]
    }
    content.sources = (0..<next(4)).map { source($0) }
    let count = 1 + next(8)
    content.actors = (0..<count).map { actor($0, of: count) }
    content.relations = (0..<next(15)).map { relation($0, actors: count, sources: content.sources.count) }
    return try ActorNetwork(content)
  }

  private mutating func source(_ i: Int) -> Source {
    var source = Source(id: "s\(i)")
    if chance(50) { source.title = text() }
    if chance(30) { source.publisher = text() }
    if chance(30) { source.author = text() }
    source.published = date()
    source.reliability = chance(50) ? Reliability.allCases[next(6)] : nil
    if i > 0, chance(30) { source.sameAs = ["s0"] }
    if chance(30) { source.note = text() }
    return source
  }

  private mutating func actor(_ i: Int, of count: Int) -> Actor {
    var actor = Actor(id: "a \(i)é", name: name())
    actor.kind = chance(60) ? ActorKind.allCases[next(ActorKind.allCases.count)] : nil
    if chance(40) { actor.aliases = [Alias(name()), Alias(name(), language: "ru")] }
    if chance(40) { actor.codes = [Attribute("iso3", "RUS"), Attribute("cow", "365")] }
    if chance(40) { actor.blocs = [BlocMembership("west", interval: interval())] }
    if i > 0, chance(30) { actor.notSameAs = ["a 0é"] }
    if i > 0, chance(30) { actor.partOf = "a \(i - 1)é" }
    actor.existence = interval()
    if chance(30) { actor.note = text() }
    actor.attributes = attributes()
    return actor
  }

  private mutating func relation(_ i: Int, actors: Int, sources: Int) -> Relation {
    let from = "a \(next(actors))é"
    let to = "a \(next(actors))é"
    var relation = Relation(
      id: "r\(i)", ends: chance(50) ? .directed(from: from, to: to) : .mutual(from, to), type: "type \(next(3)) <&>")
    if chance(40) { relation.label = text() }
    relation.sign = Sign.allCases[next(3)]
    relation.strength = [1, 0.1, 1e-7, 12345.678, 1.0 / 3, 5e300][next(6)]
    relation.confidence = [1, 0, 0.5, 1.0 / 3][next(4)]
    relation.status = Status.allCases[next(3)]
    relation.validity = interval()
    if chance(30) { relation.note = text() }
    relation.attributes = attributes()
    if sources > 0, chance(60) { relation.evidence = (0..<(1 + next(2))).map { _ in evidence(sources) } }
    return relation
  }

  private mutating func evidence(_ sources: Int) -> Evidence {
    var item = Evidence(source: "s\(next(sources))")
    if chance(50) { item.claim = text() }
    if chance(30) { item.quote = text() }
    if chance(30) { item.locator = text() }
    item.says.since = chance(30) ? date() : nil
    item.says.strength = chance(20) ? 0.25 : nil
    item.says.attributes = chance(20) ? [Attribute("count", "3")] : []
    item.credibility = chance(40) ? Credibility.allCases[next(6)] : nil
    item.stance = Stance.allCases[next(3)]
    return item
  }
}
